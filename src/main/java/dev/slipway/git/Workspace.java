package dev.slipway.git;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The clone that the workflow checked out. It is read and never written, whoever owns it: a
/// container's "dubious ownership" is no obstacle to reading objects.
public final class Workspace implements AutoCloseable {
  private final FileRepository repository;
  private final Path root;

  private Workspace(FileRepository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /// Opens the clone that a folder is in.
  ///
  /// @throws Refused when the folder is in no clone, or in one of a kind that cannot be read
  public static Workspace open(Path folder) {
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setFS(new QuietFileSystem()).setMustExist(true);
    builder.findGitDir(folder.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      throw new Refused(
          Problem.configuration(
              "NOT_A_REPOSITORY",
              folder + " is not in a git repository.",
              """
              Check the repository out before Slipway:

                - uses: actions/checkout@v6\
              """));
    }
    try {
      FileRepository repository = (FileRepository) builder.build();
      CommitGraphFile.of(repository.getObjectsDirectory()).readFor(repository);
      File tree = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
      return new Workspace(repository, tree.toPath());
    } catch (IOException problem) {
      throw unreadable(builder.getGitDir(), problem);
    }
  }

  private static Refused unreadable(File folder, IOException problem) {
    return new Refused(
        Problem.failure(
            "REPOSITORY_UNREADABLE",
            "The git repository in "
                + folder.getName()
                + " cannot be read: "
                + problem.getMessage(),
            "Slipway reads SHA-1 repositories with loose or packed refs. Check out anew and run"
                + " again."));
  }

  /// The folder of the working tree.
  public Path root() {
    return root;
  }

  /// The commit that is checked out.
  ///
  /// @throws Refused when there is none yet
  public String head() {
    try {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null) {
        throw new Refused(
            Problem.failure(
                "NO_COMMIT", "The repository has no commit yet.", "Commit something first."));
      }
      return head.name();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The branch that is checked out; empty on a detached head.
  public Optional<String> branch() {
    try {
      String full = repository.getFullBranch();
      return full != null && full.startsWith("refs/heads/")
          ? Optional.of(full.substring("refs/heads/".length()))
          : Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The URL of the remote `origin`, as configured; foreign text.
  public Optional<String> origin() {
    return Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url"));
  }

  /// True when the clone's history was cut off at some depth.
  public boolean isShallow() {
    return Files.exists(repository.getObjectsDirectory().toPath().resolveSibling("shallow"));
  }

  /// The repository as its own refs show it; no network.
  public GitRepository graph() {
    try {
      repository.incrementOpen();
      return GitRepository.of(repository, head(), GitRepository.Refs.of(repository));
    } catch (IOException problem) {
      throw unreadable(repository.getDirectory(), problem);
    }
  }

  /// The repository behind this workspace.
  FileRepository repository() {
    return repository;
  }

  /// Tracked files whose content is not that of the commit that is checked out, by path; a build
  /// that rewrites tracked files shows here. Files that are not tracked do not.
  public List<String> modifiedFiles() {
    List<String> modified = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository);
        ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
      DirCache index = repository.readDirCache();
      walk.addTree(repository.parseCommit(ObjectId.fromString(head())).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        String path = walk.getPathString();
        if (walk.getFileMode(0).equals(FileMode.GITLINK)) {
          continue;
        }
        Path file = root.resolve(path);
        DirCacheEntry entry = index.getEntry(path);
        if (!isUnchanged(file, entry, walk.getObjectId(0), walk.getFileMode(0), hash)) {
          modified.add(path);
        }
      }
    } catch (IOException problem) {
      throw unreadable(repository.getDirectory(), problem);
    }
    return modified;
  }

  /// The index remembers size and time of what git wrote; only where they differ is content read.
  private static boolean isUnchanged(
      Path file,
      @org.jspecify.annotations.Nullable DirCacheEntry entry,
      ObjectId expected,
      FileMode mode,
      ObjectInserter.Formatter hash)
      throws IOException {
    if (entry == null) {
      return false;
    }
    if (entry.isSkipWorkTree()) {
      return true;
    }
    if (mode.equals(FileMode.SYMLINK)) {
      return Files.isSymbolicLink(file)
          && hash.idFor(
                  Constants.OBJ_BLOB, Constants.encode(Files.readSymbolicLink(file).toString()))
              .equals(expected);
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean asWritten =
        entry.getObjectId().equals(expected)
            && entry.getLength() == (int) Files.size(file)
            && entry
                .getLastModifiedInstant()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .equals(
                    Files.getLastModifiedTime(file)
                        .toInstant()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    if (asWritten && !entry.isSmudged()) {
      return true;
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return hash.idFor(Constants.OBJ_BLOB, Files.size(file), in).equals(expected);
    }
  }

  /// True for a path that is an ordinary file, or not there, in the commit that is checked out: not
  /// executable, no link, no other repository.
  public boolean isOrdinary(String path) {
    try (TreeWalk walk =
        TreeWalk.forPath(
            repository, path, repository.parseCommit(ObjectId.fromString(head())).getTree())) {
      return walk == null || walk.getFileMode(0).equals(FileMode.REGULAR_FILE);
    } catch (IOException problem) {
      throw unreadable(repository.getDirectory(), problem);
    }
  }

  /// The content of a file in a commit, when commit and file are here.
  public Optional<byte[]> fileAt(String commit, String path) {
    return fileAt(repository, commit, path);
  }

  static Optional<byte[]> fileAt(Repository repository, String commit, String path) {
    try (TreeWalk walk =
        TreeWalk.forPath(
            repository, path, repository.parseCommit(ObjectId.fromString(commit)).getTree())) {
      return walk == null
          ? Optional.empty()
          : Optional.of(repository.open(walk.getObjectId(0)).getCachedBytes(64 << 20));
    } catch (org.eclipse.jgit.errors.MissingObjectException notHere) {
      return Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Where in the repository a folder of the working tree is, with `/`; empty for the root.
  ///
  /// @throws Refused when the folder is outside
  public String pathOf(Path folder) {
    Path inside = root.toAbsolutePath().normalize().relativize(folder.toAbsolutePath().normalize());
    if (inside.startsWith("..")) {
      throw new Refused(
          Problem.configuration(
                  "OUTSIDE_REPOSITORY",
                  folder + " is outside the repository that is checked out.",
                  "Name a folder inside the repository as `working-directory`.")
              .at(Place.file("action.yml")));
    }
    return inside.toString().replace(File.separatorChar, '/');
  }

  @Override
  public void close() {
    repository.close();
  }
}
