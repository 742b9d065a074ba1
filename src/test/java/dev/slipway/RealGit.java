package dev.slipway;

import dev.slipway.github.FakeGitHub;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A bare repository as the one behind a fake GitHub; what changes it is git itself.
///
/// @param origin the repository
/// @param work a missing folder to make commits in
record RealGit(GitSandbox origin, Path work) implements FakeGitHub.Git {
  @Override
  public Map<String, String> refs() {
    return origin.refs();
  }

  @Override
  public void set(String ref, Optional<String> sha) {
    if (sha.isPresent()) {
      origin.git("update-ref", ref, sha.get());
    } else {
      origin.git("update-ref", "-d", ref);
    }
  }

  @Override
  public String commit(String ref, String parent, String message, Map<String, Bytes> files) {
    GitSandbox copy = new GitSandbox(work);
    if (!Files.exists(work)) {
      origin.git("clone", "-q", "--no-checkout", ".", work.toString());
    }
    copy.git("fetch", "-q", "origin", ref);
    copy.git("checkout", "-q", "--force", "--detach", parent);
    files.forEach((path, content) -> {
      try {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.toArray());
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    });
    String sha = copy.commit(message);
    copy.git("push", "-q", "--force", "origin", sha + ":" + ref);
    return sha;
  }
}
