package dev.slipway.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/// A repository that is being made: for rehearsals and samples, never for a user's own.
public final class NewRepository implements AutoCloseable {
  private final Git git;
  private final Path folder;

  private NewRepository(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /// An empty repository in a folder, on this branch.
  ///
  /// @throws IOException when it cannot be made
  public static NewRepository in(Path folder, String branch) throws IOException {
    QuietSystem.install();
    Files.createDirectories(folder);
    try {
      Git git =
          Git.init()
              .setFs(new QuietFileSystem())
              .setDirectory(folder.toFile())
              .setInitialBranch(branch)
              .call();
      return new NewRepository(git, folder);
    } catch (GitAPIException problem) {
      throw new IOException(problem);
    }
  }

  /// Writes these files and commits them.
  ///
  /// @param files text by path
  /// @return the full hash
  public String commit(Map<String, String> files, String message, String author, Instant when)
      throws IOException {
    PersonIdent person =
        new PersonIdent(
            author,
            author.toLowerCase(java.util.Locale.ROOT) + "@example.org",
            when,
            ZoneOffset.UTC);
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        git.add().addFilepattern(file.getKey()).call();
      }
      return git.commit()
          .setMessage(message)
          .setAuthor(person)
          .setCommitter(person)
          .setSign(false)
          .setNoVerify(true)
          .call()
          .name();
    } catch (GitAPIException problem) {
      throw new IOException(problem);
    }
  }

  /// Puts a lightweight tag on a commit.
  public void tag(String name, String commit) throws IOException {
    RefUpdate update = git.getRepository().updateRef("refs/tags/" + name);
    update.setNewObjectId(ObjectId.fromString(commit));
    update.update();
  }

  @Override
  public void close() {
    git.close();
  }
}
