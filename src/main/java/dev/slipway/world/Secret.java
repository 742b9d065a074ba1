package dev.slipway.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A text that must not be seen. It has no readable form: whoever needs the bytes asks for them by
/// name, and only the HTTP client and the masks of the log do.
public final class Secret {
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes a text in; the caller lets its own copy go.
  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The text itself. Call it where a header is built or a mask is made, and nowhere else.
  public String reveal() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// True when the texts are the same.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 0;
  }

  /// Three asterisks.
  @Override
  public String toString() {
    return "***";
  }
}
