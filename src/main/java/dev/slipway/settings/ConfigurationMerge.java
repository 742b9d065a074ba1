package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts configurations over each other.
final class ConfigurationMerge {
  private ConfigurationMerge() {}

  /// One over another as `$import` does it: objects member by member, lists one behind the other.
  static Written.Members deep(Written.Members below, Written.Members above) {
    Map<String, Written> members = new LinkedHashMap<>(below.members());
    Map<String, Place> keys = new LinkedHashMap<>(below.keys());
    above
        .members()
        .forEach((key, value) -> {
          if (key.equals("__proto__") || key.equals("constructor")) {
            return;
          }
          Optional<Written> old = Optional.ofNullable(members.get(key));
          members.put(key, old.map(o -> both(o, value)).orElse(value));
          keys.put(key, above.keyPlace(key));
        });
    return new Written.Members(members, keys, above.place());
  }

  private static Written both(Written below, Written above) {
    if (below instanceof Written.Members a && above instanceof Written.Members b) {
      return deep(a, b);
    }
    if (below instanceof Written.Items(var first, _)
        && above instanceof Written.Items(var more, var place)) {
      List<Written> all = new ArrayList<>(first);
      all.addAll(more);
      return new Written.Items(all, place);
    }
    return above;
  }

  /// One over another as JavaScript's spread does it: whole members.
  static Written.Members flat(Written.Members below, Written.Members above) {
    Map<String, Written> members = new LinkedHashMap<>(below.members());
    Map<String, Place> keys = new LinkedHashMap<>(below.keys());
    members.putAll(above.members());
    keys.putAll(above.keys());
    return new Written.Members(members, keys, above.place());
  }

  /// Without what is `null` or `undefined`: it counts as not set.
  static Written.Members withoutNothing(Written.Members all) {
    Map<String, Written> rest = new LinkedHashMap<>(all.members());
    rest.values().removeIf(Written::isNothing);
    rest.remove("__proto__");
    return new Written.Members(rest, all.keys(), all.place());
  }
}
