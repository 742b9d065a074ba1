package dev.slipway.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A run of bytes that does not change.
public final class Bytes {
  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// These bytes. The caller hands them over and does not touch them again.
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes);
  }

  /// A text as UTF-8.
  public static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy.
  public byte[] toArray() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  /// The text that they are in UTF-8.
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// How many they are.
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
