package dev.slipway.decision;

import dev.slipway.problem.Problem;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.ReleaseLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be wrong with the configured branches. The codes are semantic-release's.
final class BranchProblems {
  private BranchProblems() {}

  static Problem name(String branch) {
    return Problem.configuration(
        "EINVALIDBRANCHNAME",
        "The branch name `" + branch + "` is not one that git takes.",
        "Correct the name in `branches`.");
  }

  static Problem duplicates(List<String> names) {
    return Problem.configuration(
        "EDUPLICATEBRANCHES",
        "These branches are configured more than once: " + list(names) + ".",
        "Leave each of them only once in `branches`.");
  }

  static Problem maintenance(KnownBranch branch) {
    return Problem.configuration(
        "EMAINTENANCEBRANCH",
        "The range of the maintenance branch `"
            + branch.name()
            + "` is "
            + written(branch.range())
            + ", which is not of the form `N.x`, `N.x.x` or `N.N.x`.",
        """
        Write a range that names one major or minor version:
          branches:
            - name: %s
              range: 1.x\
        """
            .formatted(branch.name()));
  }

  static Problem maintenanceSet(List<Line> lines) {
    return Problem.configuration(
        "EMAINTENANCEBRANCHES",
        "Several maintenance branches may release the same versions: "
            + lines.stream()
                .map(line -> "`" + line.line().branch() + "` (" + allowed(line) + ")")
                .collect(Collectors.joining(", "))
            + ".",
        "Give each maintenance branch a range of its own, or delete the branches that are no"
            + " longer needed.");
  }

  static Problem prerelease(KnownBranch branch) {
    return Problem.configuration(
        "EPRERELEASEBRANCH",
        "The prereleases of branch `"
            + branch.name()
            + "` would be named `"
            + PrereleaseLines.identifier(branch)
            + "`, which cannot stand in a version.",
        """
        Write an identifier of letters, digits and hyphens:
          branches:
            - name: %s
              prerelease: beta\
        """
            .formatted(branch.name()));
  }

  static Problem prereleaseSet(List<KnownBranch> branches) {
    return Problem.configuration(
        "EPRERELEASEBRANCHES",
        "Several branches name their prereleases alike: "
            + branches.stream()
                .map(b -> "`" + b.name() + "` (" + PrereleaseLines.identifier(b) + ")")
                .collect(Collectors.joining(", "))
            + ".",
        "Give each of them its own `prerelease` identifier.");
  }

  static Problem releaseSet(List<KnownBranch> branches) {
    return Problem.configuration(
        "ERELEASEBRANCHES",
        branches.isEmpty()
            ? "None of the configured release branches exists in the repository."
            : "There are "
                + branches.size()
                + " release branches: "
                + list(branches.stream().map(KnownBranch::name).toList())
                + ". There can be three at most.",
        """
        Name one to three branches that exist:
          branches:
            - main\
        """);
  }

  static Problem expression(BranchSpec spec, String key, String text) {
    return Problem.configuration(
        "TEMPLATE_UNSUPPORTED",
        "The `"
            + key
            + "` of branch `"
            + spec.name()
            + "` is `"
            + text
            + "`. That cannot be computed here.",
        "Write the value out, once for each branch.");
  }

  static Problem notFetched(String branch, String tip) {
    return Problem.failure(
        "BRANCH_NOT_FETCHED",
        "The commit "
            + tip
            + ", on which branch `"
            + branch
            + "` stands, is not in this repository, so its tags are not known.",
        """
        Fetch the whole history:
          - uses: actions/checkout@v6
            with:
              fetch-depth: 0\
        """);
  }

  private static String allowed(Line line) {
    return line.line() instanceof ReleaseLine.Maintenance m ? m.range().toString() : "any";
  }

  private static String written(Optional<Value> option) {
    return option
        .map(value ->
            switch (value) {
              case Value.Text(String text) -> "`" + text + "`";
              case Value.Flag(boolean on) -> "`" + on + "`";
            })
        .orElse("empty");
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
