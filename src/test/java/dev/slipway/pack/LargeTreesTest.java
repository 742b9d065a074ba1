package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Packages of a size that is rare. Takes minutes and 5 GB of disk; asked for with
/// `-Dslipway.pack.large=true`.
@EnabledIfSystemProperty(named = "slipway.pack.large", matches = "true")
class LargeTreesTest {
  private static final long FOUR_GIB = 4L << 30;

  @TempDir Path folder;

  @Test
  void a_hundred_thousand_files_are_packed_each_once() throws IOException {
    Path directory = new Sample("", java.util.List.of("a.js")).write(folder.resolve("pkg"));
    for (int i = 0; i < 100_000; i++) {
      Path file = directory.resolve("lib/" + i / 1000 + "/" + i + ".js");
      if (i % 1000 == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, "exports.n = " + i + "\n");
    }

    Tarball tarball = Packer.pack(PackRequest.of(directory, folder.resolve("out")));

    assertThat(tarball.files()).hasSize(100_002);
    assertThat(tarball.files().stream().map(PackedFile::path).distinct()).hasSize(100_002);
  }

  @Test
  void a_file_of_4_gib_comes_out_as_it_went_in() throws Exception {
    Path directory = new Sample("", java.util.List.of("a.js")).write(folder.resolve("pkg"));
    Path large = directory.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(FOUR_GIB + 7);
      for (long at : new long[] {0, (1L << 31) - 3, (1L << 32) - 3, FOUR_GIB}) {
        file.seek(at);
        file.write("mark".getBytes(StandardCharsets.US_ASCII));
      }
    }

    Tarball tarball = Packer.pack(PackRequest.of(directory, folder.resolve("out")));

    assertThat(tarball.unpackedSize()).isGreaterThan(FOUR_GIB + 7);
    assertThat(unpacked(tarball.file())).isEqualTo(digest(large));
  }

  /// The large file's digest as the system's own tar takes it out.
  private static String unpacked(Path tgz) throws Exception {
    Process tar =
        new ProcessBuilder("tar", "-xzOf", tgz.toString(), "package/large.bin")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = tar.getInputStream()) {
      String digest = digest(in);
      assertThat(tar.waitFor()).isZero();
      return digest;
    }
  }

  private static String digest(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return digest(in);
    }
  }

  private static String digest(java.io.InputStream in) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
