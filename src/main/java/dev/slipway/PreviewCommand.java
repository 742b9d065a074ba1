package dev.slipway;

import dev.slipway.report.Told;

/// Says on a pull request what a merge would release. Changes nothing.
final class PreviewCommand {
  private PreviewCommand() {}

  static Told run(Hands hands) {
    return PlanCommand.run(hands);
  }
}
