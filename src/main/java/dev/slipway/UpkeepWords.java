package dev.slipway;

import dev.slipway.apply.Upkeep;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Command;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.version.NpmRange;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// What the words behind `dist-tag` and `deprecate` ask for.
///
/// @param what the same in one line
/// @param wanted empty where the dist-tags are only to be listed
record UpkeepWords(String what, Optional<Upkeep> wanted) {
  private static final String USAGE =
      """
      Write one of these:

        slipway dist-tag ls
        slipway dist-tag add VERSION TAG
        slipway dist-tag rm TAG
        slipway deprecate RANGE MESSAGE

      or in a workflow, with quotes around what has blanks in it:

        with:
          command: deprecate "<1.2.0" "has a leak; use 1.2.0"\
      """;

  /// Reads them. A version or range may have the package's name and `@` before it, as npm wants it.
  ///
  /// @throws Refused when they ask for nothing that can be done
  static UpkeepWords read(Inputs inputs, String name) {
    List<String> words = inputs.operands();
    return inputs.command() == Command.DEPRECATE
        ? deprecate(words, name)
        : distTag(words, name, inputs.of(InputTable.LATEST_MAY_GO_DOWN));
  }

  private static UpkeepWords distTag(List<String> words, String name, boolean mayGoDown) {
    String verb = words.isEmpty() ? "ls" : words.getFirst();
    if (verb.equals("ls") && words.size() <= 1) {
      return new UpkeepWords("dist-tag ls", Optional.empty());
    }
    if (verb.equals("add") && words.size() == 3) {
      Version version = version(bare(words.get(1), name));
      String tag = tag(words.get(2));
      return new UpkeepWords(
          "dist-tag add " + version + " " + tag,
          Optional.of(new Upkeep.PointTag(tag, version.toString(), mayGoDown)));
    }
    if (verb.equals("rm") && words.size() == 2) {
      return new UpkeepWords(
          "dist-tag rm " + words.get(1), Optional.of(new Upkeep.RemoveTag(words.get(1))));
    }
    throw usage("dist-tag", words);
  }

  private static UpkeepWords deprecate(List<String> words, String name) {
    if (words.size() != 2) {
      throw usage("deprecate", words);
    }
    String range = bare(words.getFirst(), name);
    if (!NpmRange.isValid(range)) {
      throw refused(
          "RANGE_INVALID",
          "\"" + range + "\" is no range of versions as npm writes them.",
          "Write a version such as 1.2.3, or a range such as \"<1.2.0\", \"1.x\" or \"*\".");
    }
    return new UpkeepWords(
        "deprecate " + range, Optional.of(new Upkeep.Deprecate(range, words.getLast())));
  }

  private static String bare(String word, String name) {
    return word.startsWith(name + "@") ? word.substring(name.length() + 1) : word;
  }

  private static Version version(String text) {
    return Version.parse(text)
        .orElseThrow(() ->
            refused(
                "VERSION_INVALID",
                "\"" + text + "\" is no version.",
                "Write a version such as 1.2.3: a dist-tag points at exactly one."));
  }

  private static String tag(String text) {
    if (text.isBlank() || NpmRange.isValid(text)) {
      throw refused(
          "DIST_TAG_INVALID",
          "\"" + text + "\" cannot be a dist-tag: npm takes it for a range of versions.",
          "Use a word, such as next or release-1.x.");
    }
    return text;
  }

  private static Refused usage(String command, List<String> words) {
    return refused(
        "WORDS_NOT_UNDERSTOOD",
        "It is not clear what "
            + command
            + (words.isEmpty() ? " without words" : " " + String.join(" ", words))
            + " asks for.",
        USAGE);
  }

  private static Refused refused(String code, String what, String remedy) {
    return new Refused(Problem.configuration(code, what, remedy));
  }
}
