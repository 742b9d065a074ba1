package dev.slipway.report;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs to be told of: friendly ones, and one whose every text is a stranger's.
final class Sample {
  static final Links LINKS = Links.of("https://github.com", "acme/widget");

  private Sample() {}

  static ToldCommit commit(String sha, String type, String scope, String subject, String bump) {
    return new ToldCommit(
        sha.repeat(40).substring(0, 40),
        Optional.of(type).filter(t -> !t.isEmpty()),
        Optional.of(scope).filter(s -> !s.isEmpty()),
        subject,
        false,
        Optional.of(bump).filter(b -> !b.isEmpty()),
        bump.isEmpty() ? "no rule makes a release of " + type : type + " is a " + bump);
  }

  static ToldRelease widget() {
    return new ToldRelease(
        "@acme/widget",
        ".",
        Optional.of("1.2.3"),
        "1.3.0",
        Optional.of("minor"),
        "v1.3.0",
        Optional.of("v1.2.3"),
        Optional.empty(),
        "latest",
        "4f2c".repeat(10),
        Optional.of("0".repeat(40)),
        """
        ## [1.3.0](https://github.com/acme/widget/compare/v1.2.3...v1.3.0) (2026-11-24)

        ### Features

        * **cli:** print the plan as JSON ([#41](https://github.com/acme/widget/issues/41)) ([a1b2c3d](https://github.com/acme/widget/commit/a1b2c3d))

        ### Bug Fixes

        * keep the last line when a file has no newline ([b2c3d4e](https://github.com/acme/widget/commit/b2c3d4e)), closes [#38](https://github.com/acme/widget/issues/38)
        """,
        List.of(
            commit("a1b2c3d", "feat", "cli", "print the plan as JSON (#41)", "minor"),
            commit("b2c3d4e", "fix", "", "keep the last line when a file has no newline", "patch"),
            commit("c3d4e5f", "docs", "readme", "say what a channel is", ""),
            commit("d4e5f6a", "chore", "deps", "update the test runner to 4.1", "")),
        Optional.of(
            new ToldTarball(
                Optional.of("acme-widget-1.3.0.tgz"),
                34_512,
                128_400,
                "sha512-0Fp3bS1vYwXJ2l8yJ0QyGm1i2s0dJ0y7l0mXw5kQ2f0m3e1r9t8u7i6o5p4a3s2d1f0g==",
                "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
                List.of(
                    new ToldTarball.File("dist/index.js", 61_204),
                    new ToldTarball.File("dist/cli.js", 41_880),
                    new ToldTarball.File("dist/index.d.ts", 18_020),
                    new ToldTarball.File("README.md", 5_120),
                    new ToldTarball.File("package.json", 1_112),
                    new ToldTarball.File("LICENSE", 1_064)),
                Optional.of(
                    new ToldTarball.Last(
                        "1.2.3",
                        33_300,
                        125_000,
                        List.of(
                            new ToldTarball.File("dist/index.js", 58_120),
                            new ToldTarball.File("dist/cli.js", 41_880),
                            new ToldTarball.File("dist/legacy.js", 17_704),
                            new ToldTarball.File("README.md", 5_120),
                            new ToldTarball.File("package.json", 1_112),
                            new ToldTarball.File("LICENSE", 1_064)))))),
        List.of(
            new ToldRelease.Place(
                "GitHub release", "https://github.com/acme/widget/releases/tag/v1.3.0"),
            new ToldRelease.Place("npm", "http://127.0.0.1:4873/package/@acme/widget/v/1.3.0"),
            new ToldRelease.Place(
                "provenance", "http://127.0.0.1:4873/package/@acme/widget/v/1.3.0#provenance")));
  }

  static ToldStep step(String what, ToldStep.State state, String detail, int millis) {
    return new ToldStep(what, state, detail, Duration.ofMillis(millis));
  }

  static Told released() {
    return Told.of(Told.Status.RELEASED)
        .releasing(List.of(widget()))
        .because(
            List.of("Since v1.2.3 there is 1 feature and 1 fix: the weightiest makes it a minor."),
            List.of())
        .doing(
            List.of(
                step("record the intent for v1.3.0", ToldStep.State.DONE, "", 840),
                step("draft the release page of v1.3.0", ToldStep.State.DONE, "", 410),
                step("upload acme-widget-1.3.0.tgz", ToldStep.State.DONE, "", 620),
                step("publish @acme/widget@1.3.0", ToldStep.State.DONE, "", 1930),
                step(
                    "see @acme/widget@1.3.0 on the registry",
                    ToldStep.State.DONE,
                    "visible, with our digest",
                    41_200),
                step("tag v1.3.0", ToldStep.State.DONE, "", 700),
                step("publish the release page of v1.3.0", ToldStep.State.DONE, "", 380),
                step("clear the intent", ToldStep.State.DONE, "", 520)))
        .noting(List.of("Published by trusted publishing: no token was used.", "With provenance."))
        .in(Duration.ofMillis(48_300))
        .linking(LINKS);
  }

