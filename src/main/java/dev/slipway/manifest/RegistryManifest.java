package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The manifest as npm sends it to the registry: a normalized copy of package.json with what npm
/// reads from the directory added. The package.json inside the tarball stays as it is.
///
/// @param json the normalized manifest, without `dist`
public record RegistryManifest(Json.Obj json) {

  /// What only the publisher knows of one publish.
  ///
  /// @param registry the registry's address, with its trailing slash
  /// @param access `public` or `restricted`; empty: the registry decides
  /// @param tag the dist-tag; a top-level `tag` in the manifest wins over it, as it does in npm
  /// @param integrity `sha512-` and the base64 of the tarball's digest
  /// @param shasum the hexadecimal SHA-1 of the tarball
  /// @param nodeVersion what to say as `_nodeVersion`
  /// @param npmVersion what to say as `_npmVersion`
  public record Publication(
      URI registry,
      Optional<String> access,
      String tag,
      String integrity,
      String shasum,
      Optional<String> nodeVersion,
      Optional<String> npmVersion) {}

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

  /// The dist-tag this publish sets.
  public String tag(String wanted) {
    return json.text("tag").filter(tag -> !tag.isEmpty()).orElse(wanted);
  }

  /// The key of the tarball in `_attachments`: the full scoped name, then the version.
  public String attachment() {
    return name() + "-" + version() + ".tgz";
  }

  /// The document of the PUT with an empty `_attachments` as its last member.
  public Json.Obj document(Publication publication) {
    Json.Obj version = json;
    if (publication.nodeVersion().isPresent()) {
      version = version.with("_nodeVersion", Json.of(publication.nodeVersion()));
    }
    if (publication.npmVersion().isPresent()) {
      version = version.with("_npmVersion", Json.of(publication.npmVersion()));
    }
    version = version.with("dist", dist(publication));
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("_id", Json.of(name()));
    document.put("name", Json.of(name()));
    json.get("description").ifPresent(text -> document.put("description", text));
    document.put("dist-tags", new Json.Obj(Map.of(tag(publication.tag()), Json.of(version()))));
    document.put("versions", new Json.Obj(Map.of(version(), version)));
    document.put("access", Json.of(publication.access()));
    document.put("_attachments", Json.empty());
    return new Json.Obj(document);
  }

  private Json.Obj dist(Publication publication) {
    Json.Obj given =
        json.get("dist").orElseGet(Json::empty) instanceof Json.Obj o ? o : Json.empty();
    String address = publication.registry() + name() + "/-/" + attachment();
    // The registry overwrites it; npm has always sent http here.
    String http = address.startsWith("https://") ? "http://" + address.substring(8) : address;
    return given
        .with("integrity", Json.of(publication.integrity()))
        .with("shasum", Json.of(publication.shasum()))
        .with("tarball", Json.of(http));
  }
}
