package dev.slipway.npm;

import dev.slipway.world.Secret;

/// What stands in the place where a token should stand. Most failed releases are one of the last
/// four.
sealed interface TokenText {
  /// Something that can be a token.
  record Usable(Secret token) implements TokenText {}

  /// Nothing: the secret is not there, or is empty.
  record Missing() implements TokenText {}

  /// `${NAME}`: the variable was not set where the file was read.
  record Unresolved(String name) implements TokenText {}

  /// What `actions/setup-node` or an example writes where it has no token.
  record Placeholder() implements TokenText {}

  /// Something that cannot be a token.
  ///
  /// @param why in words, without the text itself
  record Malformed(String why) implements TokenText {}

  /// Looks at a text. White space around it is left out.
  static TokenText of(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.equals("undefined") || plain.equals("null")) {
      return new Missing();
    }
    int open = plain.indexOf("${");
    if (open >= 0) {
      int close = plain.indexOf('}', open);
      String name = close < 0 ? plain.substring(open + 2) : plain.substring(open + 2, close);
      return new Unresolved(name.replace("{", "").replace("}", "").strip());
    }
    if (isPlaceholder(plain)) {
      return new Placeholder();
    }
    if (plain.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return new Malformed("it has white space or a character in it that no token has");
    }
    if (plain.startsWith("\"") || plain.startsWith("'")) {
      return new Malformed("it stands in quotes");
    }
    if (plain.startsWith("Bearer") || plain.contains("_authToken=")) {
      return new Malformed("it is a whole header or a line of an .npmrc, not the token alone");
    }
    return new Usable(Secret.of(plain));
  }

  private static boolean isPlaceholder(String text) {
    boolean crosses =
        text.length() > 3
            && text.chars().allMatch(c -> c == 'X' || c == 'x' || c == '-' || c == '*');
    return crosses
        || text.equalsIgnoreCase("npm_token")
        || text.equalsIgnoreCase("your-token")
        || text.equalsIgnoreCase("placeholder")
        || text.equalsIgnoreCase("dummy")
        || text.equals("00000-00000-00000-00000");
  }
}
