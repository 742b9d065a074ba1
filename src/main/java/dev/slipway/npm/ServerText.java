package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import dev.slipway.world.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server said in words, in whichever of its forms.
///
/// @param words one line of at most 300 characters; empty when it said nothing
/// @param all everything that can be searched for a mark, lower case: the body's first 64 KiB and
///   the challenge
record ServerText(String words, String all) {
  private static final int LONGEST = 300;
  private static final int SEARCHED = 64 << 10;

  static ServerText of(Answer answer) {
    String body = answer.body().size() > SEARCHED ? "" : answer.text();
    Optional<Json> json = json(answer);
    boolean web = json.flatMap(j -> j.get("authUrl")).isPresent();
    String words =
        web
            ? "one-time password wanted in a browser"
            : json.flatMap(ServerText::said)
                .orElseGet(() -> isPage(body) ? "an HTML page" : json.isPresent() ? "" : body);
    return new ServerText(
        line(words),
        (body + "\n" + answer.header("www-authenticate").orElse("")).toLowerCase(Locale.ROOT));
  }

  /// What the registry wants to be shown whatever else it says.
  static List<String> notices(Answer answer) {
    return answer.header("npm-notice").map(ServerText::line).stream()
        .filter(text -> !text.isEmpty())
        .toList();
  }

  static Optional<Json> json(Answer answer) {
    try {
      return Optional.of(JsonReader.read(answer.body().toArray()));
    } catch (NotJson not) {
      return Optional.empty();
    }
  }

  static boolean isPage(String body) {
    String start = body.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html");
  }

  private static Optional<String> said(Json json) {
    return Stream.of("error", "message", "reason", "errorMessage")
        .map(json::text)
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .findFirst()
        .or(json::text);
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() < LONGEST; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        gap = line.length() > 0;
      } else if (Character.getType(c) != Character.FORMAT) {
        line.append(gap ? " " : "").appendCodePoint(c);
        gap = false;
      }
    }
    return line.toString();
  }
}
