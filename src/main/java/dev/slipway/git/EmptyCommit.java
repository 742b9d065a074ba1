package dev.slipway.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A commit that changes no file, in repositories of ours: a rehearsal pretends with it that
/// something was merged. The same call gives the same hash in every clone.
public final class EmptyCommit {
  private EmptyCommit() {}

  /// Puts one on a branch.
  ///
  /// @param gitDir the `.git` folder, or the folder of a bare repository
  /// @return its full hash
  public static String onto(Path gitDir, String branch, String message, Instant when)
      throws IOException {
    try (Repository repository =
            new FileRepositoryBuilder()
                .setFS(new QuietFileSystem())
                .setGitDir(gitDir.toFile())
                .build();
        RevWalk walk = new RevWalk(repository);
        ObjectInserter objects = repository.newObjectInserter()) {
      String ref = "refs/heads/" + branch;
      ObjectId tip = repository.resolve(ref);
      PersonIdent nobody = new PersonIdent("You", "you@example.org", when, ZoneOffset.UTC);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(walk.parseCommit(tip).getTree());
      commit.setParentId(tip);
      commit.setAuthor(nobody);
      commit.setCommitter(nobody);
      commit.setMessage(message);
      ObjectId made = objects.insert(commit);
      objects.flush();
      RefUpdate update = repository.updateRef(ref);
      update.setNewObjectId(made);
      update.update();
      return made.name();
    }
  }
}
