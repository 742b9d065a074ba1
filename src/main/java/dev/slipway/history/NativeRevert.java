package dev.slipway.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a message says it takes back, in the native profile: the message of `git revert`, of
/// GitHub's button, and of a conventional `revert:` with `Refs:`. `Reapply` (git 2.43) takes back
/// the revert.
final class NativeRevert {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 64;

  private NativeRevert() {}

  static Optional<Revert> of(String message) {
    int end = message.indexOf('\n');
    String header = end < 0 ? message : message.substring(0, end);
    String title = title(header.strip());
    if (title.isEmpty()) {
      return Optional.empty();
    }
    List<String> hashes = new ArrayList<>();
    Optional<String> pullRequest = Optional.empty();
    for (String line : (Iterable<String>) message.lines().skip(1)::iterator) {
      if (line.startsWith("This reverts commit ")) {
        hashes(line, "This reverts commit ".length()).stream().findFirst().ifPresent(hashes::add);
      } else if (line.startsWith("Refs: ")) {
        hashes.addAll(hashes(line, "Refs: ".length()));
      } else if (line.startsWith("Reverts ") && pullRequest.isEmpty()) {
        pullRequest = pullRequest(line);
      }
    }
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("header", Optional.of(title));
    fields.put("hash", hashes.stream().findFirst());
    return Optional.of(new Revert(fields, hashes, pullRequest));
  }

  /// The header of the commit that is taken back; empty when the header does not say so.
  private static String title(String header) {
    for (String word : List.of("Revert \"", "Reapply \"")) {
      int close = header.lastIndexOf('"');
      if (header.startsWith(word) && close > word.length()) {
        return header.substring(word.length(), close);
      }
    }
    TextMatch match = BuiltInPattern.STRICT_HEADER.match(header);
    if (!match.group(1).equals("revert")) {
      return "";
    }
    String subject = match.group(3).strip();
    return subject.length() > 2 && subject.startsWith("\"") && subject.endsWith("\"")
        ? subject.substring(1, subject.length() - 1)
        : subject;
  }

  /// The header that a header tells of: the quoted one of `Reapply "…"`, else itself.
  static String reapplied(String header) {
    return header.startsWith("Reapply \"") ? title(header.strip()) : header;
  }

  /// The words that are hashes, full or abbreviated.
  private static List<String> hashes(String line, int from) {
    List<String> hashes = new ArrayList<>();
    for (int at = from; at < line.length(); ) {
      int end = at;
      while (end < line.length() && Characters.isWord(line.charAt(end))) {
        end++;
      }
      String word = line.substring(at, end).toLowerCase(Locale.ROOT);
      if (word.length() >= SHORTEST
          && word.length() <= LONGEST
          && word.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        hashes.add(word);
      }
      at = end + 1;
    }
    return hashes;
  }

  /// The number in `Reverts owner/repository#12`.
  private static Optional<String> pullRequest(String line) {
    int sign = line.lastIndexOf('#');
    int end = sign + 1;
    while (end < line.length() && Characters.isDigit(line.charAt(end))) {
      end++;
    }
    return sign < 0 || end == sign + 1
        ? Optional.empty()
        : Optional.of(line.substring(sign + 1, end));
  }
}
