package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value while a JavaScript text is read. Lists and objects can be changed by later statements,
/// and are the same wherever they are named, as in JavaScript.
sealed interface ScriptValue {
  /// A string.
  record Text(String value) implements ScriptValue {}

  /// A number.
  record Num(double value) implements ScriptValue {}

  /// `true` or `false`.
  record Flag(boolean on) implements ScriptValue {}

  /// `null` or `undefined`.
  record Nothing(boolean isUndefined) implements ScriptValue {}

  /// A regular expression.
  record Pattern(String source, String flags) implements ScriptValue {}

  /// A list.
  final class Items implements ScriptValue {
    final List<ScriptValue> items = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    Optional<Unread> spoiled = Optional.empty();

    void add(ScriptValue value, Place place) {
      items.add(value);
      places.add(place);
    }
  }

  /// A member of an object: its value, where its key stands, and where its value does.
  record Member(ScriptValue value, Place key, Place place) {}

  /// An object.
  final class Members implements ScriptValue {
    final Map<String, Member> members = new LinkedHashMap<>();
    Optional<Unread> spoiled = Optional.empty();

    void put(String key, ScriptValue value, Place keyPlace, Place place) {
      members.put(key, new Member(value, keyPlace, place));
    }

    Optional<Member> find(String key) {
      return Optional.ofNullable(members.get(key));
    }
  }

  /// A function whose body is read.
  record Function(Call call, String source, Place place) implements ScriptValue {}

  /// Something that would have to be run.
  ///
  /// @param isLocal true for a function of this text, whose effects on other values are unknown
  record Unread(
      String expression, String reason, Optional<Boolean> truth, boolean isLocal, Place place)
      implements ScriptValue {}

  /// What a function does.
  @FunctionalInterface
  interface Call {
    /// The value that a call gives.
    ScriptValue of(List<ScriptValue> arguments);
  }

  /// `undefined`.
  static Nothing undefined() {
    return new Nothing(true);
  }

  /// As a condition sees it; empty where that is not known.
  default Optional<Boolean> truth() {
    return switch (this) {
      case Text(var value) -> Optional.of(!value.isEmpty());
      case Num(var value) -> Optional.of(value != 0 && !Double.isNaN(value));
      case Flag(var on) -> Optional.of(on);
      case Nothing _ -> Optional.of(false);
      case Pattern _, Items _, Members _, Function _ -> Optional.of(true);
      case Unread(_, _, var truth, _, _) -> truth;
    };
  }

  /// The value as `String(x)` has it; empty where that is not known.
  default Optional<String> string() {
    return switch (this) {
      case Text(var value) -> Optional.of(value);
      case Num(var value) -> Optional.of(ScriptNumbers.print(value));
      case Flag(var on) -> Optional.of(Boolean.toString(on));
      case Nothing(var isUndefined) -> Optional.of(isUndefined ? "undefined" : "null");
      case Pattern(var source, var flags) -> Optional.of("/" + source + "/" + flags);
      case Items items -> {
        if (items.spoiled.isPresent()) {
          yield Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        boolean first = true;
        for (ScriptValue item : items.items) {
          Optional<String> one =
              item instanceof Nothing || item.equals(this) ? Optional.of("") : item.string();
          if (one.isEmpty()) {
            yield Optional.empty();
          }
          all.append(first ? "" : ",").append(one.get());
          first = false;
        }
        yield Optional.of(all.toString());
      }
      case Members members ->
          members.spoiled.isPresent() ? Optional.empty() : Optional.of("[object Object]");
      case Function _, Unread _ -> Optional.empty();
    };
  }
}
