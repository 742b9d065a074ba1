package dev.slipway.version;

import java.util.Map;
import java.util.Optional;

/// The regular expression that micromatch makes of a glob, letter by letter: the answers of its odd
/// corners hang on it. This is the way in; [GlobReader] reads what is no simple case.
final class GlobSource {
  static final String ANY = "[^/]";
  static final String ANY_BUT_DOT = "[^.\\/]";
  static final String STAR = "[^/]*?";
  static final String DOT = "\\.";
  static final String SLASH = "\\/";
  static final String SOMETHING = "(?=.)";
  static final String NO_DOT = "(?!\\.)";
  static final String NO_DOT_SLASH = "(?!\\.{0,1}(?:\\/|$))";
  static final String GLOBSTAR = "(?:(?:(?!(?:^|\\/)\\.).)*?)";

  private static final Map<String, String> SHORTER =
      Map.of("***", "*", "**/**", "**", "**/**/**", "**");

  private GlobSource() {}

  static String of(String glob) {
    char first = glob.charAt(0);
    Optional<String> simple =
        first == '.' || first == '*' ? simple(withoutPrefix(shorter(glob))) : Optional.empty();
    if (simple.isPresent()) {
      return whole(simple.get() + SLASH + "?");
    }
    GlobReader reader = GlobReader.read(withoutPrefix(shorter(glob)), true);
    String source = whole(reader.output());
    return reader.isNegated() ? "^(?!" + source + ").*$" : source;
  }

  static String whole(String source) {
    return "^(?:" + source + ")$";
  }

  private static String shorter(String glob) {
    return SHORTER.getOrDefault(glob, glob);
  }

  private static String withoutPrefix(String glob) {
    return glob.startsWith("./") ? glob.substring(2) : glob;
  }

  /// The handful of globs that micromatch knows by heart, with any number of extensions.
  private static Optional<String> simple(String glob) {
    return switch (glob) {
      case "*" -> Optional.of(NO_DOT + SOMETHING + STAR);
      case ".*" -> Optional.of(DOT + SOMETHING + STAR);
      case "*.*" -> Optional.of(NO_DOT + STAR + DOT + SOMETHING + STAR);
      case "*/*" -> Optional.of(NO_DOT + STAR + SLASH + SOMETHING + NO_DOT + STAR);
      case "**" -> Optional.of(NO_DOT + GLOBSTAR);
      case "**/*" -> Optional.of(folders() + NO_DOT + SOMETHING + STAR);
      case "**/*.*" -> Optional.of(folders() + NO_DOT + STAR + DOT + SOMETHING + STAR);
      case "**/.*" -> Optional.of(folders() + DOT + SOMETHING + STAR);
      default -> {
        int dot = glob.lastIndexOf('.');
        boolean extension =
            dot > 0
                && dot + 1 < glob.length()
                && glob.chars().skip(dot + 1L).allMatch(c -> isWord((char) c))
                && glob.chars().noneMatch(c -> "\n\r\u2028\u2029".indexOf(c) >= 0);
        yield extension
            ? simple(glob.substring(0, dot)).map(source -> source + DOT + glob.substring(dot + 1))
            : Optional.empty();
      }
    };
  }

  private static String folders() {
    return "(?:" + NO_DOT + GLOBSTAR + SLASH + ")?";
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /// Puts a backslash before each sign that means something in an expression, but not before a
  /// backslash.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isSpecial(text.charAt(i))) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  static boolean isSpecial(char c) {
    return "-*+?.^${}(|)[]".indexOf(c) >= 0;
  }
}
