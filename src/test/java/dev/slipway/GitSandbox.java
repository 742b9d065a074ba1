package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder where git itself runs: makes the histories that tests are about.
///
/// @param folder the working tree, or the bare repository
public record GitSandbox(Path folder) {
  /// A new repository on branch `main`.
  public static GitSandbox init(Path folder) {
    make(folder);
    GitSandbox sandbox = new GitSandbox(folder);
    sandbox.git("init", "-q", "-b", "main");
    return sandbox;
  }

  /// A new bare repository.
  public static GitSandbox bare(Path folder) {
    make(folder);
    GitSandbox sandbox = new GitSandbox(folder);
    sandbox.git("init", "-q", "--bare", "-b", "main");
    return sandbox;
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Writes a file.
  public GitSandbox write(String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Commits everything there is, also nothing, and returns the hash.
  public String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "--no-verify", "-m", message);
    return git("rev-parse", "HEAD");
  }

  /// Runs git and returns what it printed, stripped.
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    var env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("GIT_"));
    env.put("GIT_CONFIG_GLOBAL", "/dev/null");
    env.put("GIT_CONFIG_SYSTEM", "/dev/null");
    env.put("GIT_AUTHOR_NAME", "Ada");
    env.put("GIT_AUTHOR_EMAIL", "ada@example.org");
    env.put("GIT_COMMITTER_NAME", "Ada");
    env.put("GIT_COMMITTER_EMAIL", "ada@example.org");
    env.put("GIT_TERMINAL_PROMPT", "0");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as(command + ": " + output).isZero();
      return output;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
