package dev.slipway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.manifest.RegistryManifest;
import dev.slipway.npm.VersionDocument;
import dev.slipway.pack.PackRequest;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Sample;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found in a package beside the version before.
class GuardTest {
  @TempDir Path folder;

  private Tarball pack(String name, String... lines) throws IOException {
    return Packer.pack(
        PackRequest.of(
            new Sample("", List.of(lines)).write(folder.resolve(name)),
            folder.resolve(name + "-out")));
  }

  private static String manifest(String version, String rest) {
    return "package.json {\"name\":\"w\",\"version\":\"" + version + "\"" + rest + "}";
  }

  private static LastPublished published(Tarball tarball) throws IOException {
    Json document =
        Json.empty().with("dist", Json.empty().with("integrity", Json.of(tarball.integrity())));
    return LastPublished.of(
        tarball.version(), new VersionDocument(document), Files.readAllBytes(tarball.file()));
  }

  private List<Problem> look(Tarball tarball, Optional<LastPublished> last) throws IOException {
    return Guard.look(
        tarball, new RegistryManifest(tarball.manifest().json()), folder.resolve("new"), last);
  }

  /// What is said of a package whose manifest goes from one text to another.
  private List<Problem> changed(String before, String after) throws IOException {
    Tarball old = pack("old", manifest("1.0.0", before), "index.js", "LICENSE");
    Tarball fresh = pack("new", manifest("1.0.1", after), "index.js", "LICENSE");
    return look(fresh, Optional.of(published(old)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"scripts":{"postinstall":"node a.js"} |                                        | INSTALL_SCRIPT_NEW
          ,"scripts":{"preinstall":"x"}          | ,"scripts":{"postinstall":"x"}         | INSTALL_SCRIPT_NEW
          ,"scripts":{"install":"x"}             | ,"scripts":{"install":"y"}             | INSTALL_SCRIPT_CHANGED
          ,"publishConfig":{"access":"public"}   | ,"publishConfig":{"access":"restricted"} | ACCESS_WIDENED
          """)
  void what_reaches_every_machine_that_installs_it_stops_the_release(
      String after, String before, String code) throws IOException {
    assertThat(changed(before == null ? "" : before, after))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.isWarning()).isFalse();
          assertThat(problem.remedy()).contains("guard: warn");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"dependencies":{"a":"^1"}          |                                 | DEPENDENCY_NEW
          ,"optionalDependencies":{"a":"^1"}  | ,"dependencies":{"b":"1"}       | DEPENDENCY_NEW
          ,"peerDependencies":{"a":"^1"}      |                                 | DEPENDENCY_NEW
          ,"dependencies":{"a":"*"}           | ,"dependencies":{"a":"^1"}      | DEPENDENCY_WIDENED
          ,"bin":{"w":"index.js","npm":"index.js"} | ,"bin":"index.js"          | COMMAND_NEW
          ,"publishConfig":{"tag":"next"}     |                                 | PUBLISH_CONFIG_CHANGED
          ,"repository":"a/c"                 | ,"repository":"a/b"             | REPOSITORY_CHANGED
          """)
  void what_a_person_should_see_is_a_warning(String after, String before, String code)
      throws IOException {
    assertThat(changed(before == null ? "" : before, after))
        .filteredOn(problem -> !problem.code().equals("COMMAND_WITHOUT_SHEBANG"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.isWarning()).isTrue();
        });
  }

  @Test
  void the_texts_name_what_is_new_and_since_when() throws IOException {
    assertThat(
            changed(
                "",
                ",\"scripts\":{\"postinstall\":\"node setup.js\"},"
                    + "\"dependencies\":{\"a\":\"^1\",\"b\":\"npm:c@2\"}"))
        .extracting(Problem::what)
        .containsExactly(
            "\"postinstall\" runs on every machine that installs the package, and was not there in"
                + " 1.0.0: node setup.js",
            "2 dependencies are new since 1.0.0: a@^1, b@npm:c@2 (not by its name).");
  }

  @Test
  void the_same_package_again_gives_nothing_to_say() throws IOException {
    String same =
        ",\"scripts\":{\"postinstall\":\"x\"},\"dependencies\":{\"a\":\"*\"},"
            + "\"publishConfig\":{\"access\":\"public\"}";
    assertThat(changed(same, same)).isEmpty();
  }

  private List<String> codes(String[] before, String... after) throws IOException {
    Tarball old = pack("old", before);
    Tarball fresh = pack("new", after);
    return look(fresh, Optional.of(published(old))).stream().map(Problem::code).toList();
  }

  @Test
  void a_new_gyp_file_is_an_install_script() throws IOException {
    assertThat(codes(new String[] {"index.js"}, "index.js", "binding.gyp {}"))
        .containsExactly("NATIVE_BUILD_NEW");
  }

  @Test
  void new_source_maps_compiled_code_and_private_files_are_named() throws IOException {
    assertThat(
            codes(
                new String[] {"index.js"},
                "index.js",
                "index.js.map {}",
                "lib/x.node",
                ".claude/settings.json {}",
                ".env A=1",
                ".env.example A="))
        .containsExactly("COMPILED_CODE_NEW", "SOURCE_MAPS_NEW", "PRIVATE_FILES");
  }

  @Test
  void source_maps_that_were_there_before_are_not() throws IOException {
    assertThat(
            codes(new String[] {"index.js", "a.js.map {}"}, "index.js", "a.js.map {}", "b.map {}"))
        .isEmpty();
  }

  @Test
  void a_license_or_types_that_are_gone_are_missed() throws IOException {
    assertThat(codes(new String[] {"index.js", "LICENSE MIT", "index.d.ts"}, "index.js"))
        .containsExactly("LICENSE_GONE", "TYPES_GONE");
  }

  @Test
  void a_package_that_is_twice_as_large_or_has_twice_the_files_is_looked_at() throws IOException {
    String[] many = new String[25];
    for (int i = 0; i < many.length; i++) {
      many[i] = "f" + i + ".txt " + "x".repeat(5_000);
    }
    assertThat(codes(new String[] {"f0.txt x"}, many))
        .containsExactly("SIZE_JUMP", "FILE_COUNT_JUMP");
  }

  @Test
  void a_version_before_that_cannot_be_read_is_compared_by_its_document() throws IOException {
    Tarball fresh =
        pack("new", manifest("1.0.1", ",\"scripts\":{\"postinstall\":\"x\"}"), "index.js");
    LastPublished last =
        LastPublished.of(
            "1.0.0",
            new VersionDocument(
                JsonReader.read("{\"name\":\"w\",\"dist\":{\"integrity\":\"sha512-other\"}}")),
            new byte[10]);

    assertThat(look(fresh, Optional.of(last)))
        .extracting(Problem::code)
        .containsExactly("INSTALL_SCRIPT_NEW", "LAST_VERSION_NOT_READ");
    assertThat(last.unread()).contains("it is not the one whose digest the registry names");
  }

  @Test
  void which_files_enter_leave_and_change_their_size_is_a_value() throws IOException {
    Tarball old = pack("old", "a.js 1", "b.js 22", "c.js 333");
    Tarball fresh = pack("new", "a.js 1", "b.js 4444", "d.js 1");

    Difference difference =
        Difference.between("1.0.0", published(old).tarball().orElseThrow(), fresh);

    assertThat(difference.enter()).extracting(PackedFile::path).containsExactly("d.js");
    assertThat(difference.leave()).extracting(PackedFile::path).containsExactly("c.js");
    assertThat(difference.resized()).containsExactly(new Difference.Resized("b.js", 2, 4));
    assertThat(difference.resized().getFirst().growth()).isEqualTo(2);
  }
}
