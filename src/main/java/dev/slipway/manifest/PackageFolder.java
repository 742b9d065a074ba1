package dev.slipway.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The folder of a package, as far as its manifest is filled from it. Links are followed only to
/// files of the same checkout: a workspace's members often link to its one readme.
record PackageFolder(Path directory) {
  private static final long LARGEST = 64 << 20;

  /// The files directly inside, by name.
  List<String> files() {
    return names(directory, path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
  }

  /// Everything directly inside, by name.
  List<String> entries() {
    return names(directory, path -> true);
  }

  private static List<String> names(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (wanted.test(child)) {
          names.add(String.valueOf(child.getFileName()));
        }
      }
    } catch (DirectoryIteratorException failed) {
      throw new UncheckedIOException(failed.getCause());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    names.sort(null);
    return names;
  }

  /// Everything below a folder, a level at a time, names with a dot in front left out.
  ///
  /// @param folder from the package's root
  /// @return paths from that folder
  List<String> below(String folder) {
    List<String> found = new ArrayList<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(""));
    while (!waiting.isEmpty()) {
      String here = waiting.remove();
      Path path = directory.resolve(folder).resolve(here);
      for (String name : names(path, each -> true)) {
        if (!name.startsWith(".")) {
          String relative = here.isEmpty() ? name : here + "/" + name;
          found.add(relative);
          if (Files.isDirectory(path.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            waiting.add(relative);
          }
        }
      }
    }
    return found;
  }

  boolean has(String path) {
    return Files.exists(directory.resolve(path));
  }

  /// A file's text; empty when it is missing, no file, too large, or outside the checkout.
  Optional<String> read(String name) {
    Path file = directory.resolve(name);
    try {
      if (!Files.isRegularFile(file)
          || Files.size(file) > LARGEST
          || !file.toRealPath().startsWith(checkout())) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// The nearest folder above with a `.git` in it, else the package's own.
  private Path checkout() throws IOException {
    Path own = directory.toRealPath();
    for (Path folder = own; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return own;
  }
}
