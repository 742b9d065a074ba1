package dev.slipway.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of a version's text, read in one pass from left to right.
///
/// @param text the version as it was written
/// @param prerelease identifiers behind the hyphen; empty for a stable version
record Parsed(String text, long major, long minor, long patch, List<String> prerelease)
    implements Comparable<Parsed> {
  private static final int LONGEST = 256;

  /// JavaScript's largest safe integer, which is node-semver's limit for each of the three numbers.
  private static final long LARGEST = (1L << 53) - 1;

  Parsed {
    prerelease = List.copyOf(prerelease);
  }

  static Optional<Parsed> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int plus = text.indexOf('+');
    if (plus >= 0 && !areIdentifiers(text.substring(plus + 1), false)) {
      return Optional.empty();
    }
    String rest = plus < 0 ? text : text.substring(0, plus);
    int hyphen = rest.indexOf('-');
    if (hyphen >= 0 && !areIdentifiers(rest.substring(hyphen + 1), true)) {
      return Optional.empty();
    }
    List<String> core = split(hyphen < 0 ? rest : rest.substring(0, hyphen));
    if (core.size() != 3 || !core.stream().allMatch(Parsed::isCoreNumber)) {
      return Optional.empty();
    }
    return Optional.of(
        new Parsed(
            text,
            Long.parseLong(core.get(0)),
            Long.parseLong(core.get(1)),
            Long.parseLong(core.get(2)),
            hyphen < 0 ? List.of() : split(rest.substring(hyphen + 1))));
  }

  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      parts.add(text.substring(start, dot));
      start = dot + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static boolean isCoreNumber(String text) {
    return isNumber(text)
        && (text.length() == 1 || text.charAt(0) != '0')
        && text.length() <= 16
        && Long.parseLong(text) <= LARGEST;
  }

  private static boolean areIdentifiers(String text, boolean ordered) {
    return split(text).stream().allMatch(identifier -> isIdentifier(identifier, ordered));
  }

  /// One identifier. In a prerelease (ordered) a number has no leading zero.
  private static boolean isIdentifier(String text, boolean ordered) {
    return !text.isEmpty()
        && text.chars().allMatch(Parsed::isIdentifierCharacter)
        && !(ordered && isNumber(text) && text.length() > 1 && text.charAt(0) == '0');
  }

  static boolean isIdentifierCharacter(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(Parsed other) {
    int order = Long.compare(major, other.major);
    order = order != 0 ? order : Long.compare(minor, other.minor);
    order = order != 0 ? order : Long.compare(patch, other.patch);
    return order != 0 ? order : comparePrerelease(prerelease, other.prerelease);
  }

  private static int comparePrerelease(List<String> left, List<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      // a stable version is higher than each of its prereleases
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareIdentifiers(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareIdentifiers(String left, String right) {
    boolean leftNumber = isNumber(left);
    boolean rightNumber = isNumber(right);
    if (leftNumber && rightNumber) {
      return left.length() != right.length()
          ? Integer.compare(left.length(), right.length())
          : left.compareTo(right);
    }
    return leftNumber || rightNumber
        ? Boolean.compare(rightNumber, leftNumber)
        : left.compareTo(right);
  }
}
