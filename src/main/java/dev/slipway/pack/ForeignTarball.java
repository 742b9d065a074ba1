package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A tarball that somebody else made, or that somebody else kept: read to be looked at, never
/// unpacked. Nothing in it is believed; whatever an honest package does not have makes it
/// unreadable.
public sealed interface ForeignTarball {
  /// How much of a tarball is looked at.
  ///
  /// @param unpacked bytes in all its files together
  /// @param files how many of them
  record Limits(long unpacked, int files) {
    /// 1 GiB in 100,000 files.
    public static final Limits STANDARD = new Limits(1L << 30, 100_000);
  }

  /// It was read to its end.
  ///
  /// @param manifest its package.json
  /// @param files in the order they have inside
  /// @param size of the tarball in bytes
  record Read(PackageManifest manifest, List<PackedFile> files, long size)
      implements ForeignTarball {
    public Read {
      files = List.copyOf(files);
    }

    /// The sizes of its files added up.
    public long unpackedSize() {
      return files.stream().mapToLong(PackedFile::size).sum();
    }
  }

  /// It was not.
  ///
  /// @param why goes on after "it", such as "holds a link"
  record Unreadable(String why) implements ForeignTarball {}

  /// Reads a tarball.
  static ForeignTarball read(byte[] tgz, Limits limits) {
    try {
      return entries(tgz, limits);
    } catch (TarReader.Malformed malformed) {
      return new Unreadable(String.valueOf(malformed.getMessage()));
    } catch (EOFException cut) {
      return new Unreadable("ends too early");
    } catch (IOException broken) {
      return new Unreadable("cannot be decompressed");
    } catch (Refused manifest) {
      return new Unreadable("has a package.json that cannot be read");
    }
  }

  private static Read entries(byte[] tgz, Limits limits) throws IOException {
    List<PackedFile> files = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    Optional<PackageManifest> manifest = Optional.empty();
    try (ForeignGzip gzip = new ForeignGzip(tgz, limits.unpacked())) {
      TarReader tar = new TarReader(gzip);
      for (Optional<TarReader.Header> each = tar.next(); each.isPresent(); each = tar.next()) {
        TarReader.Header header = each.get();
        if (header.isFolder()) {
          continue;
        }
        String path = path(header.name());
        if (seen.put(folded(path), path) != null) {
          throw new TarReader.Malformed("holds two files whose names some systems take for one");
        }
        if (files.size() == limits.files()) {
          throw new TarReader.Malformed("holds more than " + limits.files() + " files");
        }
        files.add(new PackedFile(path, header.size(), header.mode()));
        if (path.equals(PackageManifest.FILE)) {
          manifest = Optional.of(manifest(tar, header.size()));
        }
      }
      gzip.end();
    }
    PackageManifest found =
        manifest.orElseThrow(() -> new TarReader.Malformed("holds no package.json"));
    return new Read(found, files, tgz.length);
  }

  private static PackageManifest manifest(TarReader tar, long size) throws IOException {
    if (size > PackageManifest.LARGEST) {
      throw new TarReader.Malformed("has a package.json of " + size + " bytes");
    }
    return PackageManifest.read(tar.read((int) size), PackageManifest.FILE);
  }

  /// The path below the top folder, whatever that is called: npm cuts it off unseen.
  private static String path(String name) throws TarReader.Malformed {
    int slash = name.indexOf('/');
    String path = slash < 0 ? "" : name.substring(slash + 1);
    boolean outside =
        slash < 1
            || path.isEmpty()
            || path.startsWith("/")
            || path.indexOf('\\') >= 0
            || path.indexOf('\0') >= 0
            || name.startsWith("../")
            || List.of(path.split("/", -1)).contains("..");
    if (outside) {
      throw new TarReader.Malformed("holds a file outside of its folder");
    }
    return path;
  }

  private static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
