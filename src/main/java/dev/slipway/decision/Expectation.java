package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a rule expects of one property of a commit, or of one value within it. It is `isMatchWith`
/// of lodash: a text fits as a glob, an object when each of its members does, an array when each of
/// its items is found, anything else when it is the same.
sealed interface Expectation {
  /// A property of a commit.
  record Property(String name, Expectation value) implements Expectation {
    @Override
    public boolean isMetBy(Change change) {
      if (value instanceof Text(var glob, _)) {
        Optional<Optional<String>> text = change.property(name);
        if (text.isPresent()) {
          return text.get().isPresent() && glob.matches(text.get().get());
        }
      }
      Optional<Json> found = CommitProperties.of(change, name);
      return found.isPresent() && value.fits(found.get());
    }
  }

  /// A text.
  record Text(Glob glob, String text) implements Expectation {}

  /// `null`, a number or a truth value.
  record Same(Json value) implements Expectation {}

  /// An object.
  record Members(Map<String, Expectation> members) implements Expectation {}

  /// An array.
  record Items(List<Expectation> items) implements Expectation {}

  static Expectation of(String property, Json value) {
    return new Property(property, of(value));
  }

  private static Expectation of(Json value) {
    return switch (value) {
      case Json.Str(var text) -> new Text(glob(text), text);
      case Json.Obj(var members) -> {
        Map<String, Expectation> expected = new LinkedHashMap<>();
        members.forEach((name, member) -> expected.put(name, of(member)));
        yield new Members(expected);
      }
      case Json.Arr(var items) -> new Items(items.stream().map(Expectation::of).toList());
      case Json.Num _, Json.Bool _, Json.Null _ -> new Same(value);
    };
  }

  private static Glob glob(String text) {
    try {
      return Glob.of(text);
    } catch (IllegalArgumentException notLinear) {
      throw new Refused(
          Problem.configuration(
              "RULE_GLOB_NOT_LINEAR",
              "The release rule pattern `"
                  + text
                  + "` uses "
                  + notLinear.getMessage()
                  + ", which Slipway does not have: it matches in linear time only, because commit"
                  + " messages are written by strangers.",
              "Write the pattern as a glob: `*`, `?`, `{a,b}`, `@(a|b)`, `!(a)`, `[a-z]`."));
    }
  }

  /// True when the change has what is expected.
  default boolean isMetBy(Change change) {
    return false;
  }

  /// True when a value is what is expected. Text meets text as a glob.
  private boolean fits(Json value) {
    if (this instanceof Text(var glob, _) && value instanceof Json.Str(var text)) {
      return glob.matches(text);
    }
    return isEqual(value);
  }

  /// True when a value is what is expected, a text letter by letter.
  private boolean isEqual(Json value) {
    return switch (this) {
      case Property _ -> false;
      case Text(_, var text) -> value.equals(new Json.Str(text));
      case Same(var expected) -> expected.equals(value);
      case Members(var expected) ->
          value instanceof Json.Obj
              && expected.entrySet().stream()
                  .allMatch(e -> value.get(e.getKey()).filter(e.getValue()::fits).isPresent());
      case Items(var expected) -> value instanceof Json.Arr(var items) && holds(items, expected);
    };
  }

  /// Texts are held against the item at their own place, other values are looked for among all the
  /// items, each item once.
  private static boolean holds(List<Json> items, List<Expectation> expected) {
    if (expected.size() > items.size()) {
      return false;
    }
    List<Json> left = new ArrayList<>(items);
    for (int i = 0; i < expected.size(); i++) {
      Expectation wanted = expected.get(i);
      if (wanted instanceof Text && items.get(i) instanceof Json.Str) {
        if (!wanted.fits(items.get(i))) {
          return false;
        }
      } else if (!take(left, wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean take(List<Json> left, Expectation wanted) {
    for (int i = 0; i < left.size(); i++) {
      if (wanted.isEqual(left.get(i))) {
        left.remove(i);
        return true;
      }
    }
    return false;
  }
}
