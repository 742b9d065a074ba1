package dev.slipway.version;

import java.util.Optional;

/// A piece of a glob while it is read. What it becomes may change with what follows.
final class GlobToken {
  /// What a token is.
  enum Type {
    START,
    TEXT,
    STAR,
    GLOBSTAR,
    ANY_ONE,
    PLUS,
    AT,
    NEGATE,
    BRACKET,
    PAREN,
    BRACE,
    COMMA,
    SLASH,
    DOT,
    DOTS,
    MAYBE_SLASH
  }

  Type type;
  String value;

  /// What it becomes; empty: its own value.
  Optional<String> output;

  Optional<GlobToken> before = Optional.empty();
  boolean extended;
  boolean manyStars;
  boolean named;

  /// For an opening brace: whether a comma or two dots were seen in it, and where it stands.
  boolean hasComma;

  boolean hasDots;
  int outputAt;
  int tokenAt;

  GlobToken(Type type, String value) {
    this.type = type;
    this.value = value;
    output = Optional.empty();
  }

  GlobToken(Type type, String value, String output) {
    this.type = type;
    this.value = value;
    this.output = Optional.of(output);
  }

  GlobToken extended() {
    extended = true;
    return this;
  }

  boolean is(Type a) {
    return type == a;
  }

  boolean is(Type a, Type b) {
    return type == a || type == b;
  }

  String text() {
    return output.orElse(value);
  }

  void addOutput(String more) {
    output = Optional.of(output.orElse("") + more);
  }
}
