package dev.slipway.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A JSON value. Objects keep the order of their keys; numbers keep the way they are written.
public sealed interface Json {
  /// An object. Of a key that stands twice the last value counts, at the place of the first.
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Members.of(members);
    }

    /// The same with one member set: in its place if there, else at the end.
    public Obj with(String name, Json value) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      changed.put(name, value);
      return new Obj(Members.owning(changed));
    }

    /// The same without one member.
    public Obj without(String name) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      changed.remove(name);
      return new Obj(Members.owning(changed));
    }
  }

  /// An array.
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = items instanceof Made ? items : List.copyOf(items);
    }
  }

  /// A string.
  record Str(String value) implements Json {}

  /// A number, as written.
  record Num(String literal) implements Json {}

  /// `true` or `false`.
  record Bool(boolean value) implements Json {}

  /// `null`.
  record Null() implements Json {}

  /// An object without members.
  static Obj empty() {
    return new Obj(Map.of());
  }

  static Str of(String value) {
    return new Str(value);
  }

  static Num of(long value) {
    return new Num(Long.toString(value));
  }

  static Bool of(boolean value) {
    return new Bool(value);
  }

  /// An array of strings.
  static Arr of(List<String> values) {
    return new Arr(values.stream().<Json>map(Str::new).toList());
  }

  /// An array of what is made of each value whenever it is asked for: a long one is never held.
  ///
  /// @param values do not change
  static <T> Arr each(List<T> values, Function<T, Json> of) {
    return new Arr(new Made<>(values, of));
  }

  /// The string, or `null` where there is none.
  static Json of(Optional<String> value) {
    return value.<Json>map(Str::new).orElseGet(Null::new);
  }

  /// The member of an object; empty when this is no object or has no such member.
  default Optional<Json> get(String name) {
    return this instanceof Obj(var members)
        ? Optional.ofNullable(members.get(name))
        : Optional.empty();
  }

  /// The value at a path of member names.
  default Optional<Json> at(String... names) {
    Optional<Json> value = Optional.of(this);
    for (String name : names) {
      value = value.flatMap(v -> v.get(name));
    }
    return value;
  }

  /// The text, when this is a string.
  default Optional<String> text() {
    return this instanceof Str(var value) ? Optional.of(value) : Optional.empty();
  }

  /// The text of a string member.
  default Optional<String> text(String name) {
    return get(name).flatMap(Json::text);
  }

  /// The truth value, when this is one.
  default Optional<Boolean> truth() {
    return this instanceof Bool(var value) ? Optional.of(value) : Optional.empty();
  }

  /// The whole number, when this is one that fits.
  default Optional<Long> whole() {
    if (!(this instanceof Num(var literal))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(literal));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  /// The items of an array; none when this is no array.
  default List<Json> items() {
    return List.of();
  }

  /// The members of an object; none when this is no object.
  default Map<String, Json> members() {
    return Map.of();
  }
}
