package dev.slipway.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a pull request's title should be when it is no conventional commit.
public final class TitleAdvice {
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("add", "feat"),
          Map.entry("adds", "feat"),
          Map.entry("allow", "feat"),
          Map.entry("introduce", "feat"),
          Map.entry("implement", "feat"),
          Map.entry("support", "feat"),
          Map.entry("enable", "feat"),
          Map.entry("fix", "fix"),
          Map.entry("fixes", "fix"),
          Map.entry("fixed", "fix"),
          Map.entry("correct", "fix"),
          Map.entry("prevent", "fix"),
          Map.entry("avoid", "fix"),
          Map.entry("handle", "fix"),
          Map.entry("document", "docs"),
          Map.entry("refactor", "refactor"),
          Map.entry("rename", "refactor"),
          Map.entry("simplify", "refactor"),
          Map.entry("speed", "perf"),
          Map.entry("optimize", "perf"),
          Map.entry("test", "test"),
          Map.entry("bump", "build"),
          Map.entry("upgrade", "build"),
          Map.entry("revert", "revert"));

  private TitleAdvice() {}

  /// A proposal: the type that the title's first word speaks of, or else the weightiest among the
  /// commits; the rest of the title as it is, with a small first letter.
  ///
  /// @param title the title, which is no conventional commit
  /// @param commits what the pull request's commits say
  public static String of(String title, List<ToldCommit> commits) {
    String plain = Visible.line(title).strip();
    int space = plain.indexOf(' ');
    String first = (space < 0 ? plain : plain.substring(0, space)).toLowerCase(Locale.ROOT);
    String type =
        Optional.ofNullable(VERBS.get(first)).or(() -> weightiest(commits)).orElse("chore");
    boolean breaking = commits.stream().anyMatch(ToldCommit::breaking);
    boolean drop = first.equals("fix") || first.equals("fixes") || first.equals("fixed");
    String rest = drop && space > 0 ? plain.substring(space + 1).strip() : plain;
    return type + (breaking ? "!" : "") + ": " + small(rest);
  }

  private static Optional<String> weightiest(List<ToldCommit> commits) {
    for (String bump : List.of("major", "minor", "patch")) {
      Optional<String> type =
          commits.stream()
              .filter(commit -> commit.bump().filter(bump::equals).isPresent())
              .flatMap(commit -> commit.type().stream())
              .findFirst();
      if (type.isPresent()) {
        return type;
      }
    }
    return commits.stream().flatMap(commit -> commit.type().stream()).findFirst();
  }

  /// A small first letter, but in words such as `API` or `iOS`.
  private static String small(String text) {
    boolean word =
        text.length() > 1
            && Character.isUpperCase(text.charAt(0))
            && !Character.isUpperCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
