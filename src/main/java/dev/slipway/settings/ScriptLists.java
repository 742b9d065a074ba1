package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The methods of JavaScript's lists that are read.
final class ScriptLists {
  private ScriptLists() {}

  /// From one index up to another.
  record Range(int from, int to) {}

  /// A call of a method of a list; empty where it is not known.
  static Optional<ScriptValue> call(
      ScriptValue.Items list, String method, List<ScriptValue> arguments, Place place) {
    return switch (method) {
      case "push" -> {
        arguments.forEach(argument -> list.add(argument, place));
        yield Optional.of(new ScriptValue.Num(list.items.size()));
      }
      case "unshift" -> {
        for (int i = arguments.size() - 1; i >= 0; i--) {
          list.items.addFirst(arguments.get(i));
          list.places.addFirst(place);
        }
        yield Optional.of(new ScriptValue.Num(list.items.size()));
      }
      case "concat" -> concat(list, arguments, place);
      case "slice" ->
          range(list.items.size(), arguments, true)
              .map(r -> {
                ScriptValue.Items part = new ScriptValue.Items();
                for (int i = r.from(); i < r.to(); i++) {
                  part.add(list.items.get(i), list.places.get(i));
                }
                return part;
              });
      case "join" -> join(list, arguments);
      case "includes" -> includes(list, arguments);
      case "map" -> map(list, arguments);
      case "filter" -> filter(list, arguments);
      case "find" ->
          filter(list, arguments)
              .map(found ->
                  found instanceof ScriptValue.Items all && !all.items.isEmpty()
                      ? all.items.getFirst()
                      : ScriptValue.undefined());
      case "some" -> found(list, arguments).map(all -> new ScriptValue.Flag(all > 0));
      case "every" ->
          found(list, arguments).map(all -> new ScriptValue.Flag(all == list.items.size()));
      case "flat" -> arguments.isEmpty() ? flat(list) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<ScriptValue> concat(
      ScriptValue.Items list, List<ScriptValue> arguments, Place place) {
    ScriptValue.Items all = copy(list);
    for (ScriptValue argument : arguments) {
      switch (argument) {
        case ScriptValue.Items more -> {
          if (more.spoiled.isPresent()) {
            return Optional.empty();
          }
          for (int i = 0; i < more.items.size(); i++) {
            all.add(more.items.get(i), more.places.get(i));
          }
        }
        case ScriptValue.Unread _ -> {
          return Optional.empty();
        }
        case ScriptValue.Members _, ScriptValue.Text _, ScriptValue.Num _ ->
            all.add(argument, place);
        case ScriptValue.Flag _, ScriptValue.Nothing _, ScriptValue.Pattern _ ->
            all.add(argument, place);
        case ScriptValue.Function _ -> all.add(argument, place);
      }
    }
    return Optional.of(all);
  }

  private static ScriptValue.Items copy(ScriptValue.Items list) {
    ScriptValue.Items all = new ScriptValue.Items();
    for (int i = 0; i < list.items.size(); i++) {
      all.add(list.items.get(i), list.places.get(i));
    }
    return all;
  }

  private static Optional<ScriptValue> flat(ScriptValue.Items list) {
    ScriptValue.Items all = new ScriptValue.Items();
    for (int i = 0; i < list.items.size(); i++) {
      ScriptValue item = list.items.get(i);
      if (item instanceof ScriptValue.Unread) {
        return Optional.empty();
      }
      if (item instanceof ScriptValue.Items inner) {
        if (inner.spoiled.isPresent()) {
          return Optional.empty();
        }
        for (int k = 0; k < inner.items.size(); k++) {
          all.add(inner.items.get(k), inner.places.get(k));
        }
      } else {
        all.add(item, list.places.get(i));
      }
    }
    return Optional.of(all);
  }

  private static Optional<ScriptValue> join(ScriptValue.Items list, List<ScriptValue> arguments) {
    Optional<String> by = arguments.isEmpty() ? Optional.of(",") : arguments.getFirst().string();
    if (by.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (ScriptValue item : list.items) {
      Optional<String> text = item instanceof ScriptValue.Nothing ? Optional.of("") : item.string();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(new ScriptValue.Text(String.join(by.get(), texts)));
  }

  private static Optional<ScriptValue> includes(
      ScriptValue.Items list, List<ScriptValue> arguments) {
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    boolean unknown = false;
    for (ScriptValue item : list.items) {
      Optional<Boolean> same = ScriptSigns.same(item, arguments.getFirst());
      if (same.isPresent() && same.get()) {
        return Optional.of(new ScriptValue.Flag(true));
      }
      unknown |= same.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(new ScriptValue.Flag(false));
  }

  private static Optional<ScriptValue.Call> callback(List<ScriptValue> arguments) {
    return arguments.size() == 1
            && arguments.getFirst() instanceof ScriptValue.Function(var call, _, _)
        ? Optional.of(call)
        : Optional.empty();
  }

  private static List<ScriptValue> argumentsAt(ScriptValue.Items list, int index) {
    return List.of(list.items.get(index), new ScriptValue.Num(index), list);
  }

  private static Optional<ScriptValue> map(ScriptValue.Items list, List<ScriptValue> arguments) {
    return callback(arguments)
        .map(call -> {
          ScriptValue.Items all = new ScriptValue.Items();
          for (int i = 0; i < list.items.size(); i++) {
            all.add(call.of(argumentsAt(list, i)), list.places.get(i));
          }
          return all;
        });
  }

  private static Optional<ScriptValue> filter(ScriptValue.Items list, List<ScriptValue> arguments) {
    Optional<ScriptValue.Call> call = callback(arguments);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    ScriptValue.Items kept = new ScriptValue.Items();
    for (int i = 0; i < list.items.size(); i++) {
      Optional<Boolean> keep = call.get().of(argumentsAt(list, i)).truth();
      if (keep.isEmpty()) {
        return Optional.empty();
      }
      if (keep.get()) {
        kept.add(list.items.get(i), list.places.get(i));
      }
    }
    return Optional.of(kept);
  }

  private static Optional<Integer> found(ScriptValue.Items list, List<ScriptValue> arguments) {
    return filter(list, arguments)
        .map(kept -> kept instanceof ScriptValue.Items all ? all.items.size() : 0);
  }

  /// What `slice` or `substring` cut; empty where an argument is not known.
  static Optional<Range> range(int length, List<ScriptValue> arguments, boolean fromEnd) {
    Optional<Integer> from = Optional.of(0);
    Optional<Integer> to = Optional.of(length);
    if (!arguments.isEmpty()) {
      from = index(arguments.getFirst(), length, fromEnd);
    }
    if (arguments.size() > 1
        && !(arguments.get(1) instanceof ScriptValue.Nothing(var isUndefined) && isUndefined)) {
      to = index(arguments.get(1), length, fromEnd);
    }
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    int first = from.get();
    int last = to.get();
    if (first > last) {
      return Optional.of(fromEnd ? new Range(first, first) : new Range(last, first));
    }
    return Optional.of(new Range(first, last));
  }

  private static Optional<Integer> index(ScriptValue value, int length, boolean fromEnd) {
    return ScriptSigns.number(value)
        .map(n -> {
          double whole = Double.isNaN(n) ? 0 : n;
          double from = whole < 0 ? (fromEnd ? length + whole : 0) : whole;
          return (int) Math.max(0, Math.min(length, Math.ceil(from)));
        });
  }
}
