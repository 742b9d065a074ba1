package dev.slipway.manifest;

import dev.slipway.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A bill of materials in CycloneDX 1.6, from a lock file: what a person who installs the package
/// gets with it. What is for development only is left out. The same lock gives the same text: it
/// holds no time and no random number.
public final class Sbom {
  private static final String FOLDER = "node_modules/";

  private final Map<String, Json> packages;
  private final String root;

  private Sbom(Map<String, Json> packages, String root) {
    this.packages = packages;
    this.root = root;
  }

  /// The bill of a package.
  ///
  /// @param lock `package-lock.json` or `npm-shrinkwrap.json`, of version 2 or 3
  /// @param name the package that is released
  /// @param version the version it gets
  /// @param manifest its `package.json`, which says what it needs
  /// @return empty for a lock of version 1, which does not say what is for development
  public static Optional<Json.Obj> of(Json lock, String name, String version, Json manifest) {
    Map<String, Json> installed = new TreeMap<>();
    lock.get("packages")
        .map(Json::members)
        .orElse(Map.of())
        .forEach((path, entry) -> {
          if (path.startsWith(FOLDER) && isShipped(entry)) {
            installed.put(path, entry);
          }
        });
    if (lock.get("packages").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Sbom(installed, purl(name, version)).document(name, version, manifest));
  }

  private static boolean isShipped(Json entry) {
    return !truth(entry, "dev")
        && !truth(entry, "devOptional")
        && !truth(entry, "extraneous")
        && !truth(entry, "link")
        && entry.text("version").isPresent();
  }

  private static boolean truth(Json entry, String name) {
    return entry.get(name).flatMap(Json::truth).orElse(false);
  }

  private Json.Obj document(String name, String version, Json manifest) {
    Map<String, Json> components = new TreeMap<>();
    Map<String, Set<String>> needs = new TreeMap<>();
    needs.put(root, needs(manifest, ""));
    packages.forEach((path, entry) -> {
      String purl = purl(path);
      components.putIfAbsent(purl, component(path, entry));
      needs.computeIfAbsent(purl, _ -> new LinkedHashSet<>()).addAll(needs(entry, path + "/"));
    });
    List<Json> dependencies = new ArrayList<>();
    needs.forEach((ref, on) ->
        dependencies.add(
            Json.empty()
                .with("ref", Json.of(ref))
                .with("dependsOn", Json.of(on.stream().sorted().toList()))));
    Json.Obj subject =
        named(name)
            .with("version", Json.of(version))
            .with("purl", Json.of(root))
            .with("bom-ref", Json.of(root));
    return Json.empty()
        .with("bomFormat", Json.of("CycloneDX"))
        .with("specVersion", Json.of("1.6"))
        .with("version", Json.of(1))
        .with("metadata", Json.empty().with("component", subject))
        .with("components", new Json.Arr(List.copyOf(components.values())))
        .with("dependencies", new Json.Arr(dependencies));
  }

  /// What a package needs, by the place where node finds it: in its own folder, or in one above.
  private Set<String> needs(Json entry, String folder) {
    Set<String> found = new LinkedHashSet<>();
    for (String kind : List.of("dependencies", "optionalDependencies", "peerDependencies")) {
      for (String name : entry.get(kind).map(Json::members).orElse(Map.of()).keySet()) {
        find(name, folder).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<String> find(String name, String folder) {
    String at = folder;
    while (true) {
      String path = at + FOLDER + name;
      if (packages.containsKey(path)) {
        return Optional.of(purl(path));
      }
      int above = at.lastIndexOf(FOLDER);
      if (above < 0) {
        return Optional.empty();
      }
      at = at.substring(0, above);
    }
  }

  private Json component(String path, Json entry) {
    Map<String, Json> members = new LinkedHashMap<>(named(name(path, entry)).members());
    members.put("version", Json.of(entry.text("version").orElse("")));
    members.put("scope", Json.of(truth(entry, "optional") ? "optional" : "required"));
    entry.text("integrity").flatMap(Sbom::hashes).ifPresent(all -> members.put("hashes", all));
    entry
        .text("license")
        .filter(license -> !license.isBlank())
        .ifPresent(license -> members.put("licenses", licenses(license)));
    members.put("purl", Json.of(purl(path)));
    members.put("bom-ref", Json.of(purl(path)));
    return new Json.Obj(members);
  }

  /// An expression is always right; an identifier on its own is one, too.
  private static Json licenses(String license) {
    return new Json.Arr(List.of(Json.empty().with("expression", Json.of(license))));
  }

  private static Json.Obj named(String name) {
    int slash = name.startsWith("@") ? name.indexOf('/') : -1;
    Json.Obj library = Json.empty().with("type", Json.of("library"));
    return slash < 0
        ? library.with("name", Json.of(name))
        : library
            .with("group", Json.of(name.substring(0, slash)))
            .with("name", Json.of(name.substring(slash + 1)));
  }

  private String purl(String path) {
    Json entry = java.util.Objects.requireNonNull(packages.get(path));
    return purl(name(path, entry), entry.text("version").orElse(""));
  }

  /// An alias (`npm:other@1`) has its real name beside it.
  private static String name(String path, Json entry) {
    return entry
        .text("name")
        .orElseGet(() -> path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()));
  }

  private static String purl(String name, String version) {
    return "pkg:npm/" + encode(name) + "@" + encode(version);
  }

  private static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static Optional<Json> hashes(String integrity) {
    List<Json> hashes = new ArrayList<>();
    for (String one : integrity.split(" ", -1)) {
      int dash = one.indexOf('-');
      Optional<String> algorithm =
          switch (dash < 0 ? "" : one.substring(0, dash)) {
            case "sha512" -> Optional.of("SHA-512");
            case "sha384" -> Optional.of("SHA-384");
            case "sha256" -> Optional.of("SHA-256");
            case "sha1" -> Optional.of("SHA-1");
            default -> Optional.empty();
          };
      algorithm.ifPresent(alg ->
          hex(one.substring(dash + 1))
              .ifPresent(hex ->
                  hashes.add(
                      Json.empty().with("alg", Json.of(alg)).with("content", Json.of(hex)))));
    }
    return hashes.isEmpty() ? Optional.empty() : Optional.of(new Json.Arr(hashes));
  }

  private static Optional<String> hex(String base64) {
    try {
      return Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
