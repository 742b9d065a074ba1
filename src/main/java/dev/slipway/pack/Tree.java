package dev.slipway.pack;

import dev.slipway.manifest.PosixPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A directory and what is in it, each folder read once, when it is first asked for. Links are seen
/// as links and never followed.
final class Tree {
  private final Path root;
  private final Map<String, Path> folders = new HashMap<>();
  private final Map<String, List<Child>> read = new HashMap<>();

  private final Set<String> written;

  Tree(Path root) {
    this(root, Set.of());
  }

  /// A directory in which these files, by path with `/`, will stand, too: those that are not there
  /// yet are seen as if they were.
  Tree(Path root, Set<String> written) {
    this.root = root;
    this.written = Set.copyOf(written);
    folders.put("", root);
  }

  /// Something in a folder.
  ///
  /// @param name as UTF-8 has it, whatever the machine's language
  record Child(String name, Path path, Stat stat) {}

  Path root() {
    return root;
  }

  /// What is in a folder, in no particular order.
  ///
  /// @param folder from the root, with `/`; empty for the root itself; one that does not exist, or
  ///   is reached through a link, is empty
  List<Child> children(String folder) {
    List<Child> known = read.get(folder);
    if (known != null) {
      return known;
    }
    Path path = folders.get(folder);
    if (path == null) {
      int slash = folder.lastIndexOf('/');
      children(slash < 0 ? "" : folder.substring(0, slash));
      path = folders.get(folder);
    }
    if (path == null) {
      return List.of();
    }
    List<Child> children = with(folder, path, list(path));
    for (Child child : children) {
      if (child.stat.isDirectory()) {
        folders.put(folder.isEmpty() ? child.name : folder + "/" + child.name, child.path);
      }
    }
    read.put(folder, children);
    return children;
  }

  Optional<Child> child(String folder, String name) {
    return children(folder).stream().filter(each -> each.name.equals(name)).findFirst();
  }

  /// What stands at a path.
  enum Kind {
    FILE,
    FOLDER,
    /// A link, a pipe or a device.
    OTHER,
    NOTHING
  }

  /// What stands at a path from the root, however it is written.
  Kind kind(String path) {
    String folder = "";
    Kind kind = Kind.FOLDER;
    for (String name : PosixPath.normal("./" + path).split("/", -1)) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      Optional<Child> child = kind == Kind.FOLDER ? child(folder, name) : Optional.empty();
      if (child.isEmpty()) {
        return Kind.NOTHING;
      }
      Stat stat = child.get().stat;
      kind = stat.isFile() ? Kind.FILE : stat.isDirectory() ? Kind.FOLDER : Kind.OTHER;
      folder = folder.isEmpty() ? name : folder + "/" + name;
    }
    return kind;
  }

  /// What is on disk, with what will be there besides.
  private List<Child> with(String folder, Path path, List<Child> onDisk) {
    String above = folder.isEmpty() ? "" : folder + "/";
    Map<String, Child> all = new LinkedHashMap<>();
    onDisk.forEach(child -> all.put(child.name, child));
    for (String file : written) {
      if (file.startsWith(above)) {
        int slash = file.indexOf('/', above.length());
        String name = file.substring(above.length(), slash < 0 ? file.length() : slash);
        Path there = path.resolve(name);
        Stat stat = slash < 0 ? Stat.ofNewFile(there) : Stat.ofNewFolder(there);
        all.putIfAbsent(name, new Child(name, there, stat));
      }
    }
    return List.copyOf(all.values());
  }

  private static List<Child> list(Path folder) {
    List<Child> children = new ArrayList<>();
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return children;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        try {
          children.add(new Child(FileName.of(entry), entry, Stat.of(entry)));
        } catch (NoSuchFileException goneMeanwhile) {
          // A file that vanishes while the folder is read is not there.
        }
      }
    } catch (DirectoryIteratorException failed) {
      throw new UncheckedIOException(failed.getCause());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return List.copyOf(children);
  }
}
