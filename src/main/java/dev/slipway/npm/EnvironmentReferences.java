package dev.slipway.npm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Replaces `${NAME}` in a value of an `.npmrc`.
final class EnvironmentReferences {
  private EnvironmentReferences() {}

  /// A value with its references replaced.
  ///
  /// @param text the value; a reference to a variable that is not set stays as it is
  /// @param unresolved the names of those variables
  /// @param withheld the names of variables that this file may not use
  record Replaced(String text, List<String> unresolved, List<String> withheld) {}

  /// Replaces by npm's rules: `${NAME?}` is empty where `NAME` is not set, and an odd number of
  /// backslashes before the `$` keeps a reference as text.
  ///
  /// @param mayUse which variables may be put in
  static Replaced replace(String value, Map<String, String> environment, Predicate<String> mayUse) {
    StringBuilder text = new StringBuilder();
    List<String> unresolved = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    int at = 0;
    while (at < value.length()) {
      int open = value.indexOf("${", at);
      int close = open < 0 ? -1 : value.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String inside = value.substring(open + 2, close);
      boolean optional = inside.endsWith("?");
      String name = optional ? inside.substring(0, inside.length() - 1) : inside;
      int slashes = open;
      while (slashes > at && value.charAt(slashes - 1) == '\\') {
        slashes--;
      }
      int count = open - slashes;
      text.append(value, at, slashes).repeat('\\', count / 2);
      if (count % 2 == 1 || !isName(name)) {
        text.append(value, open, close + 1);
      } else if (!mayUse.test(name)) {
        withheld.add(name);
        text.append("${").append(name).append('}');
      } else if (environment.containsKey(name)) {
        text.append(environment.get(name));
      } else if (!optional) {
        unresolved.add(name);
        text.append("${").append(name).append('}');
      }
      at = close + 1;
    }
    text.append(value, at, value.length());
    return new Replaced(text.toString(), unresolved, withheld);
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> c == '$' || c == '{' || c == '?');
  }
}
