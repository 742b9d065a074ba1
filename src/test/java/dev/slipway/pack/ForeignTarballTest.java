package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A tarball out of other hands: read, or refused with the reason; never believed.
class ForeignTarballTest {
  private static final String MANIFEST = "{\"name\":\"w\",\"version\":\"1.0.0\"}";

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  private void entry(String name, char type, String content) {
    entry(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  private void entry(String name, char type, byte[] bytes) {
    byte[] headers = TarHeader.file(name, bytes.length, 0644);
    // The last block is the entry's own; one in front of it would say the same in another form.
    byte[] header = Arrays.copyOfRange(headers, headers.length - 512, headers.length);
    header[156] = (byte) type;
    sum(header);
    tar.writeBytes(header);
    tar.writeBytes(bytes);
    tar.writeBytes(new byte[-bytes.length & 511]);
  }

  private static void sum(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    byte[] digits = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, header, 148, 8);
  }

  private byte[] packed() throws IOException {
    tar.writeBytes(new byte[1024]);
    return gzip(tar.toByteArray());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static ForeignTarball read(byte[] tgz) {
    return ForeignTarball.read(tgz, ForeignTarball.Limits.STANDARD);
  }

  private static String why(byte[] tgz) {
    return read(tgz) instanceof ForeignTarball.Unreadable(var why) ? why : "it was read";
  }

  @Test
  void an_honest_tarball_is_read_whatever_its_top_folder_is_called() throws IOException {
    entry("node/package.json", '0', MANIFEST);
    entry("node/lib/", '5', "");
    entry("node/lib/a.js", '0', "12345");

    assertThat(read(packed()))
        .isInstanceOfSatisfying(
            ForeignTarball.Read.class,
            read -> {
              assertThat(read.manifest().name()).isEqualTo("w");
              assertThat(read.files())
                  .extracting(PackedFile::path, PackedFile::size)
                  .containsExactly(
                      org.assertj.core.groups.Tuple.tuple("package.json", 30L),
                      org.assertj.core.groups.Tuple.tuple("lib/a.js", 5L));
              assertThat(read.unpackedSize()).isEqualTo(35);
            });
  }

  @Test
  void what_we_pack_ourselves_is_read_with_every_name(@TempDir Path folder) throws IOException {
    String long_ = "d/".repeat(60) + "x".repeat(150) + ".js";
    Path directory =
        new Sample("", List.of("é/日本.js 1", "a.js 22", long_ + " 333"))
            .write(folder.resolve("package"));
    Tarball own = Packer.pack(PackRequest.of(directory, folder.resolve("out")));

    assertThat(read(Files.readAllBytes(own.file())))
        .isInstanceOfSatisfying(
            ForeignTarball.Read.class,
            read -> assertThat(read.files()).containsExactlyElementsOf(own.files()));
  }

  @ParameterizedTest
  @CsvSource({
    "package/../../x.js",
    "../x.js",
    "/etc/passwd",
    "package//x.js",
    "package/a\\b.js",
    "x.js",
    "package/a/../b.js"
  })
  void a_file_outside_of_its_folder_is_refused(String name) throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry(name, '0', "x");

    assertThat(why(packed())).isEqualTo("holds a file outside of its folder");
  }

  @ParameterizedTest
  @CsvSource({
    "1, holds a link",
    "2, holds a link",
    "3, holds something that is no file",
    "6, holds something that is no file",
    "S, holds something that is no file"
  })
  void what_is_no_file_is_refused(char type, String why) throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("package/x", type, "");

    assertThat(why(packed())).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({"a.js, a.js", "A.js, a.js", "\u00e9.js, e\u0301.js"})
  void two_names_that_some_systems_take_for_one_are_refused(String one, String other)
      throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("package/" + one, '0', "x");
    entry("package/" + other, '0', "y");

    assertThat(why(packed())).isEqualTo("holds two files whose names some systems take for one");
  }

  @Test
  void a_bomb_is_put_down_at_the_limit() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("package/zeros", '0', new byte[4 << 20]);

    assertThat(ForeignTarball.read(packed(), new ForeignTarball.Limits(1 << 20, 10)))
        .isEqualTo(new ForeignTarball.Unreadable("unpacks to more than 1048576 bytes"));
  }

  @Test
  void more_files_than_the_limit_are_refused() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("package/a", '0', "");
    entry("package/b", '0', "");

    assertThat(ForeignTarball.read(packed(), new ForeignTarball.Limits(1 << 20, 2)))
        .isEqualTo(new ForeignTarball.Unreadable("holds more than 2 files"));
  }

  @Test
  void bytes_behind_the_end_are_refused() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    tar.writeBytes(new byte[1024]);
    entry("package/hidden.js", '0', "x");
    assertThat(why(packed())).isEqualTo("goes on behind its end");

    tar.reset();
    entry("package/package.json", '0', MANIFEST);
    byte[] tgz = packed();
    assertThat(why(Arrays.copyOf(tgz, tgz.length + 1)))
        .isEqualTo("has something in front of or behind its compressed bytes");
    byte[] two = Arrays.copyOf(tgz, tgz.length * 2);
    System.arraycopy(tgz, 0, two, tgz.length, tgz.length);
    assertThat(why(two)).isEqualTo("has something in front of or behind its compressed bytes");
  }

  @Test
  void a_header_that_redirects_is_refused() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("x", 'x', "26 linkpath=/etc/passwd\n.".substring(0, 24).replace("26", "24"));
    entry("package/a", '0', "x");
    assertThat(why(packed())).isEqualTo("holds a link");
  }

  @Test
  void a_path_in_a_header_of_its_own_is_checked_as_well() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("x", 'x', "25 path=package/../../x\n ".substring(0, 24).replace("25", "24"));
    entry("package/a", '0', "x");
    assertThat(why(packed())).isEqualTo("holds a file outside of its folder");
  }

  @Test
  void a_cut_or_damaged_tarball_is_refused_and_nothing_else_happens() throws IOException {
    entry("package/package.json", '0', MANIFEST);
    byte[] noise = new byte[5000];
    new Random(4).nextBytes(noise);
    entry("package/noise", '0', noise);
    byte[] tgz = packed();
    Random random = new Random(20261126);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged =
          random.nextBoolean() ? Arrays.copyOf(tgz, random.nextInt(tgz.length)) : tgz.clone();
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      // Bits of the header that say nothing may change; everything else is found out.
      if (read(damaged) instanceof ForeignTarball.Read read) {
        assertThat(read.files()).hasSize(2);
        assertThat(damaged).hasSize(tgz.length);
      }
    }
  }

  @Test
  void a_damaged_archive_with_a_right_checksum_around_it_never_ends_in_an_exception()
      throws IOException {
    entry("package/package.json", '0', MANIFEST);
    entry("x", 'x', "24 path=package/b/b/b/x\n");
    entry("package/a", '0', "x".repeat(700));
    tar.writeBytes(new byte[1024]);
    byte[] plain = tar.toByteArray();
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = plain.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      for (int at = 0; at + 512 <= damaged.length; at += 512) {
        if (damaged[at + 257] == 'u' && random.nextBoolean()) {
          byte[] header = Arrays.copyOfRange(damaged, at, at + 512);
          sum(header);
          System.arraycopy(header, 0, damaged, at, 512);
        }
      }
      assertThat(read(gzip(damaged))).isNotNull();
    }
  }

  @Test
  void a_tarball_without_a_package_json_is_none() throws IOException {
    entry("package/a", '0', "x");
    assertThat(why(packed())).isEqualTo("holds no package.json");
  }
}
