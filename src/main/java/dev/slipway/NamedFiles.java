package dev.slipway;

import dev.slipway.version.Glob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The files that paths and globs name, as globby finds them for the plug-ins: hidden files too,
/// and all that is in a folder that is named. What only a symbolic link leads to is not found.
///
/// @param directory where the globs are read
record NamedFiles(Path directory) {
  /// Stands for a dot at the start of a name, which a glob's star does not match.
  private static final char DOT = '\uE000';

  /// The files that are named, relative to the directory with `/`, in order. A later glob with `!`
  /// takes away again.
  List<String> of(List<String> globs) {
    List<String> plain = globs.stream().map(NamedFiles::plain).toList();
    boolean modules = plain.stream().anyMatch(glob -> glob.contains("node_modules"));
    if (plain.stream().allMatch(NamedFiles::isPath)) {
      List<String> found = new ArrayList<>();
      for (String path : plain) {
        Path file = directory.resolve(path);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          found.addAll(walk(file, modules));
        } else if (isFile(file)) {
          found.add(path);
        }
      }
      return found.stream().distinct().sorted().toList();
    }
    return walk(directory, modules).stream().filter(path -> names(plain, path)).sorted().toList();
  }

  /// Whether these globs name a path.
  static boolean names(List<String> globs, String path) {
    boolean named = false;
    for (String glob : globs) {
      boolean not = glob.startsWith("!");
      if (isNamed(plain(not ? glob.substring(1) : glob), path)) {
        named = !not;
      }
    }
    return named;
  }

  private static boolean isNamed(String glob, String path) {
    Glob pattern = Glob.of(dotted(glob));
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matches(dotted(path.substring(0, end)))) {
        return true;
      }
    }
    return false;
  }

  private static String dotted(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      boolean first = i == 0 || "/{,(|".indexOf(out.charAt(i - 1)) >= 0;
      if (out.charAt(i) == '.' && first) {
        out.setCharAt(i, DOT);
      }
    }
    return out.toString();
  }

  private static String plain(String glob) {
    String text = glob.startsWith("./") ? glob.substring(2) : glob;
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isPath(String glob) {
    return glob.chars().noneMatch(c -> "*?[]{}()!+@\\".indexOf(c) >= 0);
  }

  private boolean isFile(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && file.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private List<String> walk(Path from, boolean modules) {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean skipped = name.equals(".git") || (name.equals("node_modules") && !modules);
              return skipped && !folder.equals(from)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(directory.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return files;
  }
}
