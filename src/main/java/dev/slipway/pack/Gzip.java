package dev.slipway.pack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compresses on several threads into one gzip member. The input is cut into blocks of a fixed size
/// and each block is primed with the end of the one before, so the bytes depend on the input and on
/// the JDK's zlib alone: never on the number of threads, on time or on chance.
final class Gzip extends OutputStream {
  /// Large enough that cutting costs less than a thousandth, small enough to keep memory flat.
  private static final int BLOCK = 1 << 20;

  /// How far deflate looks back.
  private static final int WINDOW = 32 << 10;

  /// Within a thousandth or two of npm's level 9 in size, at half its time: measured by
  /// `bench/pack`.
  private static final int LEVEL = 7;

  private final OutputStream out;
  private final ExecutorService workers;
  private final int ahead;
  private final Deque<Future<byte[]>> pending = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private byte[] block = new byte[BLOCK];
  private byte[] dictionary = new byte[0];
  private int filled;
  private long length;
  private boolean closed;

  Gzip(OutputStream out, int threads) throws IOException {
    this.out = out;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("deflate-", 0).factory());
    this.ahead = threads + 1;
    // No date, no name; "slowest", and "system unknown", as Node's zlib writes it.
    out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff});
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (filled == BLOCK) {
        submit(false);
      }
      int taken = Math.min(left, BLOCK - filled);
      System.arraycopy(bytes, at, block, filled, taken);
      filled += taken;
      at += taken;
      left -= taken;
    }
  }

  private void submit(boolean last) throws IOException {
    byte[] full = block;
    int count = filled;
    byte[] before = dictionary;
    crc.update(full, 0, count);
    length += count;
    pending.add(workers.submit(() -> deflate(full, count, before, last)));
    if (!last) {
      dictionary = Arrays.copyOfRange(full, count - WINDOW, count);
      block = new byte[BLOCK];
      filled = 0;
    }
    while (pending.size() > ahead) {
      out.write(first());
    }
  }

  private byte[] first() throws IOException {
    try {
      return pending.remove().get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("compressing was stopped");
    } catch (ExecutionException failed) {
      throw new UncheckedIOException(new IOException("compressing failed", failed));
    }
  }

  private static byte[] deflate(byte[] input, int count, byte[] dictionary, boolean last) {
    try (Deflater deflater = new Deflater(LEVEL, true)) {
      if (dictionary.length > 0) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(input, 0, count);
      if (last) {
        deflater.finish();
      }
      byte[] output = new byte[count / 2 + 1024];
      int size = 0;
      while (true) {
        int made =
            deflater.deflate(
                output, size, output.length - size, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
        size += made;
        if (last ? deflater.finished() : size < output.length) {
          return Arrays.copyOf(output, size);
        }
        output = Arrays.copyOf(output, output.length * 2);
      }
    }
  }

  /// Writes what is left, the checksum and the length; does not close the stream behind.
  void finish() throws IOException {
    submit(true);
    while (!pending.isEmpty()) {
      out.write(first());
    }
    byte[] trailer = new byte[8];
    littleEndian(trailer, 0, crc.getValue());
    littleEndian(trailer, 4, length);
    out.write(trailer);
  }

  private static void littleEndian(byte[] bytes, int at, long value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  /// Stops the workers.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      workers.shutdownNow();
    }
  }
}
