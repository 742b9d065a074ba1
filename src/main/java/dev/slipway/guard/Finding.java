package dev.slipway.guard;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;

/// How a finding is worded: what stops a release says how to make it all the same.
final class Finding {
  private static final String MEANT =
      """
      If it is meant, release this version with a guard that only warns, and take the line out \
      again afterwards:

          with:
            guard: warn\
      """;

  private Finding() {}

  /// One that stops the release, in the manifest.
  ///
  /// @param names lead to the value in it
  static Problem grave(String code, String what, String check, String... names) {
    return Problem.configuration(code, what, meant(check))
        .at(Place.member(PackageManifest.FILE, names));
  }

  /// What to look at, and how to go on when it is right.
  static String meant(String check) {
    return check + " " + MEANT;
  }

  /// One that is only said, in the manifest.
  ///
  /// @param names lead to the value in it
  static Problem said(String code, String what, String remedy, String... names) {
    return Problem.warning(code, what, remedy).at(Place.member(PackageManifest.FILE, names));
  }
}
