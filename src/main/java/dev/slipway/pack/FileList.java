package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which files a package ships, by the rules of npm.
final class FileList {
  private FileList() {}

  static List<Entry> of(Path directory, PackageManifest manifest) throws IOException {
    List<Entry> entries = new ArrayList<>();
    walk(directory, "", entries);
    entries.sort((a, b) -> a.path().compareTo(b.path()));
    return entries;
  }

  private static void walk(Path directory, String prefix, List<Entry> entries) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (name.equals(".git") || name.equals("node_modules") || name.equals(".npmrc")) {
          continue;
        }
        Stat stat = Stat.of(child);
        if (stat.isDirectory()) {
          walk(child, prefix + name + "/", entries);
        } else if (stat.isFile()) {
          entries.add(new Entry(prefix + name, child, stat.size(), stat.mode(), stat.key()));
        }
      }
    }
  }
}
