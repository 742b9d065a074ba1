package dev.slipway.pack;

import java.util.HashSet;
import java.util.Set;

/// What an entry of `files` found on disk: these files, and these folders with everything in them.
/// Case does not count, as in every rule.
///
/// npm 12 writes the paths it found into a rule as patterns, so that a file `[id].js` is looked for
/// as `i.js` or `d.js` and lost; here they are paths.
final class FoundRule implements Rule {
  private final boolean negated;
  private final Set<String> exact = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  /// @param negated true when it takes entries in
  FoundRule(boolean negated) {
    this.negated = negated;
  }

  void addFile(String path) {
    add(Fold.of(path));
  }

  void addFolder(String path) {
    String folded = Fold.of(path);
    add(folded);
    folders.add(folded);
  }

  private void add(String folded) {
    exact.add(folded);
    for (int slash = folded.lastIndexOf('/');
        slash > 0 && above.add(folded.substring(0, slash));
        slash = folded.lastIndexOf('/', slash - 1)) {
      // Every folder above it is on the way to it.
    }
  }

  @Override
  public boolean negated() {
    return negated;
  }

  @Override
  public boolean matches(Candidate entry, boolean partial) {
    String folded = Fold.of(entry.path());
    if (exact.contains(folded) || (partial && negated && above.contains(folded))) {
      return true;
    }
    for (int slash = folded.lastIndexOf('/');
        slash > 0;
        slash = folded.lastIndexOf('/', slash - 1)) {
      if (folders.contains(folded.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }
}
