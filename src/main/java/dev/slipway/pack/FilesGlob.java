package dev.slipway.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds what an entry of `files` (or of `workspaces`) names on disk. Case counts here, names with
/// a dot in front are found, links lead nowhere.
final class FilesGlob {
  private static final int MOST_SETS = 10_000;

  private final List<List<NamePattern>> sets = new ArrayList<>();
  private final List<Boolean> foldersOnly = new ArrayList<>();

  /// Told of what is found.
  interface Found {
    void file(String path);

    void folder(String path);
  }

  private FilesGlob() {}

  static FilesGlob of(String pattern) {
    FilesGlob glob = new FilesGlob();
    for (String each : Braces.expand(pattern, MOST_SETS)) {
      glob.add(resolve(PathParts.split(each)));
    }
    return glob;
  }

  private void add(List<String> names) {
    boolean absolute = names.size() > 1 && names.getFirst().isEmpty();
    boolean upwards = names.contains("..");
    if (absolute || upwards) {
      // Outside the package, where nothing is packed from.
      return;
    }
    List<String> kept = new ArrayList<>(names);
    boolean folder = kept.getLast().isEmpty() || kept.getLast().equals(".");
    kept.removeIf(name -> name.isEmpty() || name.equals("."));
    sets.add(kept.stream().map(name -> NameParser.parse(name, false)).toList());
    foldersOnly.add(folder);
  }

  /// Takes out `.`, and names that `..` cancels.
  private static List<String> resolve(List<String> names) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean inside = i > 0 && i < names.size() - 1;
      String before = kept.isEmpty() ? "" : kept.getLast();
      if (inside && (name.isEmpty() || name.equals("."))) {
        continue;
      }
      if (name.equals("**") && before.equals("**")) {
        continue;
      }
      if (name.equals("..") && !before.isEmpty() && !List.of(".", "..", "**").contains(before)) {
        kept.removeLast();
        continue;
      }
      kept.add(name);
    }
    return kept.isEmpty() ? List.of("") : kept;
  }

  /// How far into one set a walk has come.
  private record Progress(int set, int next) {}

  /// @param skipped folders at the root that a pattern does not reach into by itself
  void find(Tree tree, Set<String> skipped, Found found) {
    Set<Progress> start = new LinkedHashSet<>();
    for (int i = 0; i < sets.size(); i++) {
      if (!sets.get(i).isEmpty()) {
        start.add(new Progress(i, 0));
      }
    }
    walk(tree, "", start, skipped, found);
  }

  private void walk(
      Tree tree, String folder, Set<Progress> here, Set<String> skipped, Found found) {
    if (here.isEmpty()) {
      return;
    }
    for (Tree.Child child : tree.children(folder)) {
      boolean isFolder = child.stat().isDirectory();
      if (!isFolder && !child.stat().isFile()) {
        continue;
      }
      Set<Progress> next = new LinkedHashSet<>();
      boolean hit = false;
      for (Progress progress : here) {
        hit |= step(progress, child.name(), isFolder, next);
      }
      String path = folder.isEmpty() ? child.name() : folder + "/" + child.name();
      if (isFolder) {
        if (hit || next.stream().anyMatch(this::isEnd)) {
          found.folder(path);
        }
        if (!(folder.isEmpty() && skipped.contains(child.name()))) {
          walk(tree, path, next, skipped, found);
        }
      } else if (hit) {
        found.file(path);
      }
    }
  }

  /// `lib/**` names `lib` itself, too.
  private boolean isEnd(Progress progress) {
    List<NamePattern> set = sets.get(progress.set);
    return progress.next == set.size() - 1
        && set.get(progress.next) instanceof NamePattern.AnyDepth;
  }

  private boolean step(Progress progress, String name, boolean isFolder, Set<Progress> next) {
    List<NamePattern> set = sets.get(progress.set);
    NamePattern pattern = set.get(progress.next);
    boolean last = progress.next == set.size() - 1;
    boolean allowed = isFolder || !foldersOnly.get(progress.set);
    if (pattern instanceof NamePattern.AnyDepth) {
      next.add(progress);
      return last
          ? allowed
          : step(new Progress(progress.set, progress.next + 1), name, isFolder, next);
    }
    if (!pattern.matches(name, name)) {
      return false;
    }
    if (last) {
      return allowed;
    }
    next.add(new Progress(progress.set, progress.next + 1));
    return false;
  }
}
