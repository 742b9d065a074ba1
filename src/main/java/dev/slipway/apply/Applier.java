package dev.slipway.apply;

import dev.slipway.plan.Plan;
import java.util.List;

/// Carries out plans.
public final class Applier {
  private final Means means;

  /// An applier with these means.
  public Applier(Means means) {
    this.means = means;
  }

  /// Carries out a plan that was made from this listing.
  public Result apply(Plan plan, Refs read) {
    return nothing(plan, read.all().isEmpty());
  }

  /// Finishes what another run began.
  public Result resume(OpenIntent.Known open) {
    return nothing(open.intent().plan(), true);
  }

  private Result nothing(Plan plan, boolean resumed) {
    means.progress();
    return new Result(plan, Result.Status.FAILED, List.of(), List.of(), List.of(), resumed);
  }
}
