package dev.slipway.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a commit says about the commits it takes back.
///
/// @param fields what the revert pattern found, by field name; usually `header` and `hash`
/// @param hashes the commits it names, full or abbreviated, in lower case; native profile only
/// @param pullRequest the number behind GitHub's `Reverts owner/repository#`; native profile only
public record Revert(
    Map<String, Optional<String>> fields, List<String> hashes, Optional<String> pullRequest) {
  public Revert {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    hashes = List.copyOf(hashes);
  }

  /// What a pattern found and nothing else.
  public static Revert of(Map<String, Optional<String>> fields) {
    return new Revert(fields, List.of(), Optional.empty());
  }

  /// The header of the commit that is taken back, where it is told.
  public Optional<String> header() {
    return fields.getOrDefault("header", Optional.empty());
  }

  /// The hash of the commit that is taken back, where it is told.
  public Optional<String> hash() {
    return fields.getOrDefault("hash", Optional.empty());
  }
}
