package dev.slipway.settings;

import dev.slipway.problem.Problem;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.TagFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the options of the core: `branches`, `tagFormat`, `repositoryUrl`.
final class CoreOptions {
  private static final Set<String> BRANCH_KEYS = Set.of("name", "channel", "prerelease", "range");

  private final Checks checks;

  CoreOptions(Checks checks) {
    this.checks = checks;
  }

  /// The branches; the default ones where the value is absent.
  List<BranchSpec> branches(Optional<Written> value) {
    if (value.isEmpty() || value.get().isNothing() || !value.get().truth().orElse(true)) {
      return Configuration.BRANCHES;
    }
    List<BranchSpec> all = new ArrayList<>();
    for (Written branch : FileOptions.listed(value.get())) {
      branch(branch).ifPresent(all::add);
    }
    return all;
  }

  private Optional<BranchSpec> branch(Written branch) {
    if (checks.code("", "branches", branch)) {
      return Optional.empty();
    }
    if (Checks.isFullText(branch)) {
      return branch.text().map(BranchSpec::of);
    }
    if (branch instanceof Written.Members members
        && members.find("name").filter(Checks::isFullText).isPresent()) {
      for (String key : members.members().keySet()) {
        if (!BRANCH_KEYS.contains(key)) {
          checks.unknown("branches", key, BRANCH_KEYS, members.keyPlace(key));
        }
      }
      String name = members.find("name").flatMap(Written::text).orElse("");
      return Optional.of(
          new BranchSpec(
              name,
              value(members, "range"),
              value(members, "channel"),
              value(members, "prerelease")));
    }
    checks.add(
        Problem.configuration(
                "EINVALIDBRANCH",
                "An entry of branches must be a name, or an object with a name, and is "
                    + Checks.shown(branch)
                    + ".",
                "Write it as \"main\" or as {\"name\": \"beta\", \"prerelease\": true}.")
            .at(branch.place()));
    return Optional.empty();
  }

  private Optional<BranchSpec.Value> value(Written.Members branch, String key) {
    Optional<Written> value = branch.find(key).filter(v -> !v.isNothing());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get()) {
      case Written.Text(var text, _) -> Optional.of(new BranchSpec.Value.Text(text));
      case Written.Flag(var on, _) -> Optional.of(new BranchSpec.Value.Flag(on));
      case Written.Num(var literal, _) -> Optional.of(new BranchSpec.Value.Text(literal));
      case Written.Nothing _, Written.Pattern _, Written.Items _ -> wrong(key, value.get());
      case Written.Members _, Written.Code _ -> wrong(key, value.get());
    };
  }

  private Optional<BranchSpec.Value> wrong(String key, Written value) {
    checks.wrong("EINVALIDBRANCH", "branches", key, "a text, true or false", value);
    return Optional.empty();
  }

  /// The tag format; the default one where the value is absent or wrong.
  TagFormat tagFormat(Optional<Written> value) {
    if (value.isEmpty() || value.get().isNothing()) {
      return TagFormat.V;
    }
    Optional<String> text = value.get().text();
    if (text.isEmpty()) {
      checks.wrong("EINVALIDTAGFORMAT", "", "tagFormat", "a text", value.get());
      return TagFormat.V;
    }
    Optional<TagFormat> format = TagFormats.read(text.get());
    if (format.isEmpty()) {
      checks.add(
          Problem.configuration(
                  "ETAGNOVERSION",
                  "The option tagFormat must hold ${version} once and no other expression, and is "
                      + Checks.shown(value.get())
                      + ".",
                  "Write it as v${version}.")
              .at(value.get().place()));
    } else if (!TagFormats.isTagName(format.get().before() + "0.0.0" + format.get().after())) {
      checks.add(
          Problem.configuration(
                  "EINVALIDTAGFORMAT",
                  "The option tagFormat does not make a tag that git takes, and is "
                      + Checks.shown(value.get())
                      + ".",
                  "Leave out blanks, .., @{, and the signs ~ ^ : ? * [ and \\.")
              .at(value.get().place()));
    }
    return format.orElse(TagFormat.V);
  }

  /// The repository's address, where the value is present.
  Optional<String> repositoryUrl(Optional<Written> value) {
    if (value.isEmpty() || value.get().isNothing()) {
      return Optional.empty();
    }
    Optional<String> text = value.get().text().filter(url -> !url.isBlank());
    if (text.isEmpty() || text.get().startsWith("-")) {
      checks.wrong(
          "EINVALIDREPOURL", "", "repositoryUrl", "the address of a repository", value.get());
      return Optional.empty();
    }
    return text;
  }
}
