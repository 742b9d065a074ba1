package dev.slipway.simulation;

import dev.slipway.plan.Plan;
import java.util.List;

/// What is released, and how.
///
/// @param name its short name in the programme
/// @param packages the packages, in dependency order; each needs the one before it
/// @param mode published or staged
/// @param branch the branch released from
/// @param distTag the dist-tag
/// @param prerelease the identifier of prereleases; empty for stable versions
/// @param commits whether a release commit goes to the branch
/// @param pages whether release pages are made
/// @param tagOnly whether a tag starts the run and no refs may be pushed
record Scenario(
    String name,
    List<String> packages,
    Plan.Mode mode,
    String branch,
    String distTag,
    String prerelease,
    boolean commits,
    boolean pages,
    boolean tagOnly) {
  private static Scenario of(String name, Plan.Mode mode) {
    return new Scenario(name, List.of("widget"), mode, "main", "latest", "", false, true, false);
  }

  static final Scenario S1 = of("S1 one package, token", Plan.Mode.DIRECT);
  static final Scenario S2 =
      new Scenario(
          "S2 one package, trusted publishing, no pages",
          List.of("@acme/widget"),
          Plan.Mode.DIRECT,
          "main",
          "latest",
          "",
          false,
          false,
          false);
  static final Scenario S3 = of("S3 trusted publishing, staged", Plan.Mode.STAGE);
  static final Scenario S4 =
      new Scenario(
          "S4 token, staged, two packages",
          List.of("left", "right"),
          Plan.Mode.STAGE,
          "main",
          "latest",
          "",
          false,
          true,
          false);
  static final Scenario S5 =
      new Scenario(
          "S5 five packages",
          List.of("a", "b", "c", "d", "e"),
          Plan.Mode.DIRECT,
          "main",
          "latest",
          "",
          false,
          true,
          false);
  static final Scenario S6 =
      new Scenario(
          "S6 prerelease channel",
          List.of("widget"),
          Plan.Mode.DIRECT,
          "beta",
          "beta",
          "beta",
          false,
          true,
          false);
  static final Scenario S7 =
      new Scenario(
          "S7 maintenance branch",
          List.of("widget"),
          Plan.Mode.DIRECT,
          "1.x",
          "release-1.x",
          "",
          false,
          true,
          false);
  static final Scenario S8 =
      new Scenario(
          "S8 release commit",
          List.of("widget"),
          Plan.Mode.DIRECT,
          "main",
          "latest",
          "",
          true,
          true,
          false);

  static final List<Scenario> ALL = List.of(S1, S2, S3, S4, S5, S6, S7, S8);

  boolean single() {
    return packages.size() == 1;
  }

  String tag(String name, String version) {
    return single() ? "v" + version : name + "@" + version;
  }

  @Override
  public String toString() {
    return name;
  }
}
