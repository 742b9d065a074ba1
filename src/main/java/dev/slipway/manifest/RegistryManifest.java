package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.nio.file.Path;
import java.util.Optional;

/// The manifest as npm sends it to the registry: a normalized copy of package.json with what npm
/// reads from the directory added. The package.json inside the tarball stays as it is.
///
/// @param json the normalized manifest, without `dist`
public record RegistryManifest(Json.Obj json) {
  /// Normalizes a manifest as `npm publish` does.
  ///
  /// @param directory the packed directory: README, AUTHORS, man pages and bins are looked up here
  /// @param gitHead the commit that is released; a `gitHead` in the manifest wins
  /// @throws Refused when npm would refuse it
  public static RegistryManifest of(
      PackageManifest manifest, Path directory, Optional<String> gitHead) {
    if (manifest.json().get("packageExtensions").isPresent()) {
      throw new Refused(
          Problem.configuration(
                  "PACKAGE_EXTENSIONS_PUBLISHED",
                  "package.json holds \"packageExtensions\", which npm does not publish.",
                  "Move them to the workspace's root, which is not published.")
              .at(Place.member(PackageManifest.FILE, "packageExtensions")));
    }
    return new RegistryManifest(
        Normalization.of(manifest.json(), new PackageFolder(directory), gitHead));
  }

  /// The normalized name.
  public String name() {
    return json.text("name").orElse("");
  }

  /// The normalized version.
  public String version() {
    return json.text("version").orElse("");
  }

  /// The dist-tag a publish sets; a top-level `tag` in the manifest wins, as it does in npm.
  public String tag(String wanted) {
    return json.text("tag").filter(tag -> !tag.isEmpty()).orElse(wanted);
  }
}
