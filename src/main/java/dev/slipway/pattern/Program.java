package dev.slipway.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// A regular expression as a list of steps. Each step knows its successors; they stand before it,
/// but for the one that goes round a loop.
final class Program {
  /// More steps than this no sane pattern has.
  static final int LONGEST = 4_000;

  private static final int MOST_ROUNDS = 100_000;

  /// One step.
  sealed interface Step {
    /// The same step with other successors. What takes a unit keeps its own.
    default Step led(IntUnaryOperator to) {
      return switch (this) {
        case Match _, Take _ -> this;
        case Split(var first, var second) -> new Split(to.applyAsInt(first), to.applyAsInt(second));
        case Save(var slot, var next) -> new Save(slot, to.applyAsInt(next));
        case Forget(var from, var last, var next) -> new Forget(from, last, to.applyAsInt(next));
        case At(var kind, var next) -> new At(kind, to.applyAsInt(next));
        case Ahead(var look, var negative, var next) ->
            new Ahead(look, negative, to.applyAsInt(next));
      };
    }
  }

  /// Takes one unit.
  record Take(CharSet set, int next) implements Step {}

  /// Goes on with the first, or if that leads nowhere with the second.
  record Split(int first, int second) implements Step {}

  /// Remembers the place in a slot.
  record Save(int slot, int next) implements Step {}

  /// Forgets what these slots remember: each round of a loop starts anew.
  record Forget(int from, int to, int next) implements Step {}

  /// Goes on at places of a kind only.
  record At(Node.Kind kind, int next) implements Step {}

  /// Goes on where something follows, or where it does not.
  record Ahead(int look, boolean negative, int next) implements Step {}

  /// The end.
  record Match() implements Step {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> looks = new ArrayList<>();
  private final int start;
  private int rounds;

  Program(Node node) {
    add(new Match());
    start = compile(node, 0);
  }

  int size() {
    return steps.size();
  }

  int start() {
    return start;
  }

  Step step(int number) {
    return steps.get(number);
  }

  /// The first steps of the looks ahead, the inner ones before the outer ones.
  List<Integer> looks() {
    return looks;
  }

  private int add(Step step) {
    if (steps.size() >= LONGEST) {
      throw Unreadable.unsupported("a pattern of this size");
    }
    steps.add(step);
    return steps.size() - 1;
  }

  private int compile(Node node, int next) {
    return switch (node) {
      case Node.Empty() -> next;
      case Node.Unit(var set) -> add(new Take(set, next));
      case Node.Sequence(var items) -> {
        int entry = next;
        for (int i = items.size() - 1; i >= 0; i--) {
          entry = compile(items.get(i), entry);
        }
        yield entry;
      }
      case Node.Choice(var items) -> {
        int entry = compile(items.getLast(), next);
        for (int i = items.size() - 2; i >= 0; i--) {
          entry = add(new Split(compile(items.get(i), next), entry));
        }
        yield entry;
      }
      case Node.Repeat repeat -> repeat(repeat, next);
      case Node.Capture(var item, var number) ->
          add(new Save(2 * number, compile(item, add(new Save(2 * number + 1, next)))));
      case Node.Place(var kind) -> add(new At(kind, next));
      case Node.Ahead(var item, var negative) -> {
        int look = compile(item, 0);
        looks.add(look);
        yield add(new Ahead(looks.size() - 1, negative, next));
      }
    };
  }

  private int repeat(Node.Repeat repeat, int next) {
    int entry = next;
    if (repeat.max() < 0) {
      int loop = add(new Match());
      int body = optionalRound(repeat.item(), loop);
      steps.set(loop, repeat.greedy() ? new Split(body, next) : new Split(next, body));
      entry = loop;
    } else {
      for (int i = repeat.min(); i < repeat.max(); i++) {
        int body = optionalRound(repeat.item(), entry);
        entry = add(repeat.greedy() ? new Split(body, next) : new Split(next, body));
      }
    }
    for (int i = 0; i < repeat.min(); i++) {
      entry = round(repeat.item(), entry);
    }
    return entry;
  }

  private int round(Node item, int next) {
    if (++rounds > MOST_ROUNDS) {
      throw Unreadable.unsupported("counts of this size");
    }
    int body = compile(item, next);
    Captures captures = Captures.in(item);
    return captures.first() > captures.last()
        ? body
        : add(new Forget(2 * captures.first(), 2 * captures.last() + 1, body));
  }

  /// A round that is not asked for: one that takes no text is none (ECMA-262, RepeatMatcher). What
  /// may take none is compiled twice, for before and behind the first unit; the end of the part
  /// before leads nowhere.
  private int optionalRound(Node item, int next) {
    if (!isNullable(item)) {
      return round(item, next);
    }
    int from = steps.size();
    int behind = round(item, next);
    int to = steps.size();
    int nowhere = add(new Take(CharSet.NONE, 0));
    int by = steps.size() - from;
    for (int number = from; number < to; number++) {
      Step step = steps.get(number);
      add(step.led(target -> target >= from && target < to ? target + by : nowhere));
    }
    return behind >= from && behind < to ? behind + by : nowhere;
  }

  private static boolean isNullable(Node node) {
    return switch (node) {
      case Node.Unit _ -> false;
      case Node.Empty _, Node.Place _, Node.Ahead _ -> true;
      case Node.Sequence(var items) -> items.stream().allMatch(Program::isNullable);
      case Node.Choice(var items) -> items.stream().anyMatch(Program::isNullable);
      case Node.Repeat(var item, var min, _, _) -> min == 0 || isNullable(item);
      case Node.Capture(var item, _) -> isNullable(item);
    };
  }

  /// The numbers of the groups within a node, which follow each other.
  private record Captures(int first, int last) {
    static final Captures NONE = new Captures(Integer.MAX_VALUE, 0);

    static Captures in(Node node) {
      return switch (node) {
        case Node.Empty _, Node.Unit _, Node.Place _, Node.Ahead _ -> NONE;
        case Node.Sequence(var items) -> in(items);
        case Node.Choice(var items) -> in(items);
        case Node.Repeat(var item, _, _, _) -> in(item);
        case Node.Capture(var item, var number) -> in(item).and(new Captures(number, number));
      };
    }

    private static Captures in(List<Node> items) {
      return items.stream().map(Captures::in).reduce(NONE, Captures::and);
    }

    private Captures and(Captures other) {
      return new Captures(Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
