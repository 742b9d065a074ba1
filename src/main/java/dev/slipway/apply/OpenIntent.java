package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.problem.Problem;
import java.util.List;

/// An intent that stands in the remote: a release that was begun and is not finished.
public sealed interface OpenIntent {
  /// The tags it is about.
  List<String> tags();

  /// The commit that carries it.
  String commit();

  /// One that can be read.
  record Known(List<String> tags, String commit, Intent intent) implements OpenIntent {
    public Known {
      tags = List.copyOf(tags);
    }
  }

  /// One that cannot be carried out by this version, or is not ours.
  record Unusable(List<String> tags, String commit, Problem why) implements OpenIntent {
    public Unusable {
      tags = List.copyOf(tags);
    }
  }
}
