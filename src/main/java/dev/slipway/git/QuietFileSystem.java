package dev.slipway.git;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.ProcessResult;
import org.jspecify.annotations.Nullable;

/// A file system for JGit in which no hook exists and no process can be started. JGit would
/// otherwise run hooks and filters that somebody planted in the workspace, with our environment.
final class QuietFileSystem extends FS_POSIX {
  QuietFileSystem() {
    // Else JGit asks a shell for it.
    setUmask(022);
  }

  private QuietFileSystem(FS other) {
    super(other);
  }

  @Override
  public FS newInstance() {
    return new QuietFileSystem(this);
  }

  @Override
  public @Nullable File findHook(Repository repository, String hookName) {
    return null;
  }

  @Override
  protected ProcessResult internalRunHookIfPresent(
      Repository repository,
      String hookName,
      String[] args,
      OutputStream out,
      OutputStream err,
      String stdin) {
    return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
  }

  @Override
  public ProcessResult runHookIfPresent(
      Repository repository,
      String hookName,
      String[] args,
      OutputStream out,
      OutputStream err,
      String stdin) {
    return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
  }

  @Override
  public ProcessBuilder runInShell(String command, String[] args) {
    throw new UnsupportedOperationException("Slipway starts no process");
  }

  @Override
  public int runProcess(ProcessBuilder builder, OutputStream out, OutputStream err, String stdin) {
    throw new UnsupportedOperationException("Slipway starts no process");
  }

  @Override
  public int runProcess(
      ProcessBuilder builder, OutputStream out, OutputStream err, InputStream stdin) {
    throw new UnsupportedOperationException("Slipway starts no process");
  }

  @Override
  public ExecutionResult execute(ProcessBuilder builder, InputStream stdin) {
    throw new UnsupportedOperationException("Slipway starts no process");
  }

  @Override
  protected @Nullable File discoverGitExe() {
    return null;
  }

  @Override
  protected @Nullable File discoverGitSystemConfig() {
    return null;
  }
}
