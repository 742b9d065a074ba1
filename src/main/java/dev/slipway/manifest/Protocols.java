package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns dependencies that only a workspace understands (`workspace:`, `catalog:`, `jsr:`, and
/// `link:` or `file:` to a member) into ranges that everybody understands, as pnpm, yarn and bun do
/// when they pack. npm knows none of them and would publish a package that nobody can install.
public final class Protocols {
  private static final List<String> KINDS =
      List.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies");

  private final WorkspaceVersions workspace;
  private final String directory;
  private final List<Problem> problems = new ArrayList<>();
  private Place at = Place.file(PackageManifest.FILE);

  private Protocols(WorkspaceVersions workspace, String directory) {
    this.workspace = workspace;
    this.directory = directory;
  }

  /// The text of a package.json with every such dependency rewritten, and nothing else changed.
  ///
  /// @param directory the package's folder from the workspace's root; empty for the root
  /// @throws Refused with every dependency that cannot be rewritten
  public static String rewrite(String text, String directory, WorkspaceVersions workspace) {
    PackageManifest manifest =
        PackageManifest.read(text.getBytes(StandardCharsets.UTF_8), PackageManifest.FILE);
    Protocols protocols = new Protocols(workspace, directory);
    JsonText edited = JsonText.of(text);
    for (String kind : KINDS) {
      for (Map.Entry<String, Json> each :
          manifest.json().get(kind).orElseGet(Json::empty).members().entrySet()) {
        String spec = each.getValue().text().orElse("");
        protocols.at = Place.member(PackageManifest.FILE, kind, each.getKey());
        Optional<String> range = protocols.range(kind, each.getKey(), spec);
        if (range.isPresent() && !range.get().equals(spec)) {
          edited = edited.set(range.get(), kind, each.getKey());
        }
      }
    }
    Refused.ifAny(protocols.problems);
    return edited.text();
  }

  /// Empty when the dependency could not be rewritten; a problem says why.
  private Optional<String> range(String kind, String name, String spec) {
    if (spec.startsWith("workspace:")) {
      return kind.equals("peerDependencies") ? peer(name, spec) : own(name, spec.substring(10));
    }
    if (spec.startsWith("catalog:")) {
      return catalog(kind, name, spec.substring(8).strip());
    }
    if (spec.startsWith("jsr:")) {
      return jsr(name, spec.substring(4));
    }
    if (spec.startsWith("link:") || spec.startsWith("file:") || spec.startsWith("portal:")) {
      return kind.equals("devDependencies") ? Optional.of(spec) : linked(kind, name, spec);
    }
    return kind.equals("peerDependencies") && spec.contains("workspace:")
        ? peer(name, spec)
        : Optional.of(spec);
  }

  /// What stands behind `workspace:`.
  private Optional<String> own(String name, String rest) {
    if (rest.startsWith("./") || rest.startsWith("../")) {
      return member(name, rest).flatMap(other -> aliased(name, other, "*"));
    }
    int at = rest.lastIndexOf('@');
    if (at > 0) {
      return aliased(name, rest.substring(0, at), rest.substring(at + 1));
    }
    return aliased(name, name, rest);
  }

  /// @param name the key of the dependency
  /// @param other the package it stands for
  /// @param range `*`, `^`, `~`, nothing, or a range that is taken as it is
  private Optional<String> aliased(String name, String other, String range) {
    Optional<String> written = written(other, range);
    return other.equals(name) ? written : written.map(each -> "npm:" + other + "@" + each);
  }

  private Optional<String> written(String name, String range) {
    return switch (range) {
      case "", "*" -> version(name);
      case "^", "~" -> version(name).map(version -> range + version);
      default -> Optional.of(range);
    };
  }

  private Optional<String> version(String name) {
    Optional<String> version = workspace.version(name);
    if (version.isEmpty()) {
      refuse(
          "WORKSPACE_MEMBER_UNKNOWN",
          "package.json depends on " + name + " in the workspace, but no member has that name.",
          "Name a member of the workspace, or a range of versions from the registry.");
    }
    return version;
  }

  /// In peer dependencies the word may stand inside a larger range.
  private Optional<String> peer(String name, String spec) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = spec.indexOf("workspace:"); at >= 0; at = spec.indexOf("workspace:", from)) {
      out.append(spec, from, at);
      int end = at + 10;
      while (end < spec.length() && "<>=^~*".indexOf(spec.charAt(end)) >= 0) {
        end++;
      }
      String sign = spec.substring(at + 10, end);
      boolean alone = end == spec.length() || spec.charAt(end) == ' ' || spec.charAt(end) == '|';
      if (alone) {
        Optional<String> version = version(name);
        if (version.isEmpty()) {
          return Optional.empty();
        }
        out.append(sign.equals("*") ? "" : sign).append(version.get());
      } else {
        out.append(sign);
      }
      from = end;
    }
    return Optional.of(out.append(spec.substring(from)).toString());
  }

  private Optional<String> catalog(String kind, String name, String catalog) {
    String wanted = catalog.isEmpty() ? "default" : catalog;
    Optional<String> range = workspace.catalog(wanted, name);
    if (range.isEmpty()) {
      return refuse(
          "CATALOG_ENTRY_MISSING",
          "package.json takes "
              + name
              + " from the catalog "
              + wanted
              + ", which does not list it.",
          "Add it to the catalog in pnpm-workspace.yaml (bun: package.json of the root, yarn:"
              + " .yarnrc.yml), or write a range.");
    }
    if (range.get().startsWith("catalog:")
        || range.get().startsWith("workspace:")
        || range.get().startsWith("link:")
        || range.get().startsWith("file:")) {
      return refuse(
          "CATALOG_ENTRY_INVALID",
          "The catalog "
              + wanted
              + " gives "
              + name
              + " as "
              + range.get()
              + ", which only works"
              + " inside the workspace.",
          "Write a range of versions there.");
    }
    return range(kind, name, range.get());
  }

  /// `jsr:^1` or `jsr:@scope/name@^1` is a package of the JSR in npm's clothes.
  private Optional<String> jsr(String name, String rest) {
    int at = rest.lastIndexOf('@');
    boolean named = rest.startsWith("@");
    String full = named ? (at > 0 ? rest.substring(0, at) : rest) : name;
    String range = named ? (at > 0 ? rest.substring(at + 1) : "*") : rest;
    int slash = full.indexOf('/');
    if (!full.startsWith("@") || slash < 0) {
      return refuse(
          "JSR_NAME_INVALID",
          "package.json takes " + name + " from the JSR as " + rest + ", which names no scope.",
          "Write it as \"jsr:@scope/name@^1.0.0\".");
    }
    return Optional.of(
        "npm:@jsr/"
            + full.substring(1, slash)
            + "__"
            + full.substring(slash + 1)
            + "@"
            + (range.isEmpty() ? "*" : range));
  }

  private Optional<String> linked(String kind, String name, String spec) {
    String path = spec.substring(spec.indexOf(':') + 1);
    if (spec.startsWith("file:") && workspace.versions().isEmpty()) {
      return refuseLink(kind, name, spec);
    }
    Optional<String> other = workspace.memberAt(inWorkspace(path));
    return other.isPresent() ? aliased(name, other.get(), "^") : refuseLink(kind, name, spec);
  }

  private Optional<String> refuseLink(String kind, String name, String spec) {
    return refuse(
        "DEPENDENCY_NOT_INSTALLABLE",
        "\""
            + kind
            + "\" in package.json takes "
            + name
            + " from "
            + spec
            + ", which nobody else has.",
        "Publish that package too and name a range of its versions, or bundle it.");
  }

  private Optional<String> member(String name, String path) {
    Optional<String> other = workspace.memberAt(inWorkspace(path));
    return other.isPresent()
        ? other
        : refuse(
            "WORKSPACE_MEMBER_UNKNOWN",
            "package.json takes "
                + name
                + " from "
                + path
                + ", which is no member of the"
                + " workspace.",
            "Name the folder of a member.");
  }

  private String inWorkspace(String path) {
    String joined = PosixPath.normal(directory.isEmpty() ? path : directory + "/" + path);
    return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
  }

  private Optional<String> refuse(String code, String what, String remedy) {
    problems.add(Problem.configuration(code, what, remedy).at(at));
    return Optional.empty();
  }
}
