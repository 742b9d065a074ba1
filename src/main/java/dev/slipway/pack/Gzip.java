package dev.slipway.pack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/// Compresses on several threads into one gzip member. The input is cut into blocks of a fixed size
/// and each block is primed with the end of the one before, so the bytes depend on the input and on
/// the JDK's zlib alone: never on the number of threads, on time or on chance. It takes the memory
/// of two blocks for each thread, whatever the size of the input.
final class Gzip extends OutputStream {
  private static final int BLOCKS_PER_THREAD = 2;

  /// A block that a thread compresses or has compressed.
  private record Pending(GzipBlock block, Future<?> done) {}

  private final OutputStream out;
  private final ExecutorService workers;
  private final int most;
  private final List<GzipBlock> blocks = new ArrayList<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private GzipBlock block;
  private long length;

  Gzip(OutputStream out, int threads) throws IOException {
    this.out = out;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("deflate-", 0).factory());
    this.most = threads * BLOCKS_PER_THREAD;
    this.block = empty();
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
    int end = from + count;
    while (at < end) {
      if (block.isFull()) {
        GzipBlock full = block;
        submit(full, false);
        block = empty();
        block.follow(full);
      }
      at += block.take(bytes, at, end - at);
    }
  }

  private void submit(GzipBlock filled, boolean last) {
    filled.digest(crc);
    length += filled.filled();
    pending.add(new Pending(filled, workers.submit(() -> filled.deflate(last))));
  }

  /// A block to be filled: another one while there are few, else the first that is done.
  private GzipBlock empty() throws IOException {
    if (blocks.size() == most) {
      return written();
    }
    GzipBlock another = new GzipBlock();
    blocks.add(another);
    return another;
  }

  /// Writes what the first block in line was compressed to.
  private GzipBlock written() throws IOException {
    Pending first = pending.remove();
    try {
      first.done().get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("compressing was stopped");
    } catch (ExecutionException failed) {
      throw new UncheckedIOException(new IOException("compressing failed", failed));
    }
    first.block().writeTo(out);
    return first.block();
  }

  /// Writes what is left, the checksum and the length; does not close the stream behind.
  void finish() throws IOException {
    submit(block, true);
    while (!pending.isEmpty()) {
      written();
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
    workers.shutdownNow();
    blocks.forEach(GzipBlock::close);
  }
}
