package dev.slipway.rehearsal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// A copy of a working tree as it lies on disk, what a build left in it included: that is what a
/// workflow would pack. `.git` is left out.
final class WorkingCopy {
  private WorkingCopy() {}

  /// Copies a tree.
  ///
  /// @param from read only
  /// @param to made
  static void of(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path name = folder.getFileName();
            if (!folder.equals(from) && name != null && name.toString().equals(".git")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean gitLink = file.equals(from.resolve(".git"));
            if (!gitLink && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
              copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void copy(Path file, Path copy) throws IOException {
    Files.copy(
        file,
        copy,
        LinkOption.NOFOLLOW_LINKS,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
