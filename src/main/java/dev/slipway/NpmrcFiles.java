package dev.slipway;

import dev.slipway.npm.Npmrc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The `.npmrc` files that npm would read for a package, strongest first.
final class NpmrcFiles {
  private static final int LARGEST = 1 << 20;

  private NpmrcFiles() {}

  /// The package's, the workspace root's, and the user's, which `actions/setup-node` writes.
  ///
  /// @param workspace the root of the checkout
  /// @param directory the package's folder
  static List<Npmrc> of(Path workspace, Path directory, Map<String, String> environment) {
    List<Npmrc> files = new ArrayList<>();
    add(files, directory.resolve(".npmrc"), ".npmrc of the package", true);
    if (!directory.equals(workspace)) {
      add(files, workspace.resolve(".npmrc"), ".npmrc of the repository", true);
    }
    String user =
        environment.getOrDefault(
            "NPM_CONFIG_USERCONFIG", environment.getOrDefault("npm_config_userconfig", ""));
    String home = environment.getOrDefault("HOME", "");
    if (!user.isEmpty()) {
      add(files, Path.of(user), "the .npmrc that NPM_CONFIG_USERCONFIG names", false);
    } else if (!home.isEmpty()) {
      add(files, Path.of(home).resolve(".npmrc"), "the user's .npmrc", false);
    }
    return files;
  }

  private static void add(List<Npmrc> files, Path file, String label, boolean inRepository) {
    try {
      boolean readable =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST;
      if (readable) {
        files.add(Npmrc.read(label, inRepository, Files.readString(file, StandardCharsets.UTF_8)));
      }
    } catch (IOException unreadable) {
      // A file that cannot be read names nothing.
    }
  }
}
