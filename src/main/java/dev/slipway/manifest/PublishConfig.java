package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `publishConfig` does to the manifest that is packed. For npm it holds settings and changes
/// nothing; pnpm and yarn also take fields from it that replace those of the manifest.
public enum PublishConfig {
  /// Settings only.
  NPM(List.of()),
  /// As pnpm has it.
  PNPM(
      List.of(
          "bin",
          "engines",
          "type",
          "imports",
          "main",
          "module",
          "typings",
          "types",
          "exports",
          "browser",
          "esnext",
          "es2015",
          "unpkg",
          "umd:main",
          "os",
          "cpu",
          "libc",
          "typesVersions")),
  /// As yarn's newer versions have it.
  YARN(List.of("bin", "browser", "main", "module", "type", "exports", "imports"));

  private final String fields;

  PublishConfig(List<String> fields) {
    this.fields = " " + String.join(" ", fields) + " ";
  }

  /// The package manager that a workspace uses, told by its lock file.
  ///
  /// @param hasPnpmLock whether there is a `pnpm-lock.yaml`
  /// @param hasYarnLock whether there is a `yarn.lock` of yarn 2 or newer
  public static PublishConfig of(boolean hasPnpmLock, boolean hasYarnLock) {
    return hasPnpmLock ? PNPM : hasYarnLock ? YARN : NPM;
  }

  /// The folder that is packed instead, from the package's own; pnpm only.
  public Optional<String> directory(PackageManifest manifest) {
    return this == PNPM
        ? manifest.publishConfig().text("directory").filter(path -> !path.isEmpty())
        : Optional.empty();
  }

  /// The files that are made executable besides the commands, from the package's own folder; not
  /// with npm.
  public List<String> executables(PackageManifest manifest) {
    return this == NPM
        ? List.of()
        : manifest.publishConfig().get("executableFiles").orElseGet(Json::empty).items().stream()
            .flatMap(item -> item.text().stream())
            .map(PosixPath::secured)
            .toList();
  }

  /// The text of a package.json with the fields of `publishConfig` in their places; printed anew
  /// where that changes anything, as pnpm and yarn do.
  public String rewrite(String text) {
    PackageManifest manifest =
        PackageManifest.read(text.getBytes(StandardCharsets.UTF_8), PackageManifest.FILE);
    PackageManifest applied = applied(manifest);
    return applied.equals(manifest) ? text : JsonWriter.pretty(applied.json());
  }

  /// The manifest with the fields of `publishConfig` in their places. npm's is the same manifest.
  public PackageManifest applied(PackageManifest manifest) {
    Json.Obj json = manifest.json();
    Json.Obj left = manifest.publishConfig();
    for (Map.Entry<String, Json> each : manifest.publishConfig().members().entrySet()) {
      if (fields.contains(" " + each.getKey() + " ")) {
        json = json.with(each.getKey(), each.getValue());
        left = left.without(each.getKey());
      }
    }
    if (left.members().isEmpty() && !manifest.publishConfig().members().isEmpty()) {
      return new PackageManifest(json.without("publishConfig"));
    }
    return json.get("publishConfig").isPresent() && !left.equals(manifest.publishConfig())
        ? new PackageManifest(json.with("publishConfig", left))
        : new PackageManifest(json);
  }
}
