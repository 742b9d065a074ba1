package dev.slipway.github;

import dev.slipway.world.Answer;
import java.net.URI;
import java.util.Optional;

/// The `Link` header of a list (RFC 8288).
final class NextPage {
  private NextPage() {}

  /// The address of the next page; empty on the last.
  static Optional<URI> of(Answer answer) {
    String link = answer.header("link").orElse("");
    int from = 0;
    while (true) {
      int open = link.indexOf('<', from);
      int close = open < 0 ? -1 : link.indexOf('>', open);
      if (close < 0) {
        return Optional.empty();
      }
      int end = link.indexOf('<', close);
      String parameters = link.substring(close + 1, end < 0 ? link.length() : end);
      if (parameters.contains("rel=\"next\"")) {
        return address(link.substring(open + 1, close));
      }
      from = close + 1;
    }
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
