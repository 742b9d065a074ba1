package dev.slipway.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;

/// Git's commit-graph (`objects/info/commit-graph`): parents, trees and dates of all commits in one
/// file, so that a walk need not unpack each commit. JGit reads it only when it is told to. As git
/// does, it is left alone in a shallow clone, whose cut it does not know.
///
/// @param file where it would be
/// @param usable whether it is there and knows all parents
record CommitGraphFile(Path file, boolean usable) {
  static CommitGraphFile of(File objects) {
    Path file = objects.toPath().resolve("info/commit-graph");
    boolean shallow = Files.exists(objects.toPath().resolveSibling("shallow"));
    return new CommitGraphFile(file, !shallow && Files.isRegularFile(file));
  }

  /// Lets the repository that it belongs to read it; nothing is written.
  void readFor(FileRepository repository) {
    if (usable) {
      repository
          .getConfig()
          .setBoolean(
              ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_COMMIT_GRAPH, true);
    }
  }

  /// Gives it to a repository that borrows the objects.
  ///
  /// @throws IOException when the repository's folder cannot be written
  void lendTo(FileRepository repository) throws IOException {
    if (usable) {
      Path own = repository.getObjectsDirectory().toPath().resolve("info/commit-graph");
      Files.createDirectories(own.getParent());
      Files.createSymbolicLink(own, file.toAbsolutePath());
      readFor(repository);
    }
  }
}
