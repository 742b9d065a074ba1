package dev.slipway.github;

import dev.slipway.world.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A commit that GitHub shall make on a branch.
///
/// @param branch its name, without `refs/heads/`
/// @param expectedHead the full hash it must stand on now
/// @param message headline, and after an empty line the rest
/// @param files contents by path; an empty `Optional` removes the path
public record CommitRequest(
    String branch, String expectedHead, String message, Map<String, Optional<Bytes>> files) {
  public CommitRequest {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  String headline() {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  String rest() {
    int end = message.indexOf('\n');
    return end < 0 ? "" : message.substring(end + 1).strip();
  }
}
