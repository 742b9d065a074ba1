package dev.slipway.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// One block of a gzip member, with all it needs to be compressed. It is filled, compressed and
/// emptied again and again: a package of any size is compressed in the memory of a few of these.
final class GzipBlock implements AutoCloseable {
  /// Large enough that cutting costs less than a thousandth, small enough to keep memory flat.
  static final int SIZE = 1 << 20;

  /// How far deflate looks back.
  private static final int WINDOW = 32 << 10;

  /// Within a thousandth or two of npm's level 9 in size, at half its time: measured by
  /// `bench/pack`.
  private static final int LEVEL = 7;

  private final Deflater deflater = new Deflater(LEVEL, true);
  private final byte[] before = new byte[WINDOW];
  private final byte[] input = new byte[SIZE];
  private byte[] output = new byte[SIZE / 2];
  private int primed;
  private int filled;
  private int made;

  /// Empties it, to follow a block that is full.
  void follow(GzipBlock previous) {
    System.arraycopy(previous.input, SIZE - WINDOW, before, 0, WINDOW);
    primed = WINDOW;
    filled = 0;
  }

  /// Takes what there is room for, and says how much that was.
  int take(byte[] bytes, int from, int count) {
    int taken = Math.min(count, SIZE - filled);
    System.arraycopy(bytes, from, input, filled, taken);
    filled += taken;
    return taken;
  }

  boolean isFull() {
    return filled == SIZE;
  }

  /// How many bytes of the input are in use.
  int filled() {
    return filled;
  }

  void digest(CRC32 crc) {
    crc.update(input, 0, filled);
  }

  /// Compresses what was taken.
  ///
  /// @param last whether the member ends here
  void deflate(boolean last) {
    deflater.reset();
    if (primed > 0) {
      deflater.setDictionary(before, 0, primed);
    }
    deflater.setInput(input, 0, filled);
    if (last) {
      deflater.finish();
    }
    made = 0;
    while (true) {
      made +=
          deflater.deflate(
              output, made, output.length - made, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
      if (last ? deflater.finished() : made < output.length) {
        return;
      }
      output = Arrays.copyOf(output, output.length * 2);
    }
  }

  /// Writes what it was compressed to.
  void writeTo(OutputStream out) throws IOException {
    out.write(output, 0, made);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
