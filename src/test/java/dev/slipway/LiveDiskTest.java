package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written to the workspace.
class LiveDiskTest {
  @TempDir Path workspace;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void files_and_folders_that_are_made_belong_to_the_workspaces_owner() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(root, "only root may give files away: not tried here");
    Files.setAttribute(workspace, "unix:uid", 12345);
    Files.setAttribute(workspace, "unix:gid", 23456);
    LiveDisk disk = new LiveDisk(workspace);
    disk.write(workspace.resolve("made/deep/file.txt"), bytes("x"));
    disk.append(workspace.resolve("notes/log.txt"), bytes("y"));
    for (String path :
        new String[] {"made", "made/deep", "made/deep/file.txt", "notes", "notes/log.txt"}) {
      assertThat(Files.getAttribute(workspace.resolve(path), "unix:uid")).as(path).isEqualTo(12345);
      assertThat(Files.getAttribute(workspace.resolve(path), "unix:gid")).as(path).isEqualTo(23456);
    }
  }

  @Test
  void a_file_that_is_replaced_keeps_its_mode_and_leaves_nothing_beside_it() throws Exception {
    Path file = Files.write(workspace.resolve("package.json"), bytes("{}"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    LiveDisk disk = new LiveDisk(workspace);
    disk.write(file, bytes("{\"version\":\"1.0.0\"}"));
    assertThat(disk.read(file)).isEqualTo(bytes("{\"version\":\"1.0.0\"}"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
    try (var beside = Files.list(workspace)) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void appending_keeps_what_is_there() throws Exception {
    Path file = Files.write(workspace.resolve("output"), bytes("a\n"));
    new LiveDisk(workspace).append(file, bytes("b\n"));
    assertThat(file).hasContent("a\nb");
  }
}
