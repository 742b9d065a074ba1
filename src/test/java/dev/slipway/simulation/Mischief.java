package dev.slipway.simulation;

import java.util.Optional;

/// What happens to one process: when it is killed, and what goes wrong with its effects.
interface Mischief {
  /// Where around an effect.
  enum Moment {
    BEFORE,
    MIDDLE,
    AFTER
  }

  /// When the process is killed around this effect, if it is.
  ///
  /// @param index which of the process's effects it is, from 0
  /// @param label what it is
  Optional<Moment> kill(int index, String label);

  /// What goes wrong with this effect, if anything.
  Optional<Fault> fault(int index, String label);

  /// Whether the process is asked to stop before this effect.
  default boolean stops(int index) {
    return false;
  }

  Mischief NONE =
      new Mischief() {
        @Override
        public Optional<Moment> kill(int index, String label) {
          return Optional.empty();
        }

        @Override
        public Optional<Fault> fault(int index, String label) {
          return Optional.empty();
        }
      };
}
