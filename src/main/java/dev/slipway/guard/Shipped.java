package dev.slipway.guard;

import dev.slipway.pack.PackedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The files in a tarball, asked as those who install it ask.
final class Shipped {
  private static final List<String> REQUIRED =
      List.of(
          "",
          ".js",
          ".json",
          ".node",
          ".mjs",
          ".cjs",
          "/index.js",
          "/index.json",
          "/index.node",
          "/index.mjs",
          "/index.cjs");

  private static final List<String> TYPES =
      List.of("", ".d.ts", ".ts", ".tsx", "/index.d.ts", "/index.ts");

  private final TreeSet<String> paths = new TreeSet<>();
  private final Map<String, String> lower = new HashMap<>();

  Shipped(List<PackedFile> files) {
    for (PackedFile file : files) {
      paths.add(file.path());
      lower.put(file.path().toLowerCase(Locale.ROOT), file.path());
    }
  }

  /// The file that a target leads to; of several the first.
  Optional<String> find(Target target) {
    String path = target.path();
    return switch (target.kind()) {
      case EXACT -> path.indexOf('*') >= 0 || path.endsWith("/") ? match(path) : exact(path);
      case COMMAND -> exact(path);
      case REQUIRED -> first(path, REQUIRED);
      case TYPES -> first(path, TYPES);
    };
  }

  boolean has(String path) {
    return paths.contains(path);
  }

  boolean any(String ending) {
    return paths.stream().anyMatch(path -> path.endsWith(ending));
  }

  /// A file that has the path but for upper and lower case.
  Optional<String> otherCase(String path) {
    return Optional.ofNullable(lower.get(path.toLowerCase(Locale.ROOT)));
  }

  private Optional<String> exact(String path) {
    return paths.contains(path) ? Optional.of(path) : Optional.empty();
  }

  private Optional<String> first(String path, List<String> endings) {
    String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return endings.stream().map(ending -> clean + ending).filter(paths::contains).findFirst();
  }

  /// The star of an exports pattern stands for any text, slashes included.
  private Optional<String> match(String pattern) {
    int star = pattern.indexOf('*');
    String front = star < 0 ? pattern : pattern.substring(0, star);
    String back = star < 0 ? "" : pattern.substring(star + 1);
    // Only what follows the first star before the next one is looked at: Node puts the same text in
    // the place of every star.
    String end = back.indexOf('*') < 0 ? back : back.substring(back.lastIndexOf('*') + 1);
    return paths.tailSet(front).stream()
        .takeWhile(path -> path.startsWith(front))
        .filter(path -> path.endsWith(end) && path.length() > front.length() + end.length())
        .findFirst();
  }
}
