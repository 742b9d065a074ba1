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
  static Problem grave(String code, String what, String check) {
    return Problem.configuration(code, what, meant(check)).at(Place.file(PackageManifest.FILE));
  }

  /// What to look at, and how to go on when it is right.
  static String meant(String check) {
    return check + " " + MEANT;
  }

  /// One that is only said, in the manifest.
  static Problem said(String code, String what, String remedy) {
    return Problem.warning(code, what, remedy).at(Place.file(PackageManifest.FILE));
  }
}
