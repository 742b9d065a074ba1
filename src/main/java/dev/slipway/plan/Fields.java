package dev.slipway.plan;

import dev.slipway.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The members of a JSON object, each asked for as what it must be.
record Fields(Json json) {
  /// Reads one item of a list.
  interface Reading<T> {
    T read(Fields fields) throws NotAnIntent;
  }

  private static NotAnIntent wrong(String name) {
    return new NotAnIntent(name + " is missing or of another kind");
  }

  String text(String name) throws NotAnIntent {
    return json.text(name).orElseThrow(() -> wrong(name));
  }

  Optional<String> maybe(String name) {
    return json.text(name);
  }

  /// A full git hash: hex of SHA-1 or SHA-256.
  String hash(String name) throws NotAnIntent {
    String text = text(name);
    boolean hex = text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!hex || (text.length() != 40 && text.length() != 64)) {
      throw wrong(name);
    }
    return text;
  }

  long whole(String name) throws NotAnIntent {
    return json.get(name).flatMap(Json::whole).orElseThrow(() -> wrong(name));
  }

  boolean truth(String name) throws NotAnIntent {
    return json.get(name).flatMap(Json::truth).orElseThrow(() -> wrong(name));
  }

  Json.Obj object(String name) throws NotAnIntent {
    if (json.get(name).orElseThrow(() -> wrong(name)) instanceof Json.Obj object) {
      return object;
    }
    throw wrong(name);
  }

  URI address(String name) throws NotAnIntent {
    return PlanJson.address(text(name));
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> kind) throws NotAnIntent {
    String text = text(name);
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw wrong(name);
  }

  <T> List<T> each(String name, Reading<T> reading) throws NotAnIntent {
    if (!(json.get(name).orElseThrow(() -> wrong(name)) instanceof Json.Arr(var items))) {
      throw wrong(name);
    }
    List<T> all = new ArrayList<>();
    for (Json item : items) {
      all.add(reading.read(new Fields(item)));
    }
    return all;
  }

  List<String> texts(String name) throws NotAnIntent {
    if (!(json.get(name).orElseThrow(() -> wrong(name)) instanceof Json.Arr(var items))) {
      throw wrong(name);
    }
    List<String> all = new ArrayList<>();
    for (Json item : items) {
      all.add(item.text().orElseThrow(() -> wrong(name)));
    }
    return all;
  }
}
