package dev.slipway.pack;

import dev.slipway.json.Json;
import dev.slipway.manifest.NormalBin;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.PosixPath;
import java.util.LinkedHashMap;
import java.util.Map;

/// The commands of a package and the files behind them: `bin`, or where there is none whatever lies
/// in `directories.bin`.
final class Commands {
  private Commands() {}

  /// Paths inside the package by command.
  static Map<String, String> of(Tree tree, PackageManifest manifest) {
    Map<String, String> commands = new LinkedHashMap<>();
    boolean hasBin = manifest.json().get("bin").filter(NormalBin::isSet).isPresent();
    String folder = manifest.json().at("directories", "bin").flatMap(Json::text).orElse("");
    if (!hasBin && !folder.isEmpty()) {
      collect(tree, PosixPath.secured(folder), commands);
    } else {
      NormalBin.of(manifest)
          .members()
          .forEach((name, path) -> commands.put(name, path.text().orElse("")));
    }
    return commands;
  }

  private static void collect(Tree tree, String folder, Map<String, String> commands) {
    String clean = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    for (Tree.Child child : tree.children(clean)) {
      if (!child.name().startsWith(".")) {
        String path = clean.isEmpty() ? child.name() : clean + "/" + child.name();
        commands.put(child.name(), path);
        if (child.stat().isDirectory()) {
          collect(tree, path, commands);
        }
      }
    }
  }

  /// Whether npm makes a file executable for being a command. It looks behind the first slash of
  /// the file's path, so that `cli.js` is made executable and `bin/cli.js` is not; kept as it is,
  /// since the mode is part of the tarball's bytes.
  static boolean makesExecutable(Map<String, String> commands, String path) {
    String tarPath = path.startsWith("@") ? "./" + path : path;
    int slash = tarPath.indexOf('/');
    int backslash = tarPath.indexOf('\\');
    boolean cut = slash >= 0 && (backslash < 0 || slash < backslash);
    return commands.containsValue(cut ? tarPath.substring(slash + 1) : tarPath);
  }
}
