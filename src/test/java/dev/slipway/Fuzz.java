package dev.slipway;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How much is tried at random, and from which seed. The default run tries a slice; `./build
/// -Pfuzz` tries all of it. `-Dslipway.fuzz.cases=…` asks for another number of cases,
/// `-Dslipway.fuzz.seed=…` for another seed.
public final class Fuzz {
  /// The seed of this run.
  public static final long SEED = Long.getLong("slipway.fuzz.seed", 20260901L);

  private static final boolean FULL = Boolean.getBoolean("slipway.fuzz.full");

  private Fuzz() {}

  /// How many cases are tried.
  ///
  /// @param slice how many of them in the default run
  /// @param full how many in the long run
  public static int cases(int slice, int full) {
    return Integer.getInteger("slipway.fuzz.cases", FULL ? full : slice);
  }

  /// The same where the long run is ten slices.
  public static int cases(int slice) {
    return cases(slice, 10 * slice);
  }

  /// True when more than the slice was asked for.
  public static boolean inFull() {
    return FULL || Integer.getInteger("slipway.fuzz.cases") != null;
  }

  /// The generator of a case: the same for the same seed.
  public static RandomGenerator random(long number) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED * 1_000_003 + number);
  }
}
