package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A folder where git itself runs: makes the histories that tests are about.
///
/// @param folder the working tree, or the bare repository
public record GitSandbox(Path folder) {
  /// A new repository on branch `main`.
  public static GitSandbox init(Path folder) {
    make(folder);
    GitSandbox sandbox = new GitSandbox(folder);
    sandbox.git("init", "-q", "--template=", "-b", "main");
    return sandbox;
  }

  /// A new bare repository.
  public static GitSandbox bare(Path folder) {
    make(folder);
    GitSandbox sandbox = new GitSandbox(folder);
    sandbox.git("init", "-q", "--template=", "--bare", "-b", "main");
    return sandbox;
  }

  /// Another folder with the same in it: quicker than to have git do it all again.
  public static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path there = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(each, there, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Writes a file.
  public GitSandbox write(String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Commits everything there is, also nothing, and returns the hash.
  public String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "--no-verify", "-m", message);
    return hash("HEAD");
  }

  /// What a name stands for, as `git rev-parse` says it. Like all that is only looked up, by JGit:
  /// that is no process.
  public String hash(String name) {
    return look(repository -> {
      ObjectId found = repository.resolve(name);
      assertThat((Object) found).as(name + " in " + folder).isNotNull();
      return ObjectId.toString(found);
    });
  }

  /// The refs, full name and hash, as `git for-each-ref` lists them.
  public Map<String, String> refs() {
    return look(repository -> {
      Map<String, String> refs = new TreeMap<>();
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/")) {
        refs.put(ref.getName(), ObjectId.toString(ref.getObjectId()));
      }
      return refs;
    });
  }

  /// The branch that is checked out.
  public String branch() {
    return look(repository -> Objects.requireNonNull(repository.getBranch()));
  }

  /// Looks something up in a repository.
  @FunctionalInterface
  private interface Look<T> {
    T up(Repository repository) throws IOException;
  }

  private <T> T look(Look<T> look) {
    Path inside = folder.resolve(".git");
    try (Repository repository =
        new FileRepositoryBuilder()
            .setGitDir((Files.exists(inside) ? inside : folder).toFile())
            .setMustExist(true)
            .build()) {
      return look.up(repository);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Runs git and returns what it printed, stripped.
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.redirectErrorStream(true);
    var env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("GIT_"));
    env.put("GIT_CONFIG_GLOBAL", "/dev/null");
    env.put("GIT_CONFIG_SYSTEM", "/dev/null");
    env.put("GIT_AUTHOR_NAME", "Ada");
    env.put("GIT_AUTHOR_EMAIL", "ada@example.org");
    env.put("GIT_COMMITTER_NAME", "Ada");
    env.put("GIT_COMMITTER_EMAIL", "ada@example.org");
    env.put("GIT_TERMINAL_PROMPT", "0");
    env.put("GIT_CONFIG_COUNT", "2");
    env.put("GIT_CONFIG_KEY_0", "maintenance.auto");
    env.put("GIT_CONFIG_VALUE_0", "false");
    env.put("GIT_CONFIG_KEY_1", "receive.autogc");
    env.put("GIT_CONFIG_VALUE_1", "false");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as(command + ": " + output).isZero();
      return output;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