  static Told pending() {
    return new Told(
        Told.Status.PENDING,
        List.of(widget()),
        List.of(),
        List.of("Since v1.2.3 there is 1 feature and 1 fix."),
        List.of(),
        List.of(
            step("record the intent for v1.3.0", ToldStep.State.DONE, "", 840),
            step("publish @acme/widget@1.3.0", ToldStep.State.DONE, "", 1930),
            step(
                "see @acme/widget@1.3.0 on the registry",
                ToldStep.State.PENDING,
                "the registry is still scanning it",
                3_600_000),
            step("tag v1.3.0", ToldStep.State.NOT_REACHED, "", 0)),
        List.of(),
        Optional.of("The next run of this workflow finishes it: a push, a schedule, or a re-run."),
        List.of(),
        Duration.ofMinutes(61),
        LINKS,
        Optional.empty());
  }

  static Told nothing() {
    return Told.of(Told.Status.NOTHING)
        .because(
            List.of("None of the 2 commits since v1.2.3 asks for a release."),
            List.of(
                commit("c3d4e5f", "docs", "readme", "say what a channel is", ""),
                commit("e5f6a7b", "", "", "Update stuff", "")))
        .linking(LINKS);
  }

  static Told refused() {
    return Told.of(Told.Status.REFUSED)
        .with(
            List.of(
                Problem.warning("OLD_INPUT", "The input `npm_token` is read as `npm-token`.", ""),
                Problem.configuration(
                        "NO_CREDENTIAL",
                        "There is nothing to publish with: no token, and the job may not ask for an"
                            + " identity.",
                        """
                        Grant the job an identity and name this workflow as trusted publisher on npm:

                        permissions:
                          contents: write
                          id-token: write

                        Or give a token:

                          with:
                            npm-token: ${{ secrets.NPM_TOKEN }}\
                        """)
                    .at(Place.line(".github/workflows/release.yml", 12))))
        .linking(LINKS);
  }

  /// Three packages, one of which failed.
  static Told failed() {
    ToldRelease one = widget();
    return Told.of(Told.Status.FAILED)
        .releasing(List.of(one, one, one))
        .with(
            List.of(
                Problem.security(
                    "VERSION_DIFFERS",
                    "@acme/widget@1.3.0 is on the registry with another digest than ours.",
                    "Look who published it before anything else.")))
        .doing(
            List.of(
                step("publish @acme/widget@1.3.0", ToldStep.State.FAILED, "another digest", 210),
                step("tag v1.3.0", ToldStep.State.NOT_REACHED, "", 0)))
        .linking(LINKS);
  }

  /// A run whose every text is this.
  static Told hostile(String foreign) {
    ToldRelease release =
        new ToldRelease(
            foreign,
            foreign,
            Optional.of(foreign),
            foreign,
            Optional.of(foreign),
            foreign,
            Optional.of(foreign),
            Optional.of(foreign),
            foreign,
            foreign,
            Optional.of(foreign),
            foreign,
            List.of(hostileCommit(foreign)),
            Optional.of(
                new ToldTarball(
                    Optional.of(foreign),
                    1,
                    2,
                    foreign,
                    foreign,
                    List.of(new ToldTarball.File(foreign, 3)),
                    Optional.of(
                        new ToldTarball.Last(
                            foreign, 1, 1, List.of(new ToldTarball.File("x" + foreign, 1)))))),
            List.of(new ToldRelease.Place(foreign, foreign)));
    List<ToldRelease> releases = new ArrayList<>(List.of(release));
    if (foreign.length() % 2 == 0) {
      releases.add(release);
    }
    return Told.of(foreign.length() % 3 == 0 ? Told.Status.FAILED : Told.Status.RELEASED)
        .releasing(releases)
        .because(List.of(foreign, foreign), List.of(hostileCommit(foreign)))
        .doing(List.of(step(foreign, ToldStep.State.DONE, foreign, 10)))
        .with(
            List.of(
                Problem.failure(foreign, foreign, foreign).at(Place.file(foreign)),
                Problem.warning(foreign, foreign, foreign)))
        .noting(List.of(foreign))
        .finishedBy(foreign)
        .linking(LINKS);
  }

  static ToldCommit hostileCommit(String foreign) {
    return new ToldCommit(
        foreign,
        Optional.of(foreign),
        Optional.of(foreign),
        foreign,
        true,
        Optional.of(foreign),
        foreign);
  }
}
