package dev.slipway.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a server answered. Any status is an answer; what it means is for the one who asked.
///
/// @param status the status code
/// @param headers lower-case names; of repeated headers the values joined by `, `
/// @param body the whole body, decoded
public record Answer(int status, Map<String, String> headers, Bytes body) {
  public Answer {
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Collections.unmodifiableMap(lower);
  }

  /// The value of a header, by its lower-case name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// True for 200 to 299.
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /// The body as UTF-8.
  public String text() {
    return body.text();
  }
}
