package dev.slipway.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A store of git objects beside the workspace: it borrows the workspace's objects and takes up
/// what is fetched and what we write. It has its own, fixed configuration: what the workspace's
/// `.git/config` says of proxies, headers, certificates or address rewriting is not read.
public final class GitStore implements AutoCloseable {
  private final BorrowingRepository repository;

  private final AtomicBoolean shallow = new AtomicBoolean();

  private GitStore(BorrowingRepository repository) {
    this.repository = repository;
  }

  /// A new store in a folder that does not exist or is empty.
  ///
  /// @throws IOException when the folder cannot be written
  public static GitStore beside(Workspace workspace, Path folder) throws IOException {
    File borrowed = workspace.repository().getObjectsDirectory();
    GitStore store = at(folder, borrowed);
    Path shallow = borrowed.toPath().resolveSibling("shallow");
    if (Files.exists(shallow)) {
      Files.copy(shallow, folder.resolve("shallow"));
      store.shallow.set(true);
    }
    return store;
  }

  private static GitStore at(Path folder, File borrowed) throws IOException {
    QuietSystem.install();
    Files.createDirectories(folder);
    BorrowingRepository repository =
        new BorrowingRepository(
            new FileRepositoryBuilder()
                .setFS(new QuietFileSystem())
                .setBare()
                .setGitDir(folder.toFile())
                .addAlternateObjectDirectory(borrowed)
                .setup());
    repository.create(true);
    StoredConfig config = repository.getConfig();
    config.setString("http", null, "followRedirects", "false");
    config.setBoolean("core", null, "logAllRefUpdates", false);
    config.save();
    CommitGraphFile.of(borrowed).lendTo(repository);
    return new GitStore(repository);
  }

  /// The repository as this listing of refs shows it.
  ///
  /// @param head the commit that is checked out
  /// @param refs full names with hashes, as [dev.slipway.world.Remote#refs] gives them
  public GitRepository graph(String head, Map<String, String> refs) {
    repository.incrementOpen();
    return GitRepository.of(repository, head, new GitRepository.Refs(refs));
  }

  /// True when an object is here.
  public boolean has(String hash) {
    return repository.getObjectDatabase().has(ObjectId.fromString(hash));
  }

  /// True when there are commits here whose parents are missing, until the whole history was
  /// fetched. JGit's own note of it is changed before the objects have come.
  public boolean isShallow() {
    return shallow.get();
  }

  /// What a deepening asked for has come.
  void deepened() throws IOException {
    shallow.set(!repository.getObjectDatabase().getShallowCommits().isEmpty());
  }

  /// What the workspace's refs hold: it is here with all behind it, as far as the history goes.
  Set<ObjectId> tips() {
    try {
      return repository.borrowedTips();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  FileRepository repository() {
    return repository;
  }

  @Override
  public void close() {
    repository.close();
  }
}
