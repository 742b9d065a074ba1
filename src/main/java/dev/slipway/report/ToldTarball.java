package dev.slipway.report;

import java.util.List;
import java.util.Optional;

/// The package's file, as it is told to people.
///
/// @param path where it lies, relative to the workspace; empty when it lies elsewhere
/// @param size bytes, packed
/// @param unpackedSize bytes, unpacked
/// @param integrity `sha512-…`
/// @param shasum hexadecimal SHA-1, which registries still show
/// @param files what is in it
/// @param last what the last release had in its place; empty when there is none or it is not known
public record ToldTarball(
    Optional<String> path,
    long size,
    long unpackedSize,
    String integrity,
    String shasum,
    List<File> files,
    Optional<Last> last) {
  public ToldTarball {
    files = List.copyOf(files);
  }

  /// The same, at this path in the workspace.
  public ToldTarball at(String where) {
    return new ToldTarball(Optional.of(where), size, unpackedSize, integrity, shasum, files, last);
  }

  /// The same, beside what the last release had in its place.
  public ToldTarball after(Last before) {
    return new ToldTarball(path, size, unpackedSize, integrity, shasum, files, Optional.of(before));
  }

  /// A file of the package.
  ///
  /// @param path inside the package, with `/`
  /// @param size bytes
  public record File(String path, long size) {}

  /// The file of the last release.
  ///
  /// @param version the version that it is of
  /// @param size bytes, packed; 0 when not known
  /// @param unpackedSize bytes, unpacked; 0 when not known
  /// @param files what was in it; empty when not known
  public record Last(String version, long size, long unpackedSize, List<File> files) {
    public Last {
      files = List.copyOf(files);
    }
  }
}
