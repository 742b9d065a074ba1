package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.PublishConfig;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the files in a folder say about the packages below it: which package manager they are
/// written for, where its packages are, and which ranges of versions they share.
///
/// @param manager whose meaning `publishConfig` has
/// @param members patterns of the packages' folders; empty where the folder is no workspace
/// @param catalogs ranges by package name, by catalog; the one without a name is `default`
public record WorkspaceFiles(
    PublishConfig manager, List<String> members, Map<String, Map<String, String>> catalogs) {
  private static final String PNPM = "pnpm-workspace.yaml";
  private static final String YARN = ".yarnrc.yml";
  private static final long LARGEST = 4 << 20;

  public WorkspaceFiles {
    members = List.copyOf(members);
    catalogs = Map.copyOf(catalogs);
  }

  /// Reads the files of a folder.
  ///
  /// @throws Refused when one of them cannot be read
  public static WorkspaceFiles in(Path folder) {
    Json manifest = manifest(folder);
    Json workspaces = manifest.get("workspaces").orElseGet(Json::empty);
    Json pnpm = yaml(folder, PNPM);
    Json yarn = yaml(folder, YARN);
    Map<String, Map<String, String>> catalogs = new LinkedHashMap<>();
    // bun has them in package.json, at either place; the others in files of their own.
    for (Json each : List.of(manifest, workspaces, yarn, pnpm)) {
      each.get("catalog").ifPresent(ranges -> add(catalogs, "default", ranges));
      each.get("catalogs")
          .ifPresent(
              named -> named.members().forEach((name, ranges) -> add(catalogs, name, ranges)));
    }
    List<String> members = new ArrayList<>(texts(pnpm.get("packages").orElseGet(Json::empty)));
    members.addAll(texts(workspaces.get("packages").orElse(workspaces)));
    return new WorkspaceFiles(
        PublishConfig.of(has(folder, "pnpm-lock.yaml"), isNewYarn(folder)), members, catalogs);
  }

  private static void add(Map<String, Map<String, String>> catalogs, String catalog, Json ranges) {
    Map<String, String> known = catalogs.computeIfAbsent(catalog, _ -> new LinkedHashMap<>());
    ranges
        .members()
        .forEach((name, range) -> range.text().ifPresent(text -> known.put(name, text)));
  }

  private static List<String> texts(Json list) {
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static Json manifest(Path folder) {
    return read(folder.resolve(PackageManifest.FILE))
        .map(text ->
            (Json)
                PackageManifest.read(text.getBytes(StandardCharsets.UTF_8), PackageManifest.FILE)
                    .json())
        .orElseGet(Json::empty);
  }

  private static Json yaml(Path folder, String name) {
    return read(folder.resolve(name))
        .flatMap(text -> YamlFile.read(name, text))
        .map(Written::json)
        .orElseGet(Json::empty);
  }

  /// The first yarn's lock file begins with another comment and has no such entry.
  private static boolean isNewYarn(Path folder) {
    return read(folder.resolve("yarn.lock"))
        .filter(text -> text.contains("__metadata:"))
        .isPresent();
  }

  private static boolean has(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<String> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST && !name.equals("yarn.lock")) {
        throw new Refused(
            Problem.configuration(
                    "WORKSPACE_FILE_TOO_LARGE",
                    name + " is larger than 4 MiB.",
                    "Move what does not belong there out of it.")
                .at(Place.file(name)));
      }
      try (var in = Files.newInputStream(file)) {
        // Of a lock file its head says enough.
        return Optional.of(new String(in.readNBytes((int) LARGEST), StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
