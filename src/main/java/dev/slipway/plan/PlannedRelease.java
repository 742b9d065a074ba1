package dev.slipway.plan;

import dev.slipway.json.Json;
import dev.slipway.npm.Access;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One package in a plan: what will be published, where, and under which name.
///
/// @param name the package's name
/// @param directory where it lies in the repository, with `/`; `.` is the root
/// @param previous the version it follows; empty when it is the first
/// @param version the version it gets
/// @param bump how far the commits move it; empty when the version was given by a tag
/// @param tag the git tag it gets; several packages may share one
/// @param channel where it goes; empty: the default channel
/// @param distTag the dist-tag that shall point at it
/// @param notes its release notes, Markdown
/// @param tarball what will be sent
/// @param manifest the version's manifest as the registry shall show it
/// @param access who may see it when the package is new; empty: the registry decides
/// @param registry the registry's address
/// @param needs names of packages of the same plan that must be visible before it is published
public record PlannedRelease(
    String name,
    String directory,
    Optional<Version> previous,
    Version version,
    Optional<Bump> bump,
    String tag,
    Optional<String> channel,
    String distTag,
    String notes,
    PlannedTarball tarball,
    Json.Obj manifest,
    Optional<Access> access,
    URI registry,
    List<String> needs) {
  public PlannedRelease {
    needs = List.copyOf(needs);
  }

  /// The package and its registry: of one package, a plan may have releases on several.
  public String id() {
    return name + " " + registry;
  }

  /// `name@version`.
  public String label() {
    return name + "@" + version;
  }
}
