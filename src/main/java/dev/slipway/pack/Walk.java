package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.PosixPath;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks one package and collects the files it ships. Only regular files and folders count: links,
/// pipes and devices are not seen, nor names with a `*` in them, which some systems cannot hold.
final class Walk {
  /// Ignore files beyond this size are not read by a person either.
  private static final long LARGEST_IGNORE_FILE = 1 << 20;

  private static final int DEEPEST = 512;

  /// Which rules a package's root folder heeds.
  enum Heeds {
    /// The package being packed, and links bundled into it: everything.
    ALL,
    /// A bundled package: its own package.json only.
    MANIFEST_ONLY
  }

  private final Tree tree;
  private final Heeds heeds;
  private final List<Rule> additionalDefaults;
  private final boolean hasWorkspaces;
  private final List<Entry> entries = new ArrayList<>();
  private List<String> required = List.of();

  /// @param additionalDefaults rules that come with the place of the package in a workspace
  /// @param hasWorkspaces whether the package is the root of a workspace with members
  Walk(Tree tree, Heeds heeds, List<Rule> additionalDefaults, boolean hasWorkspaces) {
    this.tree = tree;
    this.heeds = heeds;
    this.additionalDefaults = additionalDefaults;
    this.hasWorkspaces = hasWorkspaces;
  }

  /// The files of the package, in no particular order.
  List<Entry> files(PackageRules rules) {
    RuleBook book =
        switch (heeds) {
          case ALL ->
              RuleBook.of(
                  RuleBook.defaults(),
                  additionalDefaults,
                  rules.files().orElseGet(() -> ignoreFile("")),
                  rules.strict());
          case MANIFEST_ONLY -> RuleBook.of(rules.files().orElse(List.of()), rules.strict());
        };
    required = rules.required();
    walk(new Folder(Optional.empty(), "", "", book, false), 0);
    return entries;
  }

  /// The rules of `.npmignore`, else of `.gitignore`; never both.
  private List<Rule> ignoreFile(String folder) {
    for (String name : List.of(".npmignore", ".gitignore")) {
      Optional<Tree.Child> file = tree.child(folder, name);
      if (file.isPresent()) {
        return read(file.get(), folder.isEmpty() ? name : folder + "/" + name);
      }
    }
    return List.of();
  }

  private static List<Rule> read(Tree.Child file, String path) {
    try {
      // A link to an ignore file is read: npm reads it too, and its text ships nothing.
      if (!Files.isRegularFile(file.path())) {
        throw new Refused(
            Problem.configuration(
                "IGNORE_FILE_NOT_A_FILE",
                path + " is not a file; npm cannot pack the package.",
                "Remove it, or make it a text file with one pattern a line."));
      }
      if (Files.size(file.path()) > LARGEST_IGNORE_FILE) {
        throw new Refused(
            Problem.configuration(
                "IGNORE_FILE_TOO_LARGE",
                path + " is larger than 1 MiB.",
                "List what to pack under \"files\" in package.json instead."));
      }
      return LineRule.all(
          new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8), path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private RuleBook bookOf(String folder) {
    if (hasWorkspaces) {
      return workspaceBookOf(folder);
    }
    return RuleBook.of(RuleBook.defaults(), ignoreFile(folder), strict(folder));
  }

  /// npm 11 hands the files that `files` names by their path down to their folder, but no further
  /// than one folder deep.
  private List<Rule> strict(String folder) {
    if (required.isEmpty() || folder.indexOf('/') >= 0) {
      return RuleBook.folderStrict();
    }
    List<String> lines = new ArrayList<>(List.of("/.git"));
    required.stream()
        .filter(path -> PosixPath.folder(path).equals(folder))
        .forEach(path -> lines.add("!" + PosixPath.base(path)));
    return LineRule.all(lines, "package.json");
  }

  /// In the root of a workspace npm takes the package.json of any folder below for an ignore file,
  /// line by line, which puts that folder's own ignore file out of force.
  private RuleBook workspaceBookOf(String folder) {
    Optional<Tree.Child> manifest = tree.child(folder, PackageManifest.FILE);
    List<Rule> own =
        manifest
            .map(file -> read(file, folder + "/" + PackageManifest.FILE))
            .orElseGet(() -> ignoreFile(folder));
    return RuleBook.of(RuleBook.defaults(), own, strict(folder));
  }

  private void walk(Folder folder, int depth) {
    if (depth > DEEPEST) {
      throw new Refused(
          Problem.configuration(
              "FOLDERS_TOO_DEEP",
              "The folders below "
                  + folder.path().substring(0, 60)
                  + "… are more than "
                  + DEEPEST
                  + " deep.",
              "Leave them out of what is packed."));
    }
    for (Tree.Child child : tree.children(folder.path())) {
      String name = child.name();
      if (name.indexOf('*') >= 0) {
        continue;
      }
      String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
      if (child.stat().isFile()) {
        if (folder.includes(name, false, Optional.empty())) {
          entries.add(
              new Entry(
                  path,
                  child.path(),
                  child.stat().size(),
                  child.stat().mode(),
                  child.stat().key()));
        }
      } else if (child.stat().isDirectory() && folder.includes(name, true, Optional.empty())) {
        boolean exact =
            folder.includes(name, false, Optional.empty())
                || folder.includes(name + "/", false, Optional.empty());
        walk(new Folder(Optional.of(folder), path, name, bookOf(path), exact), depth + 1);
      }
    }
  }
}
