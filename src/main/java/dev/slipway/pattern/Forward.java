package dev.slipway.pattern;

import java.util.Arrays;
import java.util.Optional;

/// Tries a program from a place as a backtracking engine does, in the same order and so with the
/// same groups, but takes no step twice at the same place: what failed there once fails again.
final class Forward {
  private static final int BLOCK = 64;

  private final Program program;
  private final String text;
  private final int[] slots;
  private final long[][] taken;
  private int[] waiting = new int[64];
  private int count;
  private Optional<Backward> backward = Optional.empty();

  Forward(Program program, String text, int groups) {
    this.program = program;
    this.text = text;
    slots = new int[2 * groups + 2];
    taken = new long[text.length() / BLOCK + 1][];
  }

  /// The slots of the match that starts here: start and end of the whole and of each group, -1
  /// where a group took no part. Empty: none starts here.
  Optional<int[]> match(int from) {
    Arrays.fill(slots, -1);
    slots[0] = from;
    wait(program.start(), from);
    while (count > 0) {
      int at = waiting[--count];
      int step = waiting[--count];
      if (step < 0) {
        slots[-step - 1] = at;
      } else if (goes(step, at)) {
        count = 0;
        return Optional.of(slots);
      }
    }
    return Optional.empty();
  }

  private boolean goes(int from, int place) {
    int step = from;
    int at = place;
    while (first(step, at)) {
      switch (program.step(step)) {
        case Program.Match() -> {
          slots[1] = at;
          return true;
        }
        case Program.Take(var set, var next) -> {
          if (at == text.length() || !set.contains(text.charAt(at))) {
            return false;
          }
          at++;
          step = next;
        }
        case Program.Split(var first, var second) -> {
          wait(second, at);
          step = first;
        }
        case Program.Save(var slot, var next) -> {
          put(slot, at);
          step = next;
        }
        case Program.Forget(var first, var last, var next) -> {
          for (int slot = first; slot <= last; slot++) {
            put(slot, -1);
          }
          step = next;
        }
        case Program.At(var kind, var next) -> {
          if (!Places.holds(kind, text, at)) {
            return false;
          }
          step = next;
        }
        case Program.Ahead(var look, var negative, var next) -> {
          if (backward.isEmpty()) {
            backward = Optional.of(new Backward(program, text));
          }
          if (backward.get().follows(look, at) == negative) {
            return false;
          }
          step = next;
        }
      }
    }
    return false;
  }

  private void put(int slot, int at) {
    wait(-slot - 1, slots[slot]);
    slots[slot] = at;
  }

  private void wait(int step, int at) {
    if (count + 2 > waiting.length) {
      waiting = Arrays.copyOf(waiting, waiting.length * 2);
    }
    waiting[count++] = step;
    waiting[count++] = at;
  }

  private boolean first(int step, int at) {
    long[] block = taken[at / BLOCK];
    if (block == null) {
      block = new long[program.size()];
      taken[at / BLOCK] = block;
    }
    long bit = 1L << (at % BLOCK);
    boolean first = (block[step] & bit) == 0;
    block[step] |= bit;
    return first;
  }
}
