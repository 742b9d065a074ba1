package dev.slipway.apply;

import dev.slipway.problem.Problem;

/// What stands against a change of live versions, in words.
final class UpkeepTexts {
  private UpkeepTexts() {}

  /// A registry that does not have the package.
  static Problem nothingThere(String name, String host) {
    return Problem.failure(
        "NPM_ABSENT",
        host + " shows no " + name + ".",
        "Look at the name in package.json and at the input registry. A first version that is still"
            + " being scanned cannot be changed yet.");
  }

  /// A dist-tag for a version that cannot be read.
  static Problem noSuchVersion(String name, String version, String host) {
    return Problem.failure(
        "NPM_VERSION_ABSENT",
        host + " shows no version " + version + " of " + name + ".",
        "Name a version that is live. One that was published a moment ago is shown after its scan.");
  }

  /// A range that matches nothing.
  static Problem noVersionIn(String name, String range, String host) {
    return Problem.failure(
        "NPM_VERSION_ABSENT",
        host + " shows no version of " + name + " in the range " + range + ".",
        "Name a range that holds live versions, such as \"<1.2.0\" or one version alone.");
  }

  /// `latest` is what everybody gets who installs without a version.
  static Problem latestIsKept(String name) {
    return Problem.configuration(
        "NPM_LATEST_KEPT",
        "latest of " + name + " cannot be removed: every package has one.",
        "Point it at another version instead: slipway dist-tag add VERSION latest");
  }

  /// `latest` goes down only when somebody says so.
  static Problem latestWouldGoDown(String name, String now, String version) {
    return Problem.failure(
        "NPM_LATEST_WOULD_GO_DOWN",
        "latest of " + name + " points at " + now + " and would go down to " + version + ".",
        "Everybody who installs without a version gets latest. If that is what you want, say so:"
            + " --latest-may-go-down, or in the workflow:\n\n"
            + "    with:\n      latest-may-go-down: true");
  }
}
