package dev.slipway.world;

import java.io.IOException;
import java.io.InputStream;

/// What a request carries.
public sealed interface Payload {
  /// Nothing; `content-length: 0` where the method wants one.
  record Empty() implements Payload {}

  /// A few bytes in memory.
  ///
  /// @param type the content type
  record Content(Bytes bytes, String type) implements Payload {}

  /// Many bytes of a known number, read when they are sent and again when they are sent again.
  ///
  /// @param length the exact number of bytes that the source gives
  /// @param type the content type
  record Stream(long length, String type, Source source) implements Payload {}

  /// Opens the bytes anew.
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }
}
