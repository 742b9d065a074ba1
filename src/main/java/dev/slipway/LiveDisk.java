package dev.slipway;

import dev.slipway.world.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The disk itself. What is made in the workspace gets the workspace's owner: a container runs as
/// root, and a file of root's makes the next checkout on a self-hosted runner fail.
final class LiveDisk implements Disk {
  private final Path workspace;

  LiveDisk(Path workspace) {
    this.workspace = workspace.toAbsolutePath().normalize();
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    replace(file, fresh -> Files.write(fresh, content));
  }

  @Override
  public void copy(Path from, Path file) throws IOException {
    replace(file, fresh -> Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING));
  }

  private interface Writing {
    void to(Path fresh) throws IOException;
  }

  private void replace(Path file, Writing writing) throws IOException {
    List<Path> made = makeFolders(file);
    Path fresh = file.resolveSibling("." + file.getFileName() + ".slipway");
    writing.to(fresh);
    if (Files.exists(file)) {
      copyMode(file, fresh);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    made.add(file);
    made.forEach(this::give);
  }

  @Override
  public void append(Path file, byte[] content) throws IOException {
    boolean isNew = !Files.exists(file);
    List<Path> made = isNew ? makeFolders(file) : new ArrayList<>();
    Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (isNew) {
      made.add(file);
    }
    made.forEach(this::give);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /// Makes the folders that a file needs and returns those that were not there.
  private static List<Path> makeFolders(Path file) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path each = file.toAbsolutePath().getParent();
        each != null && !Files.exists(each);
        each = each.getParent()) {
      missing.addFirst(each);
    }
    if (!missing.isEmpty()) {
      Files.createDirectories(missing.getLast());
    }
    return missing;
  }

  private static void copyMode(Path from, Path to) {
    try {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } catch (IOException | UnsupportedOperationException noModesHere) {
      // The new file keeps the mode it was made with.
    }
  }

  /// Hands a new file or folder to whoever owns the workspace. Where that is not allowed (a
  /// container engine that maps users) it is not needed either.
  void give(Path made) {
    Path path = made.toAbsolutePath().normalize();
    if (!path.startsWith(workspace) || path.equals(workspace)) {
      return;
    }
    try {
      Object uid = Files.getAttribute(workspace, "unix:uid");
      Object gid = Files.getAttribute(workspace, "unix:gid");
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notAllowed) {
      // Said in the doc comment: where it is not allowed it is not needed.
    }
  }
}
