package dev.slipway;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How much is tried at random, and from which seed. `-Dslipway.fuzz.cases=200000` asks for more
/// than the slice of the default run, `-Dslipway.fuzz.seed=…` for another seed.
public final class Fuzz {
  /// The seed of this run.
  public static final long SEED = Long.getLong("slipway.fuzz.seed", 20260901L);

  private Fuzz() {}

  /// How many cases are tried.
  ///
  /// @param slice how many of them in the default run
  public static int cases(int slice) {
    return Integer.getInteger("slipway.fuzz.cases", slice);
  }

  /// True when more than the slice was asked for.
  public static boolean inFull() {
    return Integer.getInteger("slipway.fuzz.cases") != null;
  }

  /// The generator of a case: the same for the same seed.
  public static RandomGenerator random(long number) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED * 1_000_003 + number);
  }
}
