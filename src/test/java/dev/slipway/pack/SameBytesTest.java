package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.world.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same files give the same tarball, wherever and whenever it is packed.
class SameBytesTest {
  @TempDir Path folder;

  /// Languages and time zones as machines have them; one of them knows no letter beyond ASCII, and
  /// one has another small i.
  private static final List<List<String>> PLACES =
      List.of(
          List.of("C", "UTC"),
          List.of("C.UTF-8", "Asia/Kathmandu"),
          List.of("tr_TR.UTF-8", "America/St_Johns"),
          List.of("ja_JP.UTF-8", "Pacific/Kiritimati"));

  @Test
  void four_languages_four_time_zones_and_two_orders_give_one_digest() throws Exception {
    List<Path> trees = List.of(tree("forth", false), tree("back", true));
    Set<String> digests = new LinkedHashSet<>();
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i++) {
      running.add(start(PLACES.get(i), trees.get(i % 2), folder.resolve("out" + i)));
    }
    for (Process process : running) {
      digests.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(process.waitFor()).isZero();
    }
    assertThat(digests).singleElement().asString().contains("sha512-");
  }

  @Test
  void a_file_that_is_yet_to_be_written_is_packed_as_if_it_stood_there() throws Exception {
    List<String> lines = List.of("index.js 1", "docs/guide.md 2", "ignored/.npmignore *");
    Path before = new Sample("", lines).write(folder.resolve("before/pkg"));
    Path after = new Sample("", lines).write(folder.resolve("after/pkg"));
    PackRequest request = PackRequest.of(before, folder.resolve("out-before"));
    for (String path : List.of("CHANGELOG.md", "docs/HISTORY.md", "new/a/b.md", "ignored/c.md")) {
      Path file = after.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, path);
      request = request.replacing(path, Bytes.of(path));
    }
    Tarball written = Packer.pack(PackRequest.of(after, folder.resolve("out-after")));
    Tarball promised = Packer.pack(request);
    assertThat(promised.integrity()).isEqualTo(written.integrity());
    assertThat(promised.files())
        .extracting(PackedFile::path)
        .contains("CHANGELOG.md", "docs/HISTORY.md", "new/a/b.md")
        .doesNotContain("ignored/c.md");
  }

  /// The same files, made in one order or the other: a folder commonly lists them as they came.
  private Path tree(String name, boolean backwards) throws IOException {
    List<String> lines = new ArrayList<>();
    Random random = new Random(11);
    for (String base : List.of("I", "ı", "i", "İ", "é", "日本", "a", "B", "_", "9", "10", "ß")) {
      lines.add(base + ".js " + random.nextInt());
      lines.add("lib/" + base + "/index.js " + random.nextInt());
      lines.add("755:bin/" + base + ".sh " + random.nextInt());
    }
    if (backwards) {
      Collections.reverse(lines);
    }
    return new Sample("", lines).write(folder.resolve(name + "/pkg"));
  }

  private static Process start(List<String> place, Path directory, Path out) throws IOException {
    Files.createDirectories(out);
    String language = place.get(0);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.language=" + (language.startsWith("C") ? "en" : language.substring(0, 2)),
            "-cp",
            System.getProperty("java.class.path"),
            PackBench.class.getName(),
            directory.toString(),
            out.toString());
    builder.environment().put("LC_ALL", language);
    builder.environment().put("TZ", place.get(1));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder.start();
  }
}
