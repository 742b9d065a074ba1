package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/// A packed package, on disk.
///
/// @param manifest the package.json inside it
/// @param name the package's name
/// @param version the package's version
/// @param file the `.tgz`
/// @param filename what npm would call it, such as `acme-widget-1.2.3.tgz`
/// @param size of the `.tgz` in bytes
/// @param unpackedSize the sizes of its files added up
/// @param shasum SHA-1 of the `.tgz`, hexadecimal
/// @param integrity `sha512-` and the base64 of the SHA-512 of the `.tgz`
/// @param files in the order they have inside
/// @param warnings what is worth saying about it
public record Tarball(
    PackageManifest manifest,
    String name,
    String version,
    Path file,
    String filename,
    long size,
    long unpackedSize,
    String shasum,
    String integrity,
    List<PackedFile> files,
    List<Problem> warnings) {
  public Tarball {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }
}
