package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.version.Version;
import java.util.Map;
import java.util.Optional;

/// The rule of dist-tags: `latest` never goes to a lower version unless asked.
public final class DistTags {
  private DistTags() {}

  /// The problem of a tag that would take `latest` down; empty when there is none.
  ///
  /// @param tags where the tags point now
  public static Optional<Problem> goesDown(
      String name, String tag, String version, Map<String, String> tags) {
    Optional<Version> now = Optional.ofNullable(tags.get(tag)).flatMap(Version::parse);
    Optional<Version> next = Version.parse(version);
    boolean down =
        tag.equals("latest")
            && now.isPresent()
            && next.isPresent()
            && next.get().compareTo(now.get()) < 0;
    return down
        ? Optional.of(
            Problem.failure(
                "NPM_LATEST_WOULD_GO_DOWN",
                "latest of "
                    + name
                    + " points at "
                    + now.get()
                    + " and would go down to "
                    + version
                    + ".",
                "Publish it under a tag of its own, such as release-"
                    + next.get().major()
                    + ".x; everybody who installs without a version gets latest."))
        : Optional.empty();
  }
}
