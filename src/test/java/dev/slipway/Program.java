package dev.slipway;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The program as a process of its own: the jar, with the libraries beside it.
final class Program {
  private final List<String> command;

  private Program(List<String> command) {
    this.command = command;
  }

  /// Puts the jar together from the compiled classes.
  ///
  /// @param folder where the jar, and an archive of its classes for quick starts, are kept
  static Program in(Path folder) {
    try {
      Path classes =
          Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jar = folder.resolve("slipway.jar");
      pack(classes, jar);
      String own = System.getProperty("java.class.path");
      String all = System.getProperty("surefire.test.class.path", own);
      List<String> path = new ArrayList<>(List.of(jar.toString()));
      Stream.of(all.split(java.io.File.pathSeparator))
          .filter(entry -> entry.endsWith(".jar"))
          .forEach(path::add);
      return new Program(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-XX:+AutoCreateSharedArchive",
              "-XX:SharedArchiveFile=" + folder.resolve("slipway.jsa"),
              "-Xshare:auto",
              "-Xlog:disable",
              "-Xlog:all=off",
              "-cp",
              String.join(java.io.File.pathSeparator, path),
              "dev.slipway.Main"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (java.net.URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  /// Starts it on a stage.
  ///
  /// @param log gets all that it prints
  Process start(Theatre.Stage stage, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(stage.workspace().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.clear();
    env.putAll(stage.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
