package dev.slipway;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;

/// Publish on tag: the tag's version is the truth.
final class TagCommand {
  private TagCommand() {}

  static Told run(Hands hands, String tag) {
    throw new Refused(
        Problem.configuration("TAG", "not yet " + tag + hands.runner().sha(), ""));
  }
}
