package dev.slipway.github;

import dev.slipway.json.Json;
import java.util.List;

/// The patterns by which a ruleset chooses refs: `~ALL`, a full name, `*` within a part of it, `**`
/// over several, `?` for one character.
final class RefPatterns {
  private RefPatterns() {}

  /// Whether a ruleset's conditions choose a ref. No condition chooses all.
  static boolean hold(Json ruleset, String ref) {
    List<Json> include = list(ruleset, "include");
    boolean chosen =
        include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, ref));
    return chosen && list(ruleset, "exclude").stream().noneMatch(pattern -> matches(pattern, ref));
  }

  private static List<Json> list(Json ruleset, String name) {
    return ruleset.at("conditions", "ref_name", name).map(Json::items).orElse(List.of());
  }

  private static boolean matches(Json pattern, String ref) {
    String text = pattern.text().orElse("");
    return text.equals("~ALL") || matches(text, ref);
  }

  /// Linear in pattern × name: every prefix of the pattern against every prefix of the name.
  static boolean matches(String pattern, String name) {
    boolean[] reached = new boolean[name.length() + 1];
    reached[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      boolean[] next = new boolean[name.length() + 1];
      if (c == '*') {
        boolean deep = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
        boolean open = false;
        for (int n = 0; n <= name.length(); n++) {
          open = reached[n] || (open && (deep || name.charAt(n - 1) != '/'));
          next[n] = open;
        }
        p += deep ? 1 : 0;
        // `**/` also stands for no folder at all.
        if (deep && p + 1 < pattern.length() && pattern.charAt(p + 1) == '/') {
          boolean[] slash = new boolean[name.length() + 1];
          for (int n = 0; n <= name.length(); n++) {
            slash[n] = reached[n] || (n > 0 && next[n - 1] && name.charAt(n - 1) == '/');
          }
          next = slash;
          p++;
        }
      } else {
        for (int n = 0; n < name.length(); n++) {
          next[n + 1] = reached[n] && (c == name.charAt(n) || (c == '?' && name.charAt(n) != '/'));
        }
      }
      reached = next;
    }
    return reached[name.length()];
  }
}
