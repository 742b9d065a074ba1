package dev.slipway.settings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JavaScript's regular expressions in `replace`, `split` and `test`, in linear time.
final class ScriptPatterns {
  private ScriptPatterns() {}

  private static Optional<Pattern> compiled(ScriptValue.Pattern pattern) {
    int flags = 0;
    for (int i = 0; i < pattern.flags().length(); i++) {
      switch (pattern.flags().charAt(i)) {
        case 'i' -> flags |= Pattern.CASE_INSENSITIVE;
        case 'm' -> flags |= Pattern.MULTILINE;
        case 's' -> flags |= Pattern.DOTALL;
        case 'g', 'u', 'd' -> {
          // makes no difference to what is compiled
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    try {
      String source = pattern.source().replace("(?<", "(?P<");
      return Optional.of(Pattern.compile(source, flags));
    } catch (PatternSyntaxException tooMuch) {
      return Optional.empty();
    }
  }

  /// Whether the pattern matches somewhere; empty where it cannot be read.
  static Optional<Boolean> test(ScriptValue.Pattern pattern, String text) {
    return compiled(pattern).map(compiled -> compiled.matcher(text).find());
  }

  /// `text.replace(pattern, replacement)`; empty where the pattern cannot be read.
  static Optional<String> replace(ScriptValue.Pattern pattern, String text, String replacement) {
    return compiled(pattern)
        .map(compiled -> {
          Matcher matcher = compiled.matcher(text);
          StringBuilder out = new StringBuilder();
          int done = 0;
          while (matcher.find()) {
            out.append(text, done, matcher.start());
            fill(out, matcher, text, replacement);
            done = matcher.end();
            if (pattern.flags().indexOf('g') < 0) {
              break;
            }
          }
          return out.append(text, done, text.length()).toString();
        });
  }

  private static void fill(StringBuilder out, Matcher matcher, String text, String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
      if (c != '$') {
        out.append(c);
      } else if (next == '$') {
        out.append('$');
        i++;
      } else if (next == '&') {
        out.append(matcher.group());
        i++;
      } else if (next == '`') {
        out.append(text, 0, matcher.start());
        i++;
      } else if (next == '\'') {
        out.append(text, matcher.end(), text.length());
        i++;
      } else if (next >= '1' && next <= '9' && next - '0' <= matcher.groupCount()) {
        String group = matcher.group(next - '0');
        out.append(group == null ? "" : group);
        i++;
      } else {
        out.append('$');
      }
    }
  }

  /// `text.split(pattern)`; empty where the pattern cannot be read.
  static Optional<List<String>> split(ScriptValue.Pattern pattern, String text) {
    return compiled(pattern)
        .map(compiled -> {
          Matcher matcher = compiled.matcher(text);
          List<String> parts = new ArrayList<>();
          int done = 0;
          while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
              parts.add(text.substring(done, matcher.start()));
              done = matcher.end();
            } else if (matcher.start() > done && matcher.start() < text.length()) {
              parts.add(text.substring(done, matcher.start()));
              done = matcher.start();
            }
          }
          parts.add(text.substring(done));
          return parts;
        });
  }
}
