import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// One start-up cache from two of the same, without the moment at which they were made: what the two dumps
/// do not share must be their checksums in the header and clock readings of soft references (milliseconds of
/// the machine's uptime), and is set to nothing. Anything else that differs is an error.
///
/// Nobody reads either: the checksums are looked at under `-XX:+VerifySharedSpaces` only, and a soft
/// reference of the cache is measured against a clock that is set anew at each start.
///
/// Usage: `java SameBits.java FIRST SECOND OUT UNTIL` where UNTIL is the uptime in seconds after both were made.
public final class SameBits {
  private static final int HEADER = 4096;

  private SameBits() {}

  /// Writes the cache, or fails with the places that differ.
  public static void main(String[] arguments) throws IOException {
    ByteBuffer first = read(arguments[0]);
    ByteBuffer second = read(arguments[1]);
    long until = Math.round(Double.parseDouble(arguments[3]) * 1000);
    if (first.capacity() != second.capacity()) {
      fail("the two have " + first.capacity() + " and " + second.capacity() + " bytes");
    }
    int checksums = 0;
    int clocks = 0;
    for (int at = first.mismatch(second); at >= 0; at = next(first, second, at)) {
      int word = at & ~7;
      if (word < HEADER) {
        int half = at & ~3;
        first.putInt(half, 0);
        second.putInt(half, 0);
        checksums++;
      } else {
        clock(first, word, until);
        clock(second, word, until);
        clocks++;
      }
    }
    Files.write(Path.of(arguments[2]), first.array());
    System.err.println("start-up cache: " + checksums + " checksums and " + clocks + " clock readings set to nothing");
  }

  private static int next(ByteBuffer first, ByteBuffer second, int from) {
    int word = from & ~3;
    int further = first.slice(word, first.capacity() - word).mismatch(second.slice(word, second.capacity() - word));
    return further < 0 ? -1 : word + further;
  }

  private static void clock(ByteBuffer cache, int at, long until) {
    long value = cache.getLong(at);
    if (value < 0 || value > until) {
      fail("the two differ at " + Integer.toHexString(at) + ", and " + value + " is no uptime below " + until);
    }
    cache.putLong(at, 0);
  }

  private static ByteBuffer read(String file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(Path.of(file))).order(ByteOrder.nativeOrder());
  }

  private static void fail(String what) {
    System.err.println("start-up cache: not reproducible: " + what);
    System.exit(1);
  }
}
