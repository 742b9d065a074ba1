package dev.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The real tools that Slipway is held against, installed below `src/test/peers`. Where they are
/// not installed a test is skipped, loudly; in CI it fails.
public final class Peers {
  private static final Path FOLDER = Path.of("src/test/peers").toAbsolutePath();

  private Peers() {}

  /// How a program ended.
  ///
  /// @param out its standard output
  /// @param err its standard error
  public record Output(int code, String out, String err) {
    /// Its standard output, when it ended well.
    public String ok() {
      if (code != 0) {
        throw new AssertionError("ended with " + code + "\n" + out + "\n" + err);
      }
      return out;
    }
  }

  /// The folder in which the tools are declared; scripts of our own lie here, too.
  public static Path folder() {
    return FOLDER;
  }

  /// An installed package's folder.
  public static Path of(String name) {
    Path found = FOLDER.resolve("node_modules").resolve(name);
    if (!Files.isDirectory(found)) {
      String missing = "PEER MISSING: " + name + "; run npm install in src/test/peers";
      if (System.getenv("CI") != null) {
        throw new AssertionError(missing);
      }
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    return found;
  }

  /// The node that comes with the tools, or else the one on the path.
  public static String node() {
    of("npm");
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    Path own = FOLDER.resolve("node_modules/node-linux-" + machine + "/bin/node");
    return Files.isExecutable(own) ? own.toString() : "node";
  }

  /// Runs a script with node in a folder and waits for its end.
  public static Output node(Path folder, Map<String, String> environment, String... arguments) {
    return node(folder, environment, Optional.empty(), arguments);
  }

  /// Runs a script with node in a folder, with a text on its standard input, and waits for its end.
  public static Output node(
      Path folder, Map<String, String> environment, Optional<String> input, String... arguments) {
    try {
      Path out = Files.createTempFile("peer", ".out");
      Path err = Files.createTempFile("peer", ".err");
      try {
        Process process =
            builder(folder, environment, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (var in = process.getOutputStream()) {
          in.write(input.orElse("").getBytes(StandardCharsets.UTF_8));
        } catch (IOException closedEarly) {
          // The program did not read its input.
        }
        int code = process.waitFor();
        return new Output(code, Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// Runs the npm client against a registry.
  ///
  /// @param home a folder for its cache and configuration
  public static Output npm(Path folder, Path home, String registry, String... arguments) {
    List<String> all = new ArrayList<>();
    all.add(of("npm").resolve("bin/npm-cli.js").toString());
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--registry=" + registry,
            "--cache=" + home.resolve("cache"),
            "--userconfig=" + home.resolve("npmrc"),
            "--globalconfig=" + home.resolve("global-npmrc"),
            "--no-update-notifier",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=0"));
    return node(folder, Map.of("HOME", home.toString()), all.toArray(String[]::new));
  }

  /// A process that is not started yet: node with these arguments and nothing of our own
  /// environment but the path.
  public static ProcessBuilder builder(
      Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(node()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> env = builder.environment();
    String path = env.getOrDefault("PATH", "/usr/bin:/bin");
    env.clear();
    env.put("PATH", path);
    env.putAll(environment);
    return builder;
  }
}
