package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release beside the one before it, the whole program: what has changed is told, and what
/// reaches every machine that installs the package stops it.
class GuardedReleaseTest {
  private static final String MANIFEST =
      """
      {
        "name": "widget",
        "version": "1.0.0",
        "main": "index.js",
        "scripts": { "postinstall": "node setup.js" },
        "repository": "acme/widget"
      }
      """;

  @TempDir Path folder;

  @Test
  void a_new_install_script_stops_the_release_until_somebody_means_it() {
    try (Theatre theatre = Theatre.quick(folder)) {
      assertThat(theatre.onPush().output("version")).isEqualTo("1.0.1");
      theatre.author.write("package.json", MANIFEST);
      theatre.author.write("setup.js", "1\n");
      theatre.author.commit("fix: set up");
      theatre.push();

      Theatre.Run stopped = theatre.onPush();
      assertThat(stopped.code()).isNotZero();
      assertThat(stopped.log())
          .contains(
              "\"postinstall\" runs on every machine that installs the package, and was not there"
                  + " in 1.0.1: node setup.js")
          .contains("guard: warn");
      assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");

      theatre.environment.put("INPUT_GUARD", "warn");
      Theatre.Run meant = theatre.onPush();
      assertThat(meant.code()).as(meant.log()).isZero();
      assertThat(meant.output("version")).isEqualTo("1.0.2");
      assertThat(meant.summary())
          .contains("**Enter the package** (1)")
          .contains("setup.js")
          .contains("**Change their size** (1)");
    }
  }

  @Test
  void a_package_in_a_folder_is_named_from_the_root_and_by_line() {
    try (Theatre theatre = new Theatre(folder)) {
      theatre.author.write(
          "packages/gadget/package.json",
          """
          {
            "name": "gadget",
            "version": "1.0.0",
            "repository": "acme/widget",
            "exports": {
              ".": "./dist/index.js"
            }
          }
          """);
      theatre.author.write("packages/gadget/index.js", "1\n").commit("fix: begin");
      theatre.push();
      theatre.environment.put("INPUT_WORKING-DIRECTORY", "packages/gadget");
      Theatre.Run stopped = theatre.onPush();
      assertThat(stopped.code()).isEqualTo(2);
      assertThat(stopped.log())
          .contains(
              "::error file=packages/gadget/package.json,line=6,col=10,title=ENTRY_POINT_NOT_BUILT::");
    }
  }

  @Test
  void a_private_package_is_named_by_the_line_that_says_so() {
    try (Theatre theatre = new Theatre(folder)) {
      theatre.author.write(
          "package.json", MANIFEST.replace("\"main\"", "\"private\": true,\n  \"main\""));
      theatre.author.commit("fix: hide");
      theatre.push();
      assertThat(theatre.onPush().log())
          .contains("::error file=package.json,line=4,col=14,title=PACKAGE_PRIVATE::");
    }
  }
}
