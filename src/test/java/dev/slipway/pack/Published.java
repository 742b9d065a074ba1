package dev.slipway.pack;

import dev.slipway.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Packages as they were published, taken from what is installed for the tests.
public final class Published {
  private static final long LARGEST = 1 << 20;

  private Published() {}

  /// Folders of packages that are not too large, the same on every machine.
  static List<Path> packages() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path modules :
        List.of(Peers.of("npm").resolve("node_modules"), Peers.of("npm").getParent())) {
      try (Stream<Path> children = Files.list(modules)) {
        for (Path child : children.sorted().toList()) {
          if (Files.isRegularFile(child.resolve("package.json"))
              && !Files.isSymbolicLink(child)
              && size(child) < LARGEST) {
            found.add(child);
          }
        }
      }
    }
    return found;
  }

  /// Copies of the first of them, by a name.
  ///
  /// @param most how many
  /// @param into a folder of the caller's
  public static Map<String, Path> copies(int most, Path into) throws IOException {
    Map<String, Path> copies = new LinkedHashMap<>();
    for (Path source : packages()) {
      if (copies.size() == most) {
        break;
      }
      Path copy = into.resolve("u" + copies.size() + "/pkg");
      copy(source, copy);
      copies.put(source.getFileName() + " " + copies.size(), copy);
    }
    return copies;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }

  /// Copies a package without what is installed inside it.
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.sorted().toList()) {
        Path relative = from.relativize(path);
        if (relative.startsWith("node_modules")) {
          continue;
        }
        Path target = to.resolve(relative.toString());
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
