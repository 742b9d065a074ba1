package dev.slipway;

import dev.slipway.github.AssetFile;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import dev.slipway.manifest.Sbom;
import dev.slipway.pack.Tarball;
import dev.slipway.plan.PageTexts;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.problem.Problem;
import dev.slipway.settings.GitHubSettings;
import dev.slipway.world.Bytes;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files on a release page: the tarball first, then its digest, the notes, the list of what it
/// needs, and the files that the workflow or the configuration names.
///
/// @param assets as they are planned
/// @param sources the bytes of all but the tarball, by their integrity
/// @param warnings what could not be added
record Attachments(
    List<PlannedAsset> assets, Map<String, Payload.Source> sources, List<Problem> warnings) {
  private static final String GZIP = "application/gzip";

  /// Gathers the files.
  ///
  /// @param bill whether to add the list of dependencies
  static Attachments of(
      Tarball tarball,
      GitHubSettings settings,
      TemplateNames names,
      Packing packing,
      Path directory,
      boolean bill) {
    String notes = names.notes();
    Gathering all = new Gathering();
    all.assets.put(
        tarball.filename(),
        new PlannedAsset(
            tarball.filename(), Optional.empty(), GZIP, tarball.size(), tarball.integrity()));
    all.bytes(
        PageTexts.digestName(tarball.filename()),
        PageTexts.digest(tarball.integrity(), tarball.filename()));
    if (!notes.isBlank()) {
      all.bytes(PageTexts.notesName(tarball.filename()), PageTexts.notes(notes));
    }
    if (bill) {
      bill(tarball, packing)
          .ifPresentOrElse(
              json -> all.bytes(base(tarball) + ".cdx.json", Bytes.of(JsonWriter.pretty(json))),
              () -> all.warnings.add(noLock()));
    }
    for (GitHubSettings.Asset asset : settings.assets()) {
      List<String> files = new NamedFiles(directory).of(asset.globs());
      if (files.isEmpty()) {
        all.warnings.add(missing(asset.globs()));
      }
      for (String file : files) {
        String plain = file.substring(file.lastIndexOf('/') + 1);
        String name =
            files.size() > 1
                ? plain
                : asset.name().map(template -> template.render(names.ofGitHub())).orElse(plain);
        all.file(
            name,
            asset.label().map(label -> label.render(names.ofGitHub())),
            directory.resolve(file));
      }
    }
    return new Attachments(
        List.copyOf(all.assets.values()), Map.copyOf(all.sources), List.copyOf(all.warnings));
  }

  private static final class Gathering {
    private final Map<String, PlannedAsset> assets = new LinkedHashMap<>();
    private final Map<String, Payload.Source> sources = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    private void bytes(String name, Bytes bytes) {
      add(name, Optional.empty(), bytes.size(), () -> new ByteArrayInputStream(bytes.toArray()));
    }

    private void file(String name, Optional<String> label, Path file) {
      try {
        add(name, label, Files.size(file), () -> Files.newInputStream(file));
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }

    private void add(String name, Optional<String> label, long size, Payload.Source source) {
      String integrity = Integrity.of(source).text();
      PlannedAsset asset = new PlannedAsset(name, label, AssetFile.type(name), size, integrity);
      PlannedAsset there = assets.putIfAbsent(name, asset);
      if (there != null && !there.integrity().equals(integrity)) {
        warnings.add(
            Problem.warning(
                "ASSET_TWICE",
                "Two files for the release on GitHub are called " + name + "; the first is taken.",
                "Give one of them another name."));
        return;
      }
      sources.putIfAbsent(integrity, source);
    }
  }

  private static String base(Tarball tarball) {
    return tarball.filename().substring(0, tarball.filename().length() - ".tgz".length());
  }

  private static Optional<Json> bill(Tarball tarball, Packing packing) {
    for (Path folder : List.of(packing.directory(), packing.root())) {
      for (String name : List.of("npm-shrinkwrap.json", "package-lock.json")) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          try {
            return Sbom.of(
                    JsonReader.read(Files.readAllBytes(file)),
                    tarball.name(),
                    tarball.version(),
                    tarball.manifest().json())
                .map(json -> json);
          } catch (IOException problem) {
            throw new UncheckedIOException(problem);
          } catch (NotJson broken) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Problem noLock() {
    return Problem.warning(
        "SBOM_WITHOUT_LOCK",
        "The list of dependencies was not made: it is read from a package-lock.json or"
            + " npm-shrinkwrap.json of lockfileVersion 2 or 3, and there is none.",
        "Commit the lock file, or leave the input `sbom` out.");
  }

  private static Problem missing(List<String> globs) {
    return Problem.warning(
        "ASSET_MISSING",
        "No file is found for the release on GitHub by " + String.join(", ", globs) + ".",
        "Build it before Slipway, or correct `assets`.");
  }
}
