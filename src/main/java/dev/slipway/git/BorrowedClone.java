package dev.slipway.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A clone of a workspace that borrows its objects and copies its refs. The workspace is not
/// touched, and may not go away while the clone is in use.
public final class BorrowedClone {
  private BorrowedClone() {}

  /// A bare clone, to be served as the workspace's remote: branches, tags and notes.
  ///
  /// @param branch the branch that is to stand on the workspace's commit, whatever is checked out
  public static Repository bare(Workspace workspace, Path folder, String branch)
      throws IOException {
    FileRepository clone = empty(workspace, folder, true);
    GitRepository.Refs refs = GitRepository.Refs.of(workspace.repository());
    for (Map.Entry<String, String> ref : refs.hashes().entrySet()) {
      boolean copied =
          !ref.getKey().endsWith("^{}")
              && (ref.getKey().startsWith("refs/tags/") || ref.getKey().startsWith("refs/notes/"));
      if (copied) {
        put(clone, ref.getKey(), ref.getValue());
      }
    }
    for (Map.Entry<String, String> tip : refs.branches().entrySet()) {
      put(clone, "refs/heads/" + tip.getKey(), tip.getValue());
    }
    put(clone, "refs/heads/" + branch, workspace.head());
    clone.updateRef(Constants.HEAD).link("refs/heads/" + branch);
    return clone;
  }

  /// The `.git` folder of a working clone on a branch at the workspace's commit; the working tree
  /// itself is for the caller to fill.
  public static void attached(Workspace workspace, Path folder, String branch) throws IOException {
    try (FileRepository clone = empty(workspace, folder.resolve(".git"), false)) {
      put(clone, "refs/heads/" + branch, workspace.head());
      clone.updateRef(Constants.HEAD).link("refs/heads/" + branch);
      Path index = workspace.repository().getIndexFile().toPath();
      if (Files.exists(index)) {
        Files.copy(index, folder.resolve(".git/index"));
      }
    }
  }

  private static FileRepository empty(Workspace workspace, Path gitDir, boolean bare)
      throws IOException {
    Files.createDirectories(gitDir);
    File objects = workspace.repository().getObjectsDirectory();
    FileRepository clone =
        (FileRepository)
            new FileRepositoryBuilder()
                .setFS(new QuietFileSystem())
                .setGitDir(gitDir.toFile())
                .build();
    clone.create(bare);
    Files.writeString(gitDir.resolve("objects/info/alternates"), objects.getAbsolutePath() + "\n");
    Path shallow = objects.toPath().resolveSibling("shallow");
    if (Files.exists(shallow)) {
      Files.copy(shallow, gitDir.resolve("shallow"));
    }
    StoredConfig config = clone.getConfig();
    config.setBoolean("core", null, "bare", bare);
    config.save();
    clone.close();
    return (FileRepository)
        new FileRepositoryBuilder().setFS(new QuietFileSystem()).setGitDir(gitDir.toFile()).build();
  }

  private static void put(Repository clone, String name, String hash) throws IOException {
    RefUpdate update = clone.updateRef(name);
    update.setNewObjectId(ObjectId.fromString(hash));
    update.setForceUpdate(true);
    update.update();
  }
}
