package dev.slipway.guard;

import dev.slipway.pack.ForeignTarball;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which files a version adds to a package, takes out of it, and makes larger or smaller.
///
/// @param version the version it is compared with
/// @param size that version's tarball in bytes
/// @param unpackedSize the sizes of that version's files added up
/// @param enter files that were not there
/// @param leave files that are no longer there
/// @param resized files with another size
public record Difference(
    String version,
    long size,
    long unpackedSize,
    List<PackedFile> enter,
    List<PackedFile> leave,
    List<Resized> resized) {
  public Difference {
    enter = List.copyOf(enter);
    leave = List.copyOf(leave);
    resized = List.copyOf(resized);
  }

  /// A file with another size than before.
  public record Resized(String path, long before, long after) {
    /// How many bytes it has gained; negative when it has lost some.
    public long growth() {
      return after - before;
    }
  }

  /// Compares what was packed with what was published.
  public static Difference between(String version, ForeignTarball.Read last, Tarball tarball) {
    Map<String, PackedFile> before = new LinkedHashMap<>();
    last.files().forEach(file -> before.put(file.path(), file));
    List<PackedFile> enter = new ArrayList<>();
    List<Resized> resized = new ArrayList<>();
    for (PackedFile file : tarball.files()) {
      PackedFile old = before.remove(file.path());
      if (old == null) {
        enter.add(file);
      } else if (old.size() != file.size()) {
        resized.add(new Resized(file.path(), old.size(), file.size()));
      }
    }
    return new Difference(
        version, last.size(), last.unpackedSize(), enter, List.copyOf(before.values()), resized);
  }
}
