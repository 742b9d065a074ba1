package dev.slipway.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of an object, in their order. Nobody else holds the map behind it, so that an object
/// that is handed on is not copied again.
final class Members extends AbstractMap<String, Json> {
  private final Map<String, Json> own;

  private Members(Map<String, Json> own) {
    this.own = own;
  }

  /// These members; the map is copied if somebody else may hold it.
  static Members of(Map<String, Json> members) {
    return members instanceof Members known ? known : new Members(new LinkedHashMap<>(members));
  }

  /// These members; the map keeps its order, and is handed over.
  static Members owning(Map<String, Json> members) {
    return new Members(members);
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return Collections.unmodifiableMap(own).entrySet();
  }

  @Override
  public @Nullable Json get(Object name) {
    return own.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return own.containsKey(name);
  }
}
