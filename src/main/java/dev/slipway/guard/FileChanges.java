package dev.slipway.guard;

import dev.slipway.pack.ForeignTarball;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// What is strange about the files of a package, beside those of the version before.
final class FileChanges {
  private static final Set<String> TOOL_FOLDERS =
      Set.of(
          ".vscode",
          ".idea",
          ".claude",
          ".cursor",
          ".github",
          ".gitlab",
          ".circleci",
          ".husky",
          ".aws",
          ".ssh",
          ".gnupg",
          ".docker",
          ".terraform");

  private static final Set<String> COMPILED =
      Set.of("node", "wasm", "exe", "dll", "so", "dylib", "jar", "class", "bat", "cmd", "ps1");

  private static final long NOTICEABLE = 100_000;
  private static final long LARGE = 5_000_000;
  private static final int MOST_SHOWN = 10;

  private final String version;
  private final List<PackedFile> before;
  private final List<PackedFile> after;
  private final List<PackedFile> fresh;
  private final List<Problem> problems = new ArrayList<>();

  private FileChanges(String version, List<PackedFile> before, List<PackedFile> after) {
    this.version = version;
    this.before = before;
    this.after = after;
    Set<String> known = new HashSet<>();
    before.forEach(file -> known.add(file.path()));
    this.fresh = after.stream().filter(file -> !known.contains(file.path())).toList();
  }

  static List<Problem> of(String version, ForeignTarball.Read last, Tarball tarball) {
    FileChanges changes = new FileChanges(version, last.files(), tarball.files());
    changes.nativeBuild();
    changes.compiled();
    changes.sourceMaps();
    changes.gone();
    changes.size(last.unpackedSize(), tarball.unpackedSize());
    changes.count();
    changes.problems.addAll(ofPrivate(changes.fresh));
    return changes.problems;
  }

  /// The same of a package that has no version before.
  static List<Problem> ofFirst(Tarball tarball) {
    return ofPrivate(tarball.files());
  }

  /// npm builds a package with a `*.gyp` file in its root when it is installed, script or not.
  private void nativeBuild() {
    for (PackedFile file : fresh) {
      if (file.path().endsWith(".gyp") && file.path().indexOf('/') < 0) {
        problems.add(
            Problem.configuration(
                    "NATIVE_BUILD_NEW",
                    file.path()
                        + " was not there in "
                        + version
                        + ": with it npm runs node-gyp on every machine that installs the package.",
                    Finding.meant("Look at the commit that brought it."))
                .at(Place.file(file.path())));
      }
    }
  }

  private void compiled() {
    Set<String> known = new HashSet<>();
    before.forEach(file -> known.add(ending(file)));
    say(
        fresh.stream()
            .filter(file -> COMPILED.contains(ending(file)) && !known.contains(ending(file)))
            .toList(),
        "COMPILED_CODE_NEW",
        "Compiled or machine code ships for the first time: ",
        "Make sure that these files are built by this workflow and are meant.");
  }

  private static String ending(PackedFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private void sourceMaps() {
    if (!has(before, ".map")) {
      say(
          fresh.stream().filter(file -> file.path().endsWith(".map")).toList(),
          "SOURCE_MAPS_NEW",
          "Source maps ship for the first time, commonly with the whole source in them: ",
          "If they are not meant, leave them out: \"files\": [\"dist\", \"!dist/**/*.map\"].");
    }
  }

  private void gone() {
    if (any(before, FileChanges::isLicense) && !any(after, FileChanges::isLicense)) {
      problems.add(
          Problem.warning(
              "LICENSE_GONE",
              "The license file that was in " + version + " is gone.",
              "Put it back beside package.json; npm packs it whatever \"files\" says."));
    }
    if (has(before, ".d.ts") && !has(after, ".d.ts") && !has(after, ".d.mts")) {
      problems.add(
          Problem.warning(
              "TYPES_GONE",
              "The package had type declarations in " + version + " and has none now.",
              "If that is not meant, the build did not make them, or \"files\" does not name them."));
    }
  }

  private static boolean isLicense(PackedFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    return path.indexOf('/') < 0 && (path.startsWith("license") || path.startsWith("licence"));
  }

  private void size(long then, long now) {
    if (now > then + LARGE || (now > 2 * then && now > then + NOTICEABLE)) {
      problems.add(
          Problem.warning(
              "SIZE_JUMP",
              "The package is much larger than "
                  + version
                  + ": "
                  + now
                  + " bytes unpacked instead of "
                  + then
                  + ".",
              "Look at the list of files: something may be in it that does not belong there."));
    }
  }

  private void count() {
    int then = before.size();
    int now = after.size();
    if (now > 2 * then && now > then + 20) {
      problems.add(
          Problem.warning(
              "FILE_COUNT_JUMP",
              "The package holds " + now + " files; in " + version + " it were " + then + ".",
              "Look at the list of files: something may be in it that does not belong there."));
    }
  }

  private static List<Problem> ofPrivate(List<PackedFile> files) {
    List<PackedFile> found = files.stream().filter(FileChanges::isPrivate).toList();
    return found.isEmpty()
        ? List.of()
        : List.of(
            Problem.warning(
                "PRIVATE_FILES",
                "Files that people keep for themselves are in the package: " + shown(found) + ".",
                "Leave them out: name what to ship under \"files\" in package.json, or what not to"
                    + " ship in .npmignore."));
  }

  private static boolean isPrivate(PackedFile file) {
    String[] names = file.path().split("/", -1);
    if (names[0].equals("node_modules")) {
      return false;
    }
    for (int i = 0; i < names.length - 1; i++) {
      if (TOOL_FOLDERS.contains(names[i])) {
        return true;
      }
    }
    String base = names[names.length - 1];
    boolean sample =
        base.endsWith(".example") || base.endsWith(".sample") || base.endsWith(".template");
    return base.equals(".env")
        || (base.startsWith(".env.") && !sample)
        || base.equals(".netrc")
        || base.equals(".pypirc")
        || base.equals("id_rsa")
        || base.equals("id_ed25519")
        || base.endsWith(".p12")
        || base.endsWith(".pfx")
        || base.endsWith(".kdbx");
  }

  private void say(List<PackedFile> files, String code, String what, String remedy) {
    if (!files.isEmpty()) {
      problems.add(Problem.warning(code, what + shown(files) + ".", remedy));
    }
  }

  private static boolean has(List<PackedFile> files, String ending) {
    return any(files, file -> file.path().endsWith(ending));
  }

  private static boolean any(List<PackedFile> files, Predicate<PackedFile> wanted) {
    return files.stream().anyMatch(wanted);
  }

  private static String shown(List<PackedFile> files) {
    List<String> first = files.stream().limit(MOST_SHOWN).map(PackedFile::path).toList();
    int more = files.size() - MOST_SHOWN;
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }
}
