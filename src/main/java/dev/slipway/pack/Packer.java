package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.Reprint;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the tarball that npm would publish from a directory. The same files give the same bytes,
/// whatever the machine's language, time zone, cores or order of files on disk; the archive inside
/// is npm's to the byte, and only its compression is our own.
///
/// Where we depart from npm on purpose: a file that is a hard link is packed as the file it is (npm
/// writes a link that is lost when the package is installed); a file whose name has pattern
/// characters in it is found by `files` (npm 12 loses it); and names that would be unpacked
/// somewhere else than they were packed are refused.
public final class Packer {
  private Packer() {}

  /// Packs into the directory that the request names; a file of the same name there is replaced.
  ///
  /// @throws IOException when a file cannot be read or the tarball cannot be written
  /// @throws Refused when the package cannot be packed as it is
  public static Tarball pack(PackRequest request) throws IOException {
    try {
      Bytes source = manifestBytes(request);
      PackageManifest manifest = PackageManifest.read(source.toArray(), PackageManifest.FILE);
      Tree tree = new Tree(request.directory(), request.replaced().keySet());
      FileList list = FileList.of(tree, manifest, request.directory());
      SafeNames.check(list.entries());
      Map<String, Bytes> replaced = new LinkedHashMap<>(request.replaced());
      if (manifest.json().get("patchedDependencies").isPresent()) {
        // As npm 12 does: what is patched here is nobody else's business.
        replaced.put(
            PackageManifest.FILE, Bytes.of(Reprint.without(source.text(), "patchedDependencies")));
      }
      List<Problem> warnings = OtherNpm.difference(tree, manifest, list).stream().toList();
      return write(request, manifest, list, replaced, Commands.of(tree, manifest), warnings);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static Bytes manifestBytes(PackRequest request) throws IOException {
    Bytes replaced = request.replaced().get(PackageManifest.FILE);
    if (replaced != null) {
      return replaced;
    }
    Path file = request.directory().resolve(PackageManifest.FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refused(
          Problem.configuration(
              "NO_MANIFEST",
              "There is no package.json in the directory to be packed.",
              "Check out the repository first, and name the package's directory with the input"
                  + " `directory`."));
    }
    return Bytes.of(Files.readAllBytes(file));
  }

  private static Tarball write(
      PackRequest request,
      PackageManifest manifest,
      FileList list,
      Map<String, Bytes> replaced,
      Map<String, String> commands,
      List<Problem> warnings)
      throws IOException {
    Files.createDirectories(request.into());
    String filename = filename(manifest);
    Path file = request.into().resolve(filename);
    List<PackedFile> packed = new ArrayList<>();
    try (DigestingFile out = new DigestingFile(file);
        Gzip gzip = new Gzip(out, request.threads());
        SafeFiles files = new SafeFiles(request.directory())) {
      TarWriter tar = new TarWriter(gzip);
      for (Entry entry : list.entries()) {
        boolean runs =
            Commands.makesExecutable(commands, entry.path())
                || request.executable().contains(entry.path());
        int executable = runs ? 0111 : 0;
        int mode = TarHeader.portableMode(entry.mode() | executable);
        Bytes content = replaced.get(entry.path());
        packed.add(
            content != null
                ? tar.file(entry.path(), mode, content)
                : tar.file(entry.path(), mode, entry.size(), files.open(entry)));
      }
      tar.end();
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
          warnings);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
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
}
