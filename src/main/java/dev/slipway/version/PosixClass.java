package dev.slipway.version;

import java.util.Optional;

/// The named classes of a glob, `[:alpha:]` and its like, as picomatch spells them out.
final class PosixClass {
  private PosixClass() {}

  static Optional<String> named(String name) {
    return switch (name) {
      case "alnum" -> Optional.of("a-zA-Z0-9");
      case "alpha" -> Optional.of("a-zA-Z");
      case "ascii" -> Optional.of("\\x00-\\x7F");
      case "blank" -> Optional.of(" \\t");
      case "cntrl" -> Optional.of("\\x00-\\x1F\\x7F");
      case "digit" -> Optional.of("0-9");
      case "graph" -> Optional.of("\\x21-\\x7E");
      case "lower" -> Optional.of("a-z");
      case "print" -> Optional.of("\\x20-\\x7E ");
      case "punct" -> Optional.of("\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~");
      case "space" -> Optional.of(" \\t\\r\\n\\v\\f");
      case "upper" -> Optional.of("A-Z");
      case "word" -> Optional.of("A-Za-z0-9_");
      case "xdigit" -> Optional.of("A-Fa-f0-9");
      default -> Optional.empty();
    };
  }
}
