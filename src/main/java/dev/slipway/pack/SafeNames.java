package dev.slipway.pack;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Refuses names that would not come out of the tarball as they went in.
final class SafeNames {
  private static final int MOST_FILES = 200_000;

  private SafeNames() {}

  /// @throws Refused with every name that is at fault
  static void check(List<Entry> entries) {
    List<Problem> problems = new ArrayList<>();
    if (entries.size() > MOST_FILES) {
      problems.add(
          Problem.configuration(
              "TOO_MANY_FILES",
              "The package would hold "
                  + entries.size()
                  + " files; at most "
                  + MOST_FILES
                  + " are packed.",
              "List what to pack under \"files\" in package.json."));
    }
    Map<String, String> seen = new HashMap<>();
    for (Entry entry : entries) {
      String path = entry.path();
      if (path.indexOf('\\') >= 0) {
        problems.add(
            refused(
                path,
                "has a backslash in its name, which is a folder's end on Windows",
                "Rename the file, or leave it out of what is packed."));
      } else if (isDrive(path)) {
        problems.add(
            refused(
                path,
                "begins like a drive of Windows; npm would cut that off",
                "Rename the folder, or leave it out of what is packed."));
      } else if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
        problems.add(
            refused(
                path,
                "has a control character in its name",
                "Rename the file, or leave it out of what is packed."));
      }
      String other = seen.put(Normalizer.normalize(path, Normalizer.Form.NFC), path);
      if (other != null) {
        problems.add(
            refused(
                path,
                "has the same name as another file, spelled with other characters; on many systems"
                    + " one replaces the other",
                "Rename one of them."));
      }
    }
    Refused.ifAny(problems);
  }

  private static boolean isDrive(String path) {
    return path.length() > 1
        && path.charAt(1) == ':'
        && Character.isLetter(path.charAt(0))
        && path.charAt(0) < 0x80;
  }

  private static Problem refused(String path, String what, String remedy) {
    return Problem.configuration("FILE_NAME_UNSAFE", "The file " + path + " " + what + ".", remedy);
  }
}
