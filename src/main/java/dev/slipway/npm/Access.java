package dev.slipway.npm;

/// Who may see a package.
public enum Access {
  /// Everybody.
  PUBLIC,
  /// Those who were given it.
  RESTRICTED;

  /// As the registry writes it.
  public String wire() {
    return this == PUBLIC ? "public" : "restricted";
  }

  /// Reads `public`, `restricted`, or npm's alias `private`.
  public static java.util.Optional<Access> of(String text) {
    return switch (text) {
      case "public" -> java.util.Optional.of(PUBLIC);
      case "restricted", "private" -> java.util.Optional.of(RESTRICTED);
      default -> java.util.Optional.empty();
    };
  }
}
