package dev.slipway.manifest;

import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A manifest that is being normalized. Members keep their places as in a JavaScript object: what
/// is set anew stays where it was, what is taken out and set again goes to the end.
final class Draft {
  private final Map<String, Json> members;

  Draft(Json.Obj json) {
    this.members = new LinkedHashMap<>(json.members());
  }

  Json.Obj json() {
    return new Json.Obj(members);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Optional<Json> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The member, when JavaScript takes it for true.
  Optional<Json> truthy(String name) {
    return get(name).filter(Truth::of);
  }

  Optional<String> text(String name) {
    return get(name).flatMap(Json::text);
  }

  void set(String name, Json value) {
    members.put(name, value);
  }

  void remove(String name) {
    members.remove(name);
  }

  void removeUnderscored() {
    members.keySet().removeIf(name -> name.startsWith("_"));
  }
}
