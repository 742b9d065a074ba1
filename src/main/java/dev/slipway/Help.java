package dev.slipway;

import dev.slipway.settings.Input;
import dev.slipway.settings.InputTable;

/// What `slipway help` prints.
final class Help {
  private static final String COMMANDS =
      """
      Slipway turns a merge into an npm release.

      Usage: slipway COMMAND [options]

        release         what the event asks for: release, publish the tag, preview the pull
                        request, or finish what is pending (in a workflow)
        plan            what would be released, and why; changes nothing
        prepare         writes the next version (and changelog) into the workspace
        pack            the tarball that would be published, and its listing
        doctor          proves or disproves what a release will need
        rehearse [DIR]  a whole release inside this process: of a sample, or of a copy of DIR
        watch           compares the live registry with what was released
        dist-tag        ls | add VERSION TAG | rm TAG: dist-tags of live versions
        deprecate       RANGE MESSAGE: marks versions as deprecated; "" takes the mark away

      Options, each of which is also an input of the action:

      """;

  private Help() {}

  /// The whole text.
  static String text() {
    StringBuilder text = new StringBuilder(COMMANDS);
    for (Input<?> input : InputTable.all()) {
      text.append("  --")
          .append(input.name())
          .append(
              input.given().isEmpty() || input.given().startsWith("$")
                  ? ""
                  : " (" + input.given() + ")")
          .append("\n      ")
          .append(input.description())
          .append('\n');
    }
    return text.toString();
  }
}
