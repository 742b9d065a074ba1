package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;

/// The fields of a commit by the names they have in semantic-release, as far as they are texts.
final class CommitFields {
  private CommitFields() {}

  /// What the parser read goes before what git says. The empty text where there is nothing.
  static String value(Change change, String name) {
    if (change.fields().containsKey(name)) {
      return change.field(name).orElse("");
    }
    return switch (name) {
      case "hash" -> change.hash();
      case "header" -> change.header().orElse("");
      case "body" -> change.body().orElse("");
      case "footer" -> change.footer().orElse("");
      case "merge" -> change.merge().orElse("");
      case "subject" -> subject(change.commit());
      case "message" -> JsText.trim(change.commit().message());
      default -> "";
    };
  }

  /// The subject as git's `%s` has it: the lines of the first paragraph, joined.
  static String subject(Commit commit) {
    StringBuilder out = new StringBuilder();
    String message = commit.message();
    int from = 0;
    while (from < message.length()) {
      int end = message.indexOf('\n', from);
      int next = end < 0 ? message.length() : end + 1;
      end = end < 0 ? message.length() : end;
      while (end > from && isBlank(message.charAt(end - 1))) {
        end--;
      }
      if (end == from && !out.isEmpty()) {
        break;
      }
      if (end > from) {
        out.append(out.isEmpty() ? "" : " ").append(message, from, end);
      }
      from = next;
    }
    return out.toString();
  }

  /// What git calls a blank: C's `isspace`, without the vertical tab.
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
