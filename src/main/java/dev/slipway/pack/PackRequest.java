package dev.slipway.pack;

import dev.slipway.world.Bytes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What to pack, and where to.
///
/// @param directory the package's directory
/// @param replaced contents that stand in for those on disk, by path inside the package: the
///   package.json with the new version, where the workspace itself is not written
/// @param into the directory for the `.tgz`; made when missing
/// @param threads how many may compress
public record PackRequest(Path directory, Map<String, Bytes> replaced, Path into, int threads) {
  public PackRequest {
    replaced = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread");
    }
  }

  /// Packs a directory as it is on disk.
  public static PackRequest of(Path directory, Path into) {
    return new PackRequest(directory, Map.of(), into, Runtime.getRuntime().availableProcessors());
  }

  /// The same with one content replaced.
  public PackRequest replacing(String path, Bytes content) {
    Map<String, Bytes> more = new LinkedHashMap<>(replaced);
    more.put(path, content);
    return new PackRequest(directory, more, into, threads);
  }
}
