package dev.slipway.manifest;

import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A person: `Name <mail> (url)`, or an object that says the same.
final class Person {
  private Person() {}

  /// Name, email and url, as far as they are there.
  static Json.Obj of(Json given) {
    String text = given.text().orElseGet(() -> written(given));
    Map<String, Json> person = new LinkedHashMap<>();
    int end = 0;
    while (end < text.length() && text.charAt(end) != '(' && text.charAt(end) != '<') {
      end++;
    }
    String name = NormalIdentity.trim(text.substring(0, end));
    if (!name.isEmpty()) {
      person.put("name", Json.of(name));
    }
    between(text, '<', '>').ifPresent(mail -> person.put("email", Json.of(mail)));
    between(text, '(', ')').ifPresent(url -> person.put("url", Json.of(url)));
    return new Json.Obj(person);
  }

  private static String written(Json given) {
    String url = either(given, "url", "web");
    String mail = either(given, "email", "mail");
    return text(given, "name")
        + (mail.isEmpty() ? "" : " <" + mail + ">")
        + (url.isEmpty() ? "" : " (" + url + ")");
  }

  private static String either(Json given, String name, String other) {
    String value = text(given, name);
    return value.isEmpty() ? text(given, other) : value;
  }

  private static String text(Json given, String name) {
    return given.text(name).orElse("");
  }

  /// The first stretch between two brackets with neither of them inside.
  private static Optional<String> between(String text, char open, char close) {
    int from = -1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == open) {
        from = i + 1;
      } else if (text.charAt(i) == close) {
        if (from >= 0 && i > from) {
          return Optional.of(text.substring(from, i));
        }
        from = -1;
      }
    }
    return Optional.empty();
  }
}
