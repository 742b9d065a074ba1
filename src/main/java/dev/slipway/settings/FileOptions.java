package dev.slipway.settings;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the options of the npm, git and changelog plug-ins.
final class FileOptions {
  private final Options options;
  private final Checks checks;

  FileOptions(Options options, Checks checks) {
    this.options = options;
    this.checks = checks;
  }

  /// The npm plug-in's; the steps are filled in by the caller.
  NpmSettings npm() {
    // `false` is the default that its documentation names
    boolean noTarball =
        options
            .find("tarballDir")
            .filter(v -> v instanceof Written.Flag(var on, _) && !on)
            .isPresent();
    return new NpmSettings(
        checks.flag(options, "npmPublish"),
        checks.text(options, "pkgRoot").orElse("."),
        noTarball ? Optional.empty() : checks.text(options, "tarballDir"),
        java.util.Set.of());
  }

  ChangelogSettings changelog() {
    return new ChangelogSettings(
        checks.text(options, "changelogFile").orElse("CHANGELOG.md"),
        checks.text(options, "changelogTitle"));
  }

  GitSettings git() {
    Optional<Written> message = options.find("message");
    Template template =
        message
            .filter(Checks::isFullText)
            .flatMap(value -> template(options, checks, "message", value))
            .orElseGet(() -> GitSettings.defaults().message());
    if (message.isPresent() && !Checks.isFullText(message.get())) {
      checks.wrong(
          "EINVALIDMESSAGE", options.owner(), "message", "a text that is not empty", message.get());
    }
    return new GitSettings(gitAssets(), template);
  }

  private List<List<String>> gitAssets() {
    Optional<Written> assets = options.find("assets");
    if (assets.isEmpty()) {
      return GitSettings.ASSETS;
    }
    if (assets.get() instanceof Written.Flag(var on, _) && !on) {
      return List.of();
    }
    List<List<String>> all = new ArrayList<>();
    for (Written asset : listed(assets.get())) {
      Written globs =
          asset instanceof Written.Members members ? members.find("path").orElse(asset) : asset;
      Optional<List<String>> texts = texts(globs);
      if (texts.isEmpty()) {
        checks.wrong(
            "EINVALIDASSETS",
            options.owner(),
            "assets",
            "a list of paths and globs, each a text or an object with path",
            asset);
      }
      texts.ifPresent(all::add);
    }
    return all;
  }

  static List<Written> listed(Written value) {
    return value instanceof Written.Items(var items, _) ? items : List.of(value);
  }

  /// A text, or a list of texts, none of them blank.
  static Optional<List<String>> texts(Written value) {
    List<String> all = new ArrayList<>();
    for (Written one : listed(value)) {
      if (!Checks.isFullText(one)) {
        return Optional.empty();
      }
      one.text().ifPresent(all::add);
    }
    return Optional.of(all);
  }

  /// A template; a problem where its language is beyond what is read.
  static Optional<Template> template(Options options, Checks checks, String key, Written value) {
    try {
      return Optional.of(Template.of(value.text().orElse("")));
    } catch (Refused refused) {
      for (Problem problem : refused.problems()) {
        checks.add(
            Problem.configuration(
                    problem.code(),
                    "The option "
                        + key
                        + " of "
                        + options.owner()
                        + " cannot be honoured: "
                        + problem.what(),
                    problem.remedy())
                .at(value.place()));
      }
      return Optional.empty();
    }
  }
}
