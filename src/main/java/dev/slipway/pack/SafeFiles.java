package dev.slipway.pack;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Opens files for packing so that what is read is what was listed. From the package's root down
/// every folder is opened inside the open one above it and no link is followed, so nobody can swap
/// a link in between looking and reading; the file found must be the one that was listed.
final class SafeFiles implements AutoCloseable {
  private static final int MOST_OPEN = 64;

  private static final Path HERE = Path.of("");

  private final Path root;
  private final DirectoryStream<Path> rootFolder;
  private final Map<Path, SecureDirectoryStream<Path>> open =
      new LinkedHashMap<>(MOST_OPEN * 2, 0.75f, true);

  // The root stays open until this is closed.
  @SuppressWarnings("StreamResourceLeak")
  SafeFiles(Path root) throws IOException {
    this.root = root;
    this.rootFolder = Files.newDirectoryStream(root);
  }

  /// The content of a file that was listed.
  ///
  /// @throws Refused when it is another file by now, a link, or no regular file
  InputStream open(Entry entry) throws IOException {
    Path relative = root.relativize(entry.file());
    try {
      return rootFolder instanceof SecureDirectoryStream<Path> secure && !isBundledLink(relative)
          ? openInside(entry, relative, secure)
          : openByPath(entry);
    } catch (NoSuchFileException | java.nio.file.FileSystemLoopException gone) {
      throw swapped(entry);
    }
  }

  /// Packages below a link in `node_modules` were checked when the link was resolved; their path
  /// leads through the link.
  private boolean isBundledLink(Path relative) {
    return relative.startsWith("node_modules");
  }

  private InputStream openInside(Entry entry, Path relative, SecureDirectoryStream<Path> top)
      throws IOException {
    SecureDirectoryStream<Path> folder = folder(above(relative), top);
    Path name = relative.getFileName();
    BasicFileAttributes before =
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    // A pipe would keep us waiting for its other end, so it is not even opened.
    if (!before.isRegularFile() || !entry.key().equals(before.fileKey())) {
      throw swapped(entry);
    }
    SeekableByteChannel channel =
        folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    if (channel.size() != entry.size()) {
      channel.close();
      throw swapped(entry);
    }
    return Channels.newInputStream(channel);
  }

  private static Path above(Path relative) {
    int names = relative.getNameCount();
    return names == 1 ? HERE : relative.subpath(0, names - 1);
  }

  private SecureDirectoryStream<Path> folder(Path relative, SecureDirectoryStream<Path> top)
      throws IOException {
    if (relative.equals(HERE)) {
      return top;
    }
    SecureDirectoryStream<Path> known = open.get(relative);
    if (known != null) {
      return known;
    }
    SecureDirectoryStream<Path> made =
        folder(above(relative), top)
            .newDirectoryStream(relative.getFileName(), LinkOption.NOFOLLOW_LINKS);
    open.put(relative, made);
    if (open.size() > MOST_OPEN) {
      Path eldest = open.keySet().iterator().next();
      SecureDirectoryStream<Path> closing = open.remove(eldest);
      if (closing != null) {
        closing.close();
      }
    }
    return made;
  }

  private static InputStream openByPath(Entry entry) throws IOException {
    Stat stat = Stat.of(entry.file());
    if (!stat.isFile() || !stat.key().equals(entry.key()) || stat.size() != entry.size()) {
      throw swapped(entry);
    }
    return Channels.newInputStream(
        Files.newByteChannel(
            entry.file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  private static Refused swapped(Entry entry) {
    return new Refused(
        Problem.security(
            "FILE_SWAPPED_WHILE_PACKED",
            "The file " + entry.path() + " is not the one that was there when packing began.",
            "Let nothing write to the workspace while Slipway runs. If nothing should have, look"
                + " into what the steps before left running."));
  }

  @Override
  public void close() throws IOException {
    for (SecureDirectoryStream<Path> each : open.values()) {
      each.close();
    }
    rootFolder.close();
  }
}
