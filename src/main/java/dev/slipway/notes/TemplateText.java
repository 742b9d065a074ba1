package dev.slipway.notes;

/// A Handlebars template in the words that the library knows: it has no comments that take the
/// blanks before them (`{{~!-- … --}}`), which the templates of the presets are full of.
final class TemplateText {
  private static final String OPEN = "{{~!";

  private TemplateText() {}

  /// The same template without such comments and the blanks that go with them.
  static String of(String template) {
    StringBuilder out = new StringBuilder(template.length());
    int done = 0;
    for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, done)) {
      int end = commentEnd(template, open);
      if (end < 0) {
        break;
      }
      out.append(template, done, open);
      boolean alone = isAlone(template, open, end);
      trimEnd(out);
      done = template.charAt(end - 3) == '~' ? blanksEnd(template, end) : end;
      done = alone ? Math.max(done, lineEnd(template, end)) : done;
    }
    return out.append(template, done, template.length()).toString();
  }

  private static int commentEnd(String template, int open) {
    int from = open + OPEN.length();
    int end = template.indexOf(template.startsWith("--", from) ? "--" : "}}", from + 2);
    end = end < 0 ? -1 : template.indexOf("}}", end);
    return end < 0 ? -1 : end + 2;
  }

  private static boolean isAlone(String template, int open, int end) {
    int before = open - 1;
    while (before >= 0 && isBlank(template.charAt(before))) {
      before--;
    }
    return (before < 0 || template.charAt(before) == '\n')
        && (end == template.length() || lineEnd(template, end) > end);
  }

  /// The end of a line on which nothing but blanks follows; the place itself when something does.
  private static int lineEnd(String template, int from) {
    int i = from;
    while (i < template.length() && (isBlank(template.charAt(i)) || template.charAt(i) == '\r')) {
      i++;
    }
    return i < template.length() && template.charAt(i) == '\n' ? i + 1 : from;
  }

  private static int blanksEnd(String template, int from) {
    int i = from;
    while (i < template.length() && JsText.isSpace(template.charAt(i))) {
      i++;
    }
    return i;
  }

  private static void trimEnd(StringBuilder out) {
    int end = out.length();
    while (end > 0 && JsText.isSpace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
