package dev.slipway.notes;

import dev.slipway.version.Collation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// How a list is put in order. Things that are equal in it keep their order.
sealed interface Order {
  /// As it comes.
  record AsIs() implements Order {}

  /// By the texts of these fields, one behind the other, as people order texts.
  record ByFields(List<String> fields) implements Order {
    public ByFields {
      fields = List.copyOf(fields);
    }
  }

  /// By the place of the title in a list; titles that are not in it come first.
  record ByRank(List<String> titles) implements Order {
    public ByRank {
      titles = List.copyOf(titles);
    }
  }

  static Order by(String... fields) {
    return new ByFields(List.of(fields));
  }

  /// By these fields; as it comes when there are none.
  static Order byFields(List<String> fields) {
    return fields.isEmpty() ? new AsIs() : new ByFields(fields);
  }

  /// Things in this order.
  ///
  /// @param value reads a field of a thing; nothing there is the empty text
  default <T> List<T> sorted(List<T> things, BiFunction<T, String, String> value) {
    return switch (this) {
      case AsIs _ -> things;
      case ByFields(var fields) -> byFields(things, fields, value);
      case ByRank(var titles) -> {
        List<T> sorted = new ArrayList<>(things);
        sorted.sort(Comparator.comparingInt(thing -> titles.indexOf(value.apply(thing, "title"))));
        yield sorted;
      }
    };
  }

  private static <T> List<T> byFields(
      List<T> things, List<String> fields, BiFunction<T, String, String> value) {
    record Keyed<T>(String key, T thing) {}
    List<Keyed<T>> keyed = new ArrayList<>(things.size());
    for (T thing : things) {
      StringBuilder key = new StringBuilder();
      fields.forEach(field -> key.append(value.apply(thing, field)));
      keyed.add(new Keyed<>(key.toString(), thing));
    }
    keyed.sort(Comparator.comparing(Keyed::key, Collation.ROOT));
    return keyed.stream().map(Keyed::thing).toList();
  }
}
