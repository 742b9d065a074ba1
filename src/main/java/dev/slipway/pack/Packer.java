package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the tarball that npm would publish from a directory. The same files give the same bytes,
/// whatever the machine's language, time zone, cores or order of files on disk.
public final class Packer {
  private Packer() {}

  /// Packs into the directory that the request names; a file of the same name there is replaced.
  ///
  /// @throws IOException when a file cannot be read or the tarball cannot be written
  /// @throws dev.slipway.problem.Refused when the package cannot be packed as it is
  public static Tarball pack(PackRequest request) throws IOException {
    Bytes replaced = request.replaced().get("package.json");
    PackageManifest manifest =
        PackageManifest.read(
            replaced != null
                ? replaced.toArray()
                : Files.readAllBytes(request.directory().resolve("package.json")),
            "package.json");
    List<Entry> entries = FileList.of(request.directory(), manifest);
    Files.createDirectories(request.into());
    String filename = filename(manifest);
    Path file = request.into().resolve(filename);
    List<PackedFile> packed = new ArrayList<>();
    try (DigestingFile out = new DigestingFile(file);
        Gzip gzip = new Gzip(out, request.threads())) {
      for (Entry entry : entries) {
        packed.add(write(entry, Optional.ofNullable(request.replaced().get(entry.path())), gzip));
      }
      gzip.write(new byte[2 * TarHeader.BLOCK]);
      gzip.finish();
      return new Tarball(
          manifest,
          manifest.name(),
          manifest.version(),
          file,
          filename,
          out.size(),
          packed.stream().mapToLong(PackedFile::size).sum(),
          out.shasum(),
          out.integrity(),
          packed,
          List.of(),
          List.of());
    }
  }

  /// `@acme/widget` 1.2.3 is `acme-widget-1.2.3.tgz`.
  private static String filename(PackageManifest manifest) {
    String name = manifest.name();
    return (name.startsWith("@") ? name.substring(1) : name).replace('/', '-')
        + "-"
        + manifest.version()
        + ".tgz";
  }

  private static PackedFile write(Entry entry, Optional<Bytes> replaced, OutputStream out)
      throws IOException {
    long size = replaced.map(Bytes::size).map(Integer::longValue).orElse(entry.size());
    int mode = TarHeader.portableMode(entry.mode());
    out.write(TarHeader.file("package/" + entry.path(), size, mode));
    if (replaced.isPresent()) {
      out.write(replaced.get().toArray());
    } else {
      copy(entry, out);
    }
    out.write(new byte[(int) (-size & (TarHeader.BLOCK - 1))]);
    return new PackedFile(entry.path(), size, mode);
  }

  private static void copy(Entry entry, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] buffer = new byte[64 << 10];
      long left = entry.size();
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new IOException(entry.path() + " became shorter while it was packed");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
      if (in.read() >= 0) {
        throw new IOException(entry.path() + " became longer while it was packed");
      }
    }
  }
}
