package dev.slipway.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The readme that npm sends along with a manifest.
///
/// @param name the file's name
/// @param text its content
record ReadmeFile(String name, String text) {
  /// What npm says in place of a readme.
  static final String MISSING = "ERROR: No README data found!";

  /// The file in a folder that npm takes for the readme: one with a Markdown ending, else one that
  /// is called README and nothing more. Of several npm takes the one that the file system happens
  /// to name first; here it is `README.md`, else the first in the order of bytes.
  static Optional<ReadmeFile> in(PackageFolder folder) {
    List<String> names =
        folder.files().stream()
            .filter(name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              return lower.equals("readme") || lower.startsWith("readme.");
            })
            .toList();
    return names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).equals("readme.md"))
        .findFirst()
        .or(() -> names.stream().filter(ReadmeFile::isMarkdown).findFirst())
        .or(() -> names.stream().filter(name -> name.endsWith("README")).reduce((a, b) -> b))
        .flatMap(name -> folder.read(name).map(text -> new ReadmeFile(name, text)));
  }

  /// `.md`, `.markdown`, and whatever else has some of these letters in this order.
  private static boolean isMarkdown(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < "markdown".length() && at < ending.length(); i++) {
      if (ending.charAt(at) == "markdown".charAt(i)) {
        at++;
      }
    }
    return at == ending.length();
  }

  /// The first paragraph below the title, in one line.
  static String description(String readme) {
    String[] lines = NormalIdentity.trim(readme).split("\n", -1);
    int start = 0;
    while (start < lines.length && isBlankOrTitle(lines[start])) {
      start++;
    }
    int end = start + 1;
    while (end < lines.length && !NormalIdentity.trim(lines[end]).isEmpty()) {
      end++;
    }
    return start >= lines.length
        ? ""
        : NormalIdentity.trim(String.join(" ", List.of(lines).subList(start, end)));
  }

  private static boolean isBlankOrTitle(String line) {
    String trimmed = NormalIdentity.trim(line);
    return trimmed.isEmpty() || trimmed.startsWith("#");
  }
}
