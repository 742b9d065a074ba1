package dev.slipway;

import dev.slipway.manifest.VersionEdit;
import dev.slipway.notes.Changelog;
import dev.slipway.settings.ChangelogSettings;
import dev.slipway.settings.CommitWish;
import dev.slipway.settings.GitSettings;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a release writes into its branch: the changelog, the files that name the version, and what
/// a build changed, as far as that is wanted.
///
/// @param wish what is wanted
/// @param root the root of the working tree
/// @param directory where the globs are read
record ReleaseCommit(CommitWish wish, Path root, Path directory) {
  /// One commit.
  ///
  /// @param files contents by path in the repository; an empty `Optional` removes the path
  record Draft(String message, Map<String, Optional<Bytes>> files) {}

  /// The changelog files with the notes of one more release, by path; those that would not change
  /// are left out. A file that an earlier step has prepared already stays as it is.
  ///
  /// @param waiting what an open pull request would make of a file
  Map<Path, Bytes> changelogs(String notes, Waiting waiting) throws Lost {
    Map<Path, Bytes> written = new LinkedHashMap<>();
    for (ChangelogSettings changelog : wish.changelogs()) {
      Path file = directory.resolve(changelog.file()).normalize();
      String here = read(file).map(Bytes::text).orElse("");
      String old =
          waiting
              .file(inRepository(file))
              .map(Bytes::text)
              .filter(t -> isMore(t, here))
              .orElse(here);
      String fresh = Changelog.prepend(old, notes, changelog.title());
      if (!fresh.equals(old) && !isPrepared(old, notes, changelog.title())) {
        written.put(file, Bytes.of(fresh));
      }
    }
    return written;
  }

  /// What an open pull request would make of a file.
  @FunctionalInterface
  interface Waiting {
    Optional<Bytes> file(String path) throws Lost;
  }

  /// Whether a text is another with entries above it, as in a pull request that is not merged yet.
  private static boolean isMore(String text, String than) {
    String end = than.strip();
    return text.length() > than.length() && text.strip().endsWith(end);
  }

  /// The changelog files as a commit has them.
  Map<Path, Bytes> changelogs(Waiting commit) throws Lost {
    Map<Path, Bytes> files = new LinkedHashMap<>();
    for (ChangelogSettings changelog : wish.changelogs()) {
      Path file = directory.resolve(changelog.file()).normalize();
      commit.file(inRepository(file)).ifPresent(bytes -> files.put(file, bytes));
    }
    return files;
  }

  private String inRepository(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isPrepared(String old, String notes, Optional<String> title) {
    String first = notes.strip().lines().findFirst().orElse("");
    String below = title.filter(old::startsWith).map(t -> old.substring(t.length())).orElse(old);
    return !first.isEmpty() && below.stripLeading().startsWith(first + "\n");
  }

  /// The commits, in their order; a commit that nothing goes into is left out.
  ///
  /// @param changelogs as they will be
  /// @param edits the files that name the version, as they will be
  /// @param changed of tracked files, by path in the repository, those that are not as they were
  ///   committed; asked for only where a commit is wanted
  /// @param isCommitted whether a path holds these bytes in the commit that is checked out
  List<Draft> drafts(
      Map<Path, Bytes> changelogs,
      List<VersionEdit.Edited> edits,
      Supplier<List<String>> changed,
      Committed isCommitted,
      TemplateNames names) {
    List<Draft> drafts = new ArrayList<>();
    Map<Path, Bytes> written = new LinkedHashMap<>(changelogs);
    edits.forEach(edit -> written.put(edit.file(), Bytes.of(edit.content())));
    Set<String> taken = new LinkedHashSet<>();
    for (GitSettings git : wish.commits()) {
      Map<String, Optional<Bytes>> files = new LinkedHashMap<>();
      for (Path file : candidates(git, written.keySet(), changed)) {
        String path = inRepository(file);
        Optional<Bytes> content = Optional.ofNullable(written.get(file)).or(() -> read(file));
        boolean same = content.isPresent() && isCommitted.holds(path, content.get());
        if (!same && taken.add(path)) {
          files.put(path, content);
        }
      }
      if (!files.isEmpty()) {
        drafts.add(new Draft(git.message().render(names.ofGit()), files));
      }
    }
    return drafts;
  }

  /// Says whether a path holds these bytes in the commit that is checked out.
  @FunctionalInterface
  interface Committed {
    boolean holds(String path, Bytes content);
  }

  private Set<Path> candidates(GitSettings git, Set<Path> written, Supplier<List<String>> changed) {
    Set<Path> all = new LinkedHashSet<>();
    if (wish.all()) {
      all.addAll(written);
    }
    for (List<String> globs : git.assets()) {
      written.stream()
          .filter(file -> file.startsWith(directory) && NamedFiles.names(globs, inside(file)))
          .forEach(all::add);
      changed.get().stream()
          .map(root::resolve)
          .filter(file -> file.startsWith(directory) && NamedFiles.names(globs, inside(file)))
          .forEach(all::add);
      new NamedFiles(directory).of(globs).forEach(path -> all.add(directory.resolve(path)));
    }
    return all;
  }

  private String inside(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private static Optional<Bytes> read(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Bytes.of(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
