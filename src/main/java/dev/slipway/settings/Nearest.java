package dev.slipway.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the right name that a misspelt one is closest to.
final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /// The closest of some names; empty where none is close. Case, hyphens and underscores do not
  /// count; a third of the letters may be wrong, and no more than three.
  static Optional<String> of(String given, Collection<String> names) {
    String plain = plain(given);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    int least = Math.min(3, Math.max(1, plain.length() / 3)) + 1;
    for (String name : names) {
      int distance = distance(plain, plain(name));
      if (distance < least) {
        least = distance;
        best = Optional.of(name);
      }
    }
    return best;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /// How many letters have to be added, taken away, changed or swapped with their neighbour.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
