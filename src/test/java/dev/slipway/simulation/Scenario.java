package dev.slipway.simulation;

import dev.slipway.plan.Plan;
import java.util.List;
import java.util.SplittableRandom;

/// What is released, and how.
///
/// @param name its short name in the programme
/// @param packages the packages, in dependency order
/// @param mode published or staged
/// @param branch the branch released from
/// @param distTag the dist-tag
/// @param prerelease the identifier of prereleases; empty for stable versions
/// @param commits whether a release commit goes to the branch
/// @param pages whether release pages are made
/// @param promotes whether the release before gets the dist-tag `previous`
/// @param keyed whether intents are marked with a secret
/// @param reproducible whether another run of the same commit packs the same bytes
/// @param trusted whether the token for publishing is exchanged for an id token of the runner; it
///   may not list what is staged, nor move dist-tags
/// @param tagged whether a tag that a person pushed is published, by a job that may not push refs
record Scenario(
    String name,
    List<String> packages,
    Plan.Mode mode,
    String branch,
    String distTag,
    String prerelease,
    boolean commits,
    boolean pages,
    boolean promotes,
    boolean keyed,
    boolean reproducible,
    boolean trusted,
    boolean tagged) {
  private static final Scenario PLAIN =
      new Scenario(
          "plain",
          List.of("widget"),
          Plan.Mode.DIRECT,
          "main",
          "latest",
          "",
          false,
          true,
          false,
          false,
          true,
          false,
          false);

  static final Scenario S1 = PLAIN.called("S1 one package, token").marked();
  static final Scenario S2 =
      PLAIN
          .called("S2 one package, trusted publishing, no pages")
          .of(List.of("@acme/widget"))
          .trusting()
          .without();
  static final Scenario S3 = PLAIN.called("S3 trusted publishing, staged").trusting().staged();
  static final Scenario S4 =
      PLAIN.called("S4 token, staged, two packages").of(List.of("left", "right")).staged().marked();
  static final Scenario S5 =
      PLAIN.called("S5 five packages").of(List.of("a", "b", "c", "d", "e")).marked();
  static final Scenario S6 =
      PLAIN.called("S6 prerelease channel").on("beta", "beta", "beta").promoting();
  static final Scenario S7 = PLAIN.called("S7 maintenance branch").on("1.x", "release-1.x", "");
  static final Scenario S8 = PLAIN.called("S8 release commit").committing();

  static final Scenario S9 = PLAIN.called("S9 a tag, contents: read").fromTag();

  static final Scenario S10 =
      PLAIN
          .called("S10 two packages, release commit, dist-tag moved")
          .of(List.of("left", "right"))
          .committing()
          .promoting();

  static final List<Scenario> ALL = List.of(S1, S2, S3, S4, S5, S6, S7, S8, S9, S10);

  /// Any of them, with any settings.
  static Scenario random(SplittableRandom dice) {
    Scenario base =
        switch (dice.nextInt(10)) {
          case 0, 1 -> PLAIN.on("beta", "beta", "beta");
          case 2 -> PLAIN.on("1.x", "release-1.x", "");
          case 3, 4 -> PLAIN.of(List.of("left", "right"));
          case 5 -> PLAIN.of(List.of("a", "b", "c"));
          default -> PLAIN;
        };
    if (dice.nextInt(10) < 3) {
      base = base.staged();
    }
    if (dice.nextInt(10) < 6) {
      base = base.without();
    }
    if (dice.nextInt(10) < 2) {
      base = base.committing();
    }
    if (dice.nextInt(10) < 3) {
      base = base.marked();
    }
    if (dice.nextInt(10) < 2) {
      base = base.promoting();
    }
    if (dice.nextInt(10) < 2) {
      base = base.irreproducible();
    }
    if (!base.keyed() && dice.nextInt(10) < 2) {
      base = base.trusting();
    }
    if (base.single() && base.branch().equals("main") && dice.nextInt(10) == 0) {
      base = base.fromTag();
    }
    return base.called("random");
  }

  private Scenario called(String other) {
    return new Scenario(
        other,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario of(List<String> other) {
    return new Scenario(
        name,
        other,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario on(String otherBranch, String otherTag, String identifier) {
    return new Scenario(
        name,
        packages,
        mode,
        otherBranch,
        otherTag,
        identifier,
        commits,
        pages,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario staged() {
    return new Scenario(
        name,
        packages,
        Plan.Mode.STAGE,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario without() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        false,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario committing() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        true,
        pages,
        promotes,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario promoting() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        true,
        keyed,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario marked() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        true,
        reproducible,
        trusted,
        tagged);
  }

  private Scenario trusting() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        false,
        reproducible,
        true,
        tagged);
  }

  private Scenario fromTag() {
    return new Scenario(
        name,
        packages,
        Plan.Mode.DIRECT,
        branch,
        distTag,
        prerelease,
        false,
        pages,
        false,
        false,
        true,
        trusted,
        true);
  }

  private Scenario irreproducible() {
    return new Scenario(
        name,
        packages,
        mode,
        branch,
        distTag,
        prerelease,
        commits,
        pages,
        promotes,
        keyed,
        false,
        trusted,
        tagged);
  }

  String settings() {
    return " "
        + packages
        + " "
        + mode
        + " "
        + branch
        + (commits ? " commits" : "")
        + (pages ? " pages" : "")
        + (promotes ? " promotes" : "")
        + (keyed ? " keyed" : "")
        + (reproducible ? "" : " irreproducible")
        + (trusted ? " trusted" : "")
        + (tagged ? " tagged" : "");
  }

  boolean single() {
    return packages.size() == 1;
  }

  boolean stages() {
    return mode == Plan.Mode.STAGE;
  }

  String tag(String name, String version) {
    return single() ? "v" + version : name + "@" + version;
  }

  /// What a tag of a package begins with.
  String tagPrefix(String name) {
    return single() ? "v" : name + "@";
  }

  /// The package that has to be live before this one is published: the one before it, but the first
  /// and the fourth stand alone.
  List<String> needs(String name) {
    int i = packages.indexOf(name);
    return i <= 0 || i == 3 ? List.of() : List.of(packages.get(i - 1));
  }

  @Override
  public String toString() {
    return name;
  }
}
