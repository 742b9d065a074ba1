package dev.slipway.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the files that hold a package's version.
final class VersionFiles {
  private static final List<String> NPM_LOCKS = List.of("package-lock.json", "npm-shrinkwrap.json");

  private VersionFiles() {}

  static List<VersionEdit.Edited> edit(Path root, Path directory, String version)
      throws IOException {
    List<VersionEdit.Edited> edited = new ArrayList<>();
    Path manifest = directory.resolve("package.json");
    add(edited, manifest, text -> VersionEdit.packageJson(text, version));
    String inside = root.relativize(directory).toString().replace('\\', '/');
    for (String name : NPM_LOCKS) {
      add(edited, directory.resolve(name), text -> VersionEdit.npmLock(text, "", version));
      if (!inside.isEmpty()) {
        add(edited, root.resolve(name), text -> VersionEdit.npmLock(text, inside, version));
      }
    }
    add(edited, root.resolve("bun.lock"), text -> VersionEdit.bunLock(text, inside, version));
    return List.copyOf(edited);
  }

  private interface Edit {
    String apply(String text);
  }

  private static void add(List<VersionEdit.Edited> edited, Path file, Edit edit)
      throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    String before = Files.readString(file, StandardCharsets.UTF_8);
    String after = edit.apply(before);
    if (!after.equals(before)) {
      edited.add(new VersionEdit.Edited(file, after));
    }
  }
}
