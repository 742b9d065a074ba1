package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileTreeTest {
  @TempDir Path folder;

  private Path sample(String... lines) {
    return new Sample("", List.of(lines)).write(folder.resolve("package"));
  }

  private Tarball pack(Path directory) throws IOException {
    return Packer.pack(PackRequest.of(directory, folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource({"a\\b.js", "c:/x.js", "sub/\u0001.js"})
  void a_name_that_unpacks_somewhere_else_is_refused(String name) throws IOException {
    Path directory = sample("a.js");
    Files.createDirectories(directory.resolve(name).getParent());
    Files.writeString(directory.resolve(name), "x");

    assertThatThrownBy(() -> pack(directory))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().code()).isEqualTo("FILE_NAME_UNSAFE"));
    assertThat(folder.resolve("out/widget-1.2.3.tgz")).doesNotExist();
  }

  @Test
  void two_spellings_of_one_name_are_refused() throws IOException {
    Path directory = sample("\u00e9.js", "e\u0301.js");

    assertThatThrownBy(() -> pack(directory)).isInstanceOf(Refused.class);
  }

  @Test
  void a_pipe_is_not_waited_for() throws Exception {
    Path directory = sample("a.js");
    assertThat(
            new ProcessBuilder("mkfifo", directory.resolve("pipe.js").toString()).start().waitFor())
        .isZero();

    Tarball tarball =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> pack(directory));

    assertThat(tarball.files())
        .extracting(PackedFile::path)
        .containsExactly("a.js", "package.json");
  }

  @Test
  void a_hard_link_is_packed_as_the_file_it_is() throws IOException {
    Path directory = sample("a.js hello");
    Files.createLink(directory.resolve("b.js"), directory.resolve("a.js"));

    Tarball tarball = pack(directory);

    assertThat(tarball.files()).extracting(PackedFile::size).containsExactly(5L, 5L, 36L);
    assertThat(PackedContent.starts(tarball.file(), java.util.Set.of("b.js"), 10))
        .hasEntrySatisfying(
            "b.js", bytes -> assertThat(bytes).containsExactly(104, 101, 108, 108, 111));
  }

  @Test
  void a_file_with_pattern_characters_is_found_by_a_pattern() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"widget\",\"version\":\"1.2.3\",\"files\":[\"pages/*.js\"]}",
            "pages/[id].js",
            "pages/i.js.txt");

    assertThat(pack(directory).files())
        .extracting(PackedFile::path)
        .containsExactly("pages/[id].js", "package.json");
  }

  @Test
  void a_link_swapped_in_between_looking_and_reading_is_refused() throws IOException {
    Path directory = sample("sub/a.js secret");
    Entry listed =
        new Tree(directory).children("sub").stream().map(this::entry).toList().getFirst();
    Files.move(directory.resolve("sub"), directory.resolve("moved"));
    Files.createSymbolicLink(directory.resolve("sub"), directory.resolve("moved"));

    try (SafeFiles files = new SafeFiles(directory)) {
      assertThatThrownBy(() -> files.open(listed))
          .isInstanceOfAny(Refused.class, IOException.class);
    }
  }

  @Test
  void a_file_swapped_in_between_looking_and_reading_is_refused() throws IOException {
    Path directory = sample("sub/a.js secret");
    Entry listed =
        new Tree(directory).children("sub").stream().map(this::entry).toList().getFirst();
    Files.writeString(directory.resolve("sub/new.js"), "secret");
    Files.move(
        directory.resolve("sub/new.js"),
        directory.resolve("sub/a.js"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    try (SafeFiles files = new SafeFiles(directory)) {
      assertThatThrownBy(() -> files.open(listed))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.problems().getFirst().code())
                      .isEqualTo("FILE_SWAPPED_WHILE_PACKED"));
    }
  }

  private Entry entry(Tree.Child child) {
    return new Entry(
        "sub/" + child.name(),
        child.path(),
        child.stat().size(),
        child.stat().mode(),
        child.stat().key());
  }

  @Test
  void a_file_that_grows_while_it_is_read_is_refused() {
    TarWriter tar = new TarWriter(java.io.OutputStream.nullOutputStream());

    assertThatThrownBy(
            () -> tar.file("a.js", 0644, 3, new java.io.ByteArrayInputStream(new byte[4])))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().what())
                    .isEqualTo("The file a.js changed its size while it was packed."));
  }

  @Test
  void a_content_may_stand_in_for_a_file() throws IOException {
    Path directory = sample("a.js");
    Tarball tarball =
        Packer.pack(
            PackRequest.of(directory, folder.resolve("out"))
                .replacing(
                    "package.json", Bytes.of("{\"name\":\"widget\",\"version\":\"2.0.0\"}")));

    assertThat(tarball.filename()).isEqualTo("widget-2.0.0.tgz");
    assertThat(tarball.unpackedSize()).isEqualTo(35);
  }

  @Test
  void the_number_of_threads_does_not_show() throws IOException {
    Path directory = sample("a.txt " + "some text and more ".repeat(300_000), "b.js x");
    List<String> digests =
        java.util.stream.IntStream.of(1, 2, 3, 7)
            .mapToObj(threads -> {
              try {
                return Packer.pack(
                        new PackRequest(
                            directory,
                            java.util.Map.of(),
                            java.util.Set.of(),
                            folder.resolve("t" + threads),
                            threads))
                    .integrity();
              } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
              }
            })
            .distinct()
            .toList();

    assertThat(digests).hasSize(1);
  }
}
