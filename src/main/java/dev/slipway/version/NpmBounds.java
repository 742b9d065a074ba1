package dev.slipway.version;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Which versions lie in a range as npm writes ranges, where a prerelease counts like any other
/// version: as node-semver has it with `includePrerelease`. The lowest version below `2.0.0` is
/// `2.0.0-0`.
final class NpmBounds {
  private NpmBounds() {}

  /// The versions of a range.
  ///
  /// @param range one for which {@link NpmRange#isValid} holds
  static Predicate<Version> of(String range) {
    Predicate<Version> any = _ -> false;
    for (String alternative : range.split("\\|\\|", -1)) {
      any = any.or(alternative(NpmRange.words(NpmRange.withoutBuilds(alternative))));
    }
    return any;
  }

  private static Predicate<Version> alternative(List<String> words) {
    if (words.size() == 3 && words.get(1).equals("-")) {
      return from(Part.of(words.get(0))).and(upTo(Part.of(words.get(2))));
    }
    return words.stream().map(NpmBounds::comparator).reduce(_ -> true, Predicate::and);
  }

  /// What stands before the hyphen of `1.2 - 3.4`.
  private static Predicate<Version> from(Part part) {
    return part.isAny()
        ? _ -> true
        : atLeast(part.prerelease().isEmpty() ? part.low() : part.text());
  }

  /// What stands behind it: all that begins like it is in.
  private static Predicate<Version> upTo(Part part) {
    if (part.isAny()) {
      return _ -> true;
    }
    return part.prerelease().isEmpty() || !part.isWhole()
        ? below(part.next())
        : atMost(part.text());
  }

  private static Predicate<Version> comparator(String word) {
    if (word.startsWith("~")) {
      return tilde(Part.of(word.substring(word.startsWith("~>") ? 2 : 1)));
    }
    if (word.startsWith("^")) {
      return caret(Part.of(word.substring(1)));
    }
    boolean readable = NpmRange.isPlain(word);
    String plain = readable ? word : NpmRange.withoutStar(word);
    if (plain.isEmpty()) {
      return _ -> true;
    }
    int sign = plain.startsWith("<") || plain.startsWith(">") ? 1 : 0;
    sign += plain.startsWith("=", sign) ? 1 : 0;
    return compared(plain.substring(0, sign), Part.of(plain.substring(sign)));
  }

  private static Predicate<Version> compared(String sign, Part part) {
    return switch (sign) {
      case "<" -> part.isAny() ? _ -> false : below(part.isWhole() ? part.text() : part.low());
      case "<=" ->
          part.isAny() ? _ -> true : part.isWhole() ? atMost(part.text()) : below(part.next());
      case ">" ->
          part.isAny()
              ? _ -> false
              : part.isWhole() ? atMost(part.text()).negate() : atLeast(part.next());
      case ">=" -> part.isAny() ? _ -> true : atLeast(part.isWhole() ? part.text() : part.low());
      default ->
          part.isAny()
              ? _ -> true
              : part.isWhole()
                  ? atLeast(part.text()).and(atMost(part.text()))
                  : atLeast(part.low()).and(below(part.next()));
    };
  }

  /// `~1.2.3`: as the last number that is named goes up, but never a minor one.
  private static Predicate<Version> tilde(Part part) {
    if (part.isAny()) {
      return _ -> true;
    }
    return atLeast(part.isWhole() ? part.text() : part.low())
        .and(below(part.hasMinor() ? part.nextMinor() : part.nextMajor()));
  }

  /// `^1.2.3`: as long as the first number that is not 0 stays.
  private static Predicate<Version> caret(Part part) {
    if (part.isAny()) {
      return _ -> true;
    }
    String end =
        !part.hasMinor() || !part.major().equals("0")
            ? part.nextMajor()
            : part.isWhole() && part.minor().equals("0") ? part.next() : part.nextMinor();
    return atLeast(part.isWhole() ? part.text() : part.low()).and(below(end));
  }

  private static Predicate<Version> atLeast(String bound) {
    Version low = Version.of(bound);
    return version -> version.compareTo(low) >= 0;
  }

  private static Predicate<Version> atMost(String bound) {
    Version high = Version.of(bound);
    return version -> version.compareTo(high) <= 0;
  }

  private static Predicate<Version> below(String bound) {
    return atLeast(bound).negate();
  }

  /// A version with parts left out or written `x`. A part that is left out is empty.
  private record Part(String major, String minor, String patch, String prerelease) {
    static Part of(String text) {
      int start = 0;
      while (start < text.length() && "v=".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int hyphen = text.indexOf('-', start);
      List<String> core = Parsed.split(text.substring(start, hyphen < 0 ? text.length() : hyphen));
      String major = number(core, 0);
      String minor = major.isEmpty() ? "" : number(core, 1);
      String patch = minor.isEmpty() ? "" : number(core, 2);
      return new Part(
          major, minor, patch, hyphen < 0 || patch.isEmpty() ? "" : text.substring(hyphen));
    }

    private static String number(List<String> core, int at) {
      String part = at < core.size() ? core.get(at).toLowerCase(Locale.ROOT) : "";
      return part.equals("x") || part.equals("*") ? "" : part;
    }

    boolean isAny() {
      return major.isEmpty();
    }

    boolean hasMinor() {
      return !minor.isEmpty();
    }

    boolean isWhole() {
      return !patch.isEmpty();
    }

    String text() {
      return major + "." + minor + "." + patch + prerelease;
    }

    /// The lowest version that begins like it.
    String low() {
      return major
          + "."
          + (minor.isEmpty() ? "0" : minor)
          + "."
          + (patch.isEmpty() ? "0" : patch)
          + "-0";
    }

    /// The lowest version above all that begin like it.
    String next() {
      return isWhole()
          ? major + "." + minor + "." + (Long.parseLong(patch) + 1) + "-0"
          : hasMinor() ? nextMinor() : nextMajor();
    }

    String nextMinor() {
      return major + "." + (Long.parseLong(minor) + 1) + ".0-0";
    }

    String nextMajor() {
      return (Long.parseLong(major) + 1) + ".0.0-0";
    }
  }
}
