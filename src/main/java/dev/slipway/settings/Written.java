package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of a configuration as somebody wrote it, with the place where it stands.
public sealed interface Written {
  /// Where it stands.
  Place place();

  /// A string.
  record Text(String value, Place place) implements Written {}

  /// A number, as JavaScript would print it.
  record Num(String literal, Place place) implements Written {}

  /// `true` or `false`.
  record Flag(boolean on, Place place) implements Written {}

  /// `null`, or JavaScript's `undefined`.
  record Nothing(boolean isUndefined, Place place) implements Written {}

  /// A JavaScript regular expression.
  record Pattern(String source, String flags, Place place) implements Written {}

  /// A list.
  record Items(List<Written> items, Place place) implements Written {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object.
  ///
  /// @param keys where each key stands
  record Members(Map<String, Written> members, Map<String, Place> keys, Place place)
      implements Written {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /// A member; empty where there is none.
    Optional<Written> find(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /// Where a key stands.
    Place keyPlace(String name) {
      return keys.getOrDefault(name, place);
    }
  }

  /// Something that would have to be run to know its value.
  ///
  /// @param expression how it is written
  /// @param reason why it is not read
  /// @param truth whether it counts as true, where that much is known
  record Code(String expression, String reason, Optional<Boolean> truth, Place place)
      implements Written {}

  /// True for `null` and `undefined`.
  default boolean isNothing() {
    return this instanceof Nothing;
  }

  /// The text, when this is one.
  default Optional<String> text() {
    return this instanceof Text(var value, _) ? Optional.of(value) : Optional.empty();
  }

  /// As JavaScript's conditions see it; empty where that would have to be run.
  default Optional<Boolean> truth() {
    return switch (this) {
      case Text(var value, _) -> Optional.of(!value.isEmpty());
      case Num(var literal, _) -> Optional.of(!literal.equals("0") && !literal.equals("NaN"));
      case Flag(var on, _) -> Optional.of(on);
      case Nothing _ -> Optional.of(false);
      case Pattern _, Items _, Members _ -> Optional.of(true);
      case Code(_, _, var truth, _) -> truth;
    };
  }

  /// The value as JSON, as `JSON.stringify` has it: what JSON does not know is left out of objects
  /// and `null` in lists.
  default Json json() {
    return switch (this) {
      case Text(var value, _) -> Json.of(value);
      case Num(var literal, _) ->
          literal.endsWith("Infinity") || literal.equals("NaN")
              ? new Json.Null()
              : new Json.Num(literal);
      case Flag(var on, _) -> Json.of(on);
      case Nothing _, Code _ -> new Json.Null();
      case Pattern _ -> Json.empty();
      case Items(var items, _) -> {
        List<Json> all = new ArrayList<>();
        items.forEach(item -> all.add(item.json()));
        yield new Json.Arr(all);
      }
      case Members(var members, _, _) -> {
        Map<String, Json> all = new LinkedHashMap<>();
        members.forEach((name, value) -> {
          if (!(value instanceof Code) && !(value instanceof Nothing(boolean u, _) && u)) {
            all.put(name, value.json());
          }
        });
        yield new Json.Obj(all);
      }
    };
  }
}
