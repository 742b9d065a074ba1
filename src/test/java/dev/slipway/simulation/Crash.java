package dev.slipway.simulation;

import java.util.Optional;

/// A process is killed around one of its effects.
final class Crash implements Mischief {
  private final int at;
  private final Moment moment;
  private boolean happened;

  Crash(int at, Moment moment) {
    this.at = at;
    this.moment = moment;
  }

  /// The same, counted on in the next run.
  Crash later(int effects) {
    return new Crash(at - effects, moment);
  }

  boolean happened() {
    return happened;
  }

  @Override
  public Optional<Moment> kill(int index, String label) {
    happened |= index == at;
    return index == at ? Optional.of(moment) : Optional.empty();
  }

  @Override
  public Optional<Fault> fault(int index, String label) {
    return Optional.empty();
  }
}
