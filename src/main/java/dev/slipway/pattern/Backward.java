package dev.slipway.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds out for every place of a text whether a part of a program leads from there to its end.
/// Goes over the text once, from its end to its start, with all steps side by side.
final class Backward {
  private final Program program;
  private final String text;
  private final List<BitSet> looks = new ArrayList<>();

  Backward(Program program, String text) {
    this.program = program;
    this.text = text;
    for (int look : program.looks()) {
      looks.add(places(look));
    }
  }

  /// True when something ahead, by the number of the look, follows this place.
  boolean follows(int look, int at) {
    return looks.get(look).get(at);
  }

  /// True when a step leads from the start of the text to the end of the program.
  boolean leads(int start) {
    return places(start).get(0);
  }

  /// The places from which a step leads to the end.
  BitSet places(int start) {
    BitSet reached = new BitSet();
    reach(start, reached);
    int[] steps = reached.stream().toArray();
    BitSet places = new BitSet();
    boolean[] behind = new boolean[program.size()];
    for (int at = text.length(); at >= 0; at--) {
      boolean[] here = new boolean[program.size()];
      boolean more = true;
      while (more) {
        more = false;
        for (int step : steps) {
          if (!here[step] && leads(program.step(step), at, here, behind)) {
            here[step] = true;
            more = true;
          }
        }
      }
      places.set(at, here[start]);
      behind = here;
    }
    return places;
  }

  private boolean leads(Program.Step step, int at, boolean[] here, boolean[] behind) {
    return switch (step) {
      case Program.Match() -> true;
      case Program.Take(var set, var next) ->
          at < text.length() && behind[next] && set.contains(text.charAt(at));
      case Program.Split(var first, var second) -> here[first] || here[second];
      case Program.Save(_, var next) -> here[next];
      case Program.Forget(_, _, var next) -> here[next];
      case Program.At(var kind, var next) -> here[next] && Places.holds(kind, text, at);
      case Program.Ahead(var look, var negative, var next) ->
          here[next] && follows(look, at) != negative;
    };
  }

  private void reach(int start, BitSet reached) {
    BitSet waiting = new BitSet();
    waiting.set(start);
    while (!waiting.isEmpty()) {
      int step = waiting.nextSetBit(0);
      waiting.clear(step);
      reached.set(step);
      for (int next : successors(program.step(step))) {
        if (!reached.get(next)) {
          waiting.set(next);
        }
      }
    }
  }

  private static List<Integer> successors(Program.Step step) {
    return switch (step) {
      case Program.Match() -> List.of();
      case Program.Take(_, var next) -> List.of(next);
      case Program.Split(var first, var second) -> List.of(first, second);
      case Program.Save(_, var next) -> List.of(next);
      case Program.Forget(_, _, var next) -> List.of(next);
      case Program.At(_, var next) -> List.of(next);
      case Program.Ahead(_, _, var next) -> List.of(next);
    };
  }
}
