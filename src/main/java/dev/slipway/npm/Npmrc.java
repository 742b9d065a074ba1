package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One `.npmrc` file, as text by key; `${NAME}` in it is not replaced yet.
///
/// @param label how a person names the file
/// @param inRepository true when it lies in the repository: whoever may change the repository wrote
///   it
/// @param entries keys and values outside every section, in the file's order; of a key that stands
///   twice the last value
public record Npmrc(String label, boolean inRepository, Map<String, String> entries) {
  public Npmrc {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /// Reads a file's text by the rules of npm's ini reader: `key = value`, `;` and `#` start
  /// comments, a value may stand in quotes, a backslash escapes `;`, `#` and itself.
  public static Npmrc read(String label, boolean inRepository, String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        break;
      }
      if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = plain(equals < 0 ? line : line.substring(0, equals));
      entries.put(key, equals < 0 ? "true" : plain(line.substring(equals + 1)));
    }
    return new Npmrc(label, inRepository, entries);
  }

  private static String plain(String raw) {
    String text = raw.strip();
    if (text.length() > 1 && quotedBy(text, '"')) {
      try {
        return JsonReader.read(text) instanceof Json.Str(var value) ? value : text;
      } catch (NotJson left) {
        return text;
      }
    }
    if (text.length() > 1 && quotedBy(text, '\'')) {
      return text.substring(1, text.length() - 1);
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && "\\;#".indexOf(text.charAt(i + 1)) >= 0) {
        plain.append(text.charAt(++i));
      } else if (c == ';' || c == '#') {
        break;
      } else {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  private static boolean quotedBy(String text, char quote) {
    return text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
  }
}
