package dev.slipway.pack;

import dev.slipway.world.Bytes;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What to pack, and where to.
///
/// @param directory the package's directory
/// @param replaced contents that stand in for those on disk, or that will stand there, by path
///   inside the package: the package.json with the new version and the changelog, where the
///   workspace itself is not written
/// @param executable files that are made executable besides the commands, by path inside the
///   package
/// @param into the directory for the `.tgz`; made when missing
/// @param threads how many may compress
public record PackRequest(
    Path directory, Map<String, Bytes> replaced, Set<String> executable, Path into, int threads) {
  public PackRequest {
    executable = Set.copyOf(executable);
    replaced = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread");
    }
  }

  /// Packs a directory as it is on disk.
  public static PackRequest of(Path directory, Path into) {
    return new PackRequest(
        directory, Map.of(), Set.of(), into, Runtime.getRuntime().availableProcessors());
  }

  /// The same with one content replaced.
  public PackRequest replacing(String path, Bytes content) {
    Map<String, Bytes> more = new LinkedHashMap<>(replaced);
    more.put(path, content);
    return new PackRequest(directory, more, executable, into, threads);
  }

  /// The same with these files made executable.
  public PackRequest withExecutable(Collection<String> paths) {
    return new PackRequest(directory, replaced, Set.copyOf(paths), into, threads);
  }
}
