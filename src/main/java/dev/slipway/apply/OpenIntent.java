package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.problem.Problem;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import java.util.List;
import java.util.Optional;

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

  /// All that is open in the remote, for a look: nothing is carried out, and so no mark is asked
  /// for.
  ///
  /// @throws Lost when the remote does not answer
  static List<OpenIntent> in(Remote remote, Refs refs) throws Lost {
    return new Intents(remote, Optional.empty(), Payloads.none()).open(refs);
  }

  /// What it is, what becomes of it, and what giving it up would mean, a sentence or two each.
  default List<String> told() {
    return switch (this) {
      case Known(var _, var _, var intent) -> List.of(Texts.open(intent), Texts.dropping(intent));
      case Unusable(var _, var _, var why) -> List.of(why.what(), why.remedy());
    };
  }
}
