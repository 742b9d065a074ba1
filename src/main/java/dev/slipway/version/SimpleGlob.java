package dev.slipway.version;

import static dev.slipway.version.GlobSource.ANY;
import static dev.slipway.version.GlobSource.ANY_BUT_DOT;
import static dev.slipway.version.GlobSource.DOT;
import static dev.slipway.version.GlobSource.STAR;

/// Globs without slashes, groups, braces and quotes, which need no tokens: each run of one sign is
/// looked at by itself.
final class SimpleGlob {
  private SimpleGlob() {}

  static boolean isSimple(String glob) {
    return !glob.startsWith("*")
        && !glob.startsWith("!")
        && glob.chars().noneMatch(c -> "/()[]{}\"".indexOf(c) >= 0);
  }

  static String source(String glob) {
    StringBuilder source = new StringBuilder();
    boolean backslashes = false;
    for (int at = 0; at < glob.length(); ) {
      if (GlobSource.isWord(glob.charAt(at))) {
        source.append(glob.charAt(at++));
        continue;
      }
      boolean escaped =
          glob.charAt(at) == '\\'
              && at + 1 < glob.length()
              && !GlobSource.isWord(glob.charAt(at + 1));
      int first = escaped ? at + 1 : at;
      int end = first + 1;
      while (end < glob.length() && glob.charAt(end) == glob.charAt(first)) {
        end++;
      }
      backslashes |= glob.charAt(first) == '\\';
      source.append(run(glob, at, first, end));
      at = end;
    }
    return backslashes ? withoutExtraBackslashes(source.toString()) : source.toString();
  }

  /// What a run of one sign becomes, with the backslash before it.
  private static String run(String glob, int at, int first, int end) {
    String all = glob.substring(at, end);
    boolean escaped = first > at;
    int length = end - first;
    return switch (glob.charAt(first)) {
      case '\\' -> all;
      case '?' ->
          escaped
              ? "\\?" + ANY.repeat(length - 1)
              : at == 0 ? ANY_BUT_DOT + ANY.repeat(length - 1) : ANY.repeat(length);
      case '.' -> DOT.repeat(length);
      case '*' -> escaped ? "\\*" + (length > 1 ? STAR : "") : STAR;
      default -> escaped ? all : "\\" + all;
    };
  }

  /// Two backslashes for an even number of them, one for an odd number.
  private static String withoutExtraBackslashes(String source) {
    StringBuilder kept = new StringBuilder();
    for (int at = 0; at < source.length(); ) {
      int end = at;
      while (end < source.length() && source.charAt(end) == '\\') {
        end++;
      }
      if (end == at) {
        kept.append(source.charAt(at++));
      } else {
        kept.append((end - at) % 2 == 0 ? "\\\\" : "\\");
        at = end;
      }
    }
    return kept.toString();
  }

  /// `/<([!=]|\w+>)/`: the start of a look behind or of a named group.
  static boolean holdsNameOrLook(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int end = at + 1;
      if (text.startsWith("!", end) || text.startsWith("=", end)) {
        return true;
      }
      while (end < text.length() && GlobSource.isWord(text.charAt(end))) {
        end++;
      }
      if (end > at + 1 && text.startsWith(">", end)) {
        return true;
      }
    }
    return false;
  }
}
