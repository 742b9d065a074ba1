package dev.slipway.report;

import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The files through which a step speaks to the runner: outputs, summary, and the list of things it
/// made. The environment and path files are not among them: nothing of ours is ever written there.
///
/// @param output `GITHUB_OUTPUT`
/// @param summary `GITHUB_STEP_SUMMARY`
/// @param artifacts `GITHUB_ARTIFACTS` (runner 2.336.0 and later)
/// @param disk where they are written
/// @param chance makes the delimiters
public record RunnerFiles(
    Optional<Path> output,
    Optional<Path> summary,
    Optional<Path> artifacts,
    Disk disk,
    Chance chance) {

  /// The most a value may have for a later step to take it in `with` or `env`: Linux starts no
  /// process with a longer string.
  public static final int LARGEST_VALUE = 131_071;

  /// The most the runner shows of a step's summary.
  public static final int LARGEST_SUMMARY = 1 << 20;

  /// Writes outputs. A value that is too long is left out, so that it breaks no later step.
  ///
  /// @throws IOException when the file cannot be written
  public void write(Map<Output, String> values) throws IOException {
    if (output.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Output, String> value : values.entrySet()) {
      boolean fits = value.getValue().getBytes(StandardCharsets.UTF_8).length <= LARGEST_VALUE;
      text.append(block(value.getKey(), fits ? value.getValue() : ""));
    }
    disk.append(output.get(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// One output in the form that can hold any value: between two lines that nobody can guess.
  private String block(Output name, String value) {
    String clean = value.replace('\0', '\uFFFD');
    String delimiter = "ghadelimiter_" + HexFormat.of().formatHex(chance.bytes(16));
    if (clean.contains(delimiter)) {
      throw new IllegalStateException("the value of " + name.key() + " holds a random delimiter");
    }
    return name.key() + "<<" + delimiter + "\n" + clean + "\n" + delimiter + "\n";
  }

  /// Appends to the step's summary. What is longer than the runner takes ends with a line that says
  /// so, at the end of a line.
  ///
  /// @throws IOException when the file cannot be written
  public void summarize(String markdown) throws IOException {
    if (summary.isEmpty()) {
      return;
    }
    disk.append(summary.get(), fitting(markdown).getBytes(StandardCharsets.UTF_8));
  }

  private static String fitting(String markdown) {
    byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
    // Room for what an earlier part of the same step may have written, and for our last line.
    int room = LARGEST_SUMMARY - 4096;
    if (bytes.length <= room) {
      return markdown;
    }
    int end = room;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8)
        + "\n\n_Cut short: the runner shows 1 MiB of a summary._\n";
  }

  /// Adds a file to the list that `actions/attest` reads when it is given no subject. The runner
  /// looks for it in its own view of the disk, so the path must be relative to the workspace; a
  /// path it could misread is left out, as a wrong line fails the step.
  ///
  /// @throws IOException when the list cannot be written
  public void attest(String workspaceRelative) throws IOException {
    boolean plain =
        !workspaceRelative.isBlank()
            && workspaceRelative.strip().equals(workspaceRelative)
            && !workspaceRelative.startsWith("/")
            && !workspaceRelative.startsWith("#")
            && workspaceRelative
                .chars()
                .noneMatch(c -> c < 0x20 || c == 0x7f || c == '=' || c == '\\')
            && !workspaceRelative.contains("@sha256:")
            && !workspaceRelative.contains("://");
    if (plain && artifacts.isPresent()) {
      disk.append(artifacts.get(), (workspaceRelative + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The path as later steps can use it: relative to the workspace, with `/`. Empty when the file
  /// is not below the workspace: no path of the container means anything to the next step.
  public static Optional<String> relative(Path workspace, Path file) {
    Path inside = file.toAbsolutePath().normalize();
    Path root = workspace.toAbsolutePath().normalize();
    return inside.startsWith(root) && !inside.equals(root)
        ? Optional.of(root.relativize(inside).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
