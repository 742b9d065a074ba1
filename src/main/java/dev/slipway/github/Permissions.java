package dev.slipway.github;

import dev.slipway.world.Answer;
import java.util.ArrayList;
import java.util.List;

/// What a refused token would have needed, as GitHub's answer names it.
final class Permissions {
  private Permissions() {}

  /// The lines for the job's `permissions:` that would do; none when the answer names nothing. Of
  /// alternatives the first.
  static List<String> missing(Answer answer) {
    List<String> lines = new ArrayList<>();
    String accepted = answer.header("x-accepted-github-permissions").orElse("");
    int end = accepted.indexOf(';');
    for (String one : split(end < 0 ? accepted : accepted.substring(0, end))) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        String key = one.substring(0, equals).strip().replace('_', '-');
        String level = one.substring(equals + 1).strip();
        boolean plain = key.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
        if (plain && (level.equals("read") || level.equals("write"))) {
          lines.add(key + ": " + level);
        }
      }
    }
    return lines;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      parts.add(text.substring(from, comma));
      from = comma + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
