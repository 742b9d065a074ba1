package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says where npm 11 would have packed other files. The rules changed with npm 12, so a team whose
/// releases were made with npm 11 so far would ship other files without having touched anything.
final class OtherNpm {
  private static final int MOST_SHOWN = 10;

  private OtherNpm() {}

  /// A warning with the files that the two do not agree about; empty when they agree on all.
  static Optional<Problem> difference(Tree tree, PackageManifest manifest, FileList list) {
    Set<String> npm11 = FileList.ofNpm11(tree, manifest);
    Set<String> npm12 =
        list.entries().stream()
            .map(Entry::path)
            .filter(path -> !path.startsWith("node_modules/"))
            .collect(Collectors.toSet());
    npm11.removeIf(path -> path.startsWith("node_modules/"));
    Set<String> more = new TreeSet<>(npm12);
    more.removeAll(npm11);
    Set<String> less = new TreeSet<>(npm11);
    less.removeAll(npm12);
    if (more.isEmpty() && less.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (!more.isEmpty()) {
      parts.add("npm 11 leaves out " + shown(more));
    }
    if (!less.isEmpty()) {
      parts.add("npm 11 packs " + shown(less) + " as well");
    }
    return Optional.of(
        Problem.warning(
                "NPM_11_PACKS_OTHER_FILES",
                "The files are those that npm 12 packs; "
                    + String.join("; ", parts)
                    + ". It reads \"files\" in package.json differently.",
                "Nothing is to be done if the list is what you want. Otherwise write the entries of"
                    + " \"files\" so that both agree: whole folders and files, and negations with"
                    + " the folder in front, such as \"!dist/**/*.map\".")
            .at(Place.member(PackageManifest.FILE, "files")));
  }

  private static String shown(Set<String> paths) {
    String first = paths.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    int more = paths.size() - MOST_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
