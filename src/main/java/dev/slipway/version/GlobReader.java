package dev.slipway.version;

import static dev.slipway.version.GlobSource.ANY;
import static dev.slipway.version.GlobSource.ANY_BUT_DOT;
import static dev.slipway.version.GlobSource.DOT;
import static dev.slipway.version.GlobSource.GLOBSTAR;
import static dev.slipway.version.GlobSource.NO_DOT;
import static dev.slipway.version.GlobSource.NO_DOT_SLASH;
import static dev.slipway.version.GlobSource.SLASH;
import static dev.slipway.version.GlobSource.SOMETHING;
import static dev.slipway.version.GlobSource.STAR;

import dev.slipway.pattern.Regex;
import dev.slipway.pattern.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a glob from its start to its end, as picomatch 2 does: token by token, with a look at the
/// ones before. Where it went wrong about an earlier token, the whole is put together again from
/// the tokens at the end.
final class GlobReader {
  private final String glob;
  private final List<GlobToken> tokens = new ArrayList<>();
  private final GlobToken start = new GlobToken(GlobToken.Type.START, "", "");
  private final Deque<ExtendedGroup> groups = new ArrayDeque<>();
  private final Deque<GlobToken> openBraces = new ArrayDeque<>();

  /// What is open, innermost last: `true` for a brace.
  private final List<Boolean> open = new ArrayList<>();

  private String output = "";
  private GlobToken last = start;
  private int index = -1;
  private int begin;
  private int brackets;
  private int braces;
  private int parens;
  private boolean quoted;
  private boolean negated;
  private boolean rebuilt;

  /// `+(…)` and its like.
  ///
  /// @param outputBefore what there was before it
  /// @param inner what was put into it
  private record ExtendedGroup(
      char sign, int parens, String outputBefore, int at, int token, StringBuilder inner) {}

  private GlobReader(String glob) {
    this.glob = glob;
    tokens.add(start);
  }

  /// Reads a glob.
  ///
  /// @param simply whether one without groups and slashes may take the short way
  static GlobReader read(String glob, boolean simply) {
    GlobReader reader = new GlobReader(glob);
    if (simply && SimpleGlob.isSimple(glob)) {
      reader.output = GlobSource.whole(SimpleGlob.source(glob));
    } else {
      reader.readAll();
    }
    return reader;
  }

  String output() {
    return output;
  }

  boolean isNegated() {
    return negated;
  }

  private boolean atEnd() {
    return index == glob.length() - 1;
  }

  private char peek(int ahead) {
    int at = index + ahead;
    return at < glob.length() ? glob.charAt(at) : 0;
  }

  private String rest() {
    return glob.substring(Math.min(index + 1, glob.length()));
  }

  private String advance() {
    index++;
    return index < glob.length() ? glob.substring(index, index + 1) : "";
  }

  private void readAll() {
    while (!atEnd() && index < glob.length()) {
      String value = advance();
      if (!value.equals("\0")) {
        read(value);
      }
    }
    close();
  }

  private void read(String first) {
    String value = first;
    if (value.equals("\\")) {
      Optional<String> escaped = backslash();
      if (escaped.isEmpty()) {
        return;
      }
      value = escaped.get();
    }
    if (brackets > 0 && (!value.equals("]") || last.value.equals("[") || last.value.equals("[^"))) {
      withinBrackets(value);
    } else if (quoted && !value.equals("\"")) {
      grow(GlobSource.escaped(value));
    } else {
      switch (value) {
        case "\"" -> quoted = !quoted;
        case "(" -> {
          open(false);
          push(new GlobToken(GlobToken.Type.PAREN, value));
        }
        case ")" -> closeParen();
        case "[" -> openBracket();
        case "]" -> closeBracket();
        case "{" -> openBrace();
        case "}" -> closeBrace();
        case "|" -> push(new GlobToken(GlobToken.Type.TEXT, value));
        case "," -> comma();
        case "/" -> slash();
        case "." -> dot();
        case "?" -> questionMark();
        case "!" -> exclamationMark();
        case "+" -> plus();
        case "@" ->
            push(
                peek(1) == '(' && peek(2) != '?'
                    ? new GlobToken(GlobToken.Type.AT, value, "").extended()
                    : new GlobToken(GlobToken.Type.TEXT, value));
        case "*" -> star();
        default -> text(value);
      }
    }
  }

  /// What a backslash makes of what follows; empty when it was dropped or has become a text.
  private Optional<String> backslash() {
    char next = peek(1);
    boolean end = index + 1 >= glob.length();
    if (!end && (next == '/' || next == '.' || next == ';')) {
      return Optional.empty();
    }
    if (end) {
      push(new GlobToken(GlobToken.Type.TEXT, "\\\\"));
      return Optional.empty();
    }
    int more = 0;
    while (peek(more + 1) == '\\') {
      more++;
    }
    String value = "\\";
    if (more > 2) {
      index += more;
      value = more % 2 == 0 ? "\\" : "\\\\";
    }
    value += advance();
    if (brackets > 0) {
      return Optional.of(value);
    }
    push(new GlobToken(GlobToken.Type.TEXT, value));
    return Optional.empty();
  }

  private void grow(String value) {
    last.value += value;
    output += value;
  }

  private void withinBrackets(String first) {
    String value = first;
    if (value.equals(":")) {
      String inner = tail(last.value);
      if (inner.contains("[")) {
        last.named = true;
        int open = last.value.lastIndexOf('[');
        Optional<String> named =
            inner.contains(":")
                ? PosixClass.named(last.value.substring(Math.min(open + 2, last.value.length())))
                : Optional.empty();
        if (named.isPresent()) {
          last.value = last.value.substring(0, open) + named.get();
          rebuilt = true;
          advance();
          if (start.text().isEmpty() && tokens.indexOf(last) == 1) {
            start.output = Optional.of(SOMETHING);
          }
          return;
        }
      }
    }
    if ((value.equals("[") && peek(1) != ':') || (value.equals("-") && peek(1) == ']')) {
      value = "\\" + value;
    }
    if (value.equals("]") && (last.value.equals("[") || last.value.equals("[^"))) {
      value = "\\" + value;
    }
    grow(value);
  }

  private static String tail(String text) {
    return text.isEmpty() ? "" : text.substring(1);
  }

  private void open(boolean brace) {
    if (brace) {
      braces++;
    } else {
      parens++;
    }
    open.add(brace);
  }

  private void shut(boolean brace) {
    if (brace) {
      braces--;
    } else {
      parens--;
    }
    if (!open.isEmpty()) {
      open.removeLast();
    }
  }

  private void push(GlobToken token) {
    if (last.is(GlobToken.Type.GLOBSTAR)) {
      boolean inBrace = braces > 0 && token.is(GlobToken.Type.COMMA, GlobToken.Type.BRACE);
      boolean inGroup = token.extended || (!groups.isEmpty() && token.is(GlobToken.Type.PAREN));
      if (!token.is(GlobToken.Type.SLASH, GlobToken.Type.PAREN) && !inBrace && !inGroup) {
        output = cut(output, last.text().length());
        last.type = GlobToken.Type.STAR;
        last.value = "*";
        last.output = Optional.of(STAR);
        output += STAR;
      }
    }
    if (!groups.isEmpty() && !token.is(GlobToken.Type.PAREN)) {
      groups.getLast().inner().append(token.value);
    }
    output += token.text();
    if (last.is(GlobToken.Type.TEXT) && token.is(GlobToken.Type.TEXT)) {
      last.value += token.value;
      last.addOutput(token.value);
      return;
    }
    token.before = Optional.of(last);
    tokens.add(token);
    last = token;
  }

  /// A text without its end, as JavaScript's `slice(0, -length)`: an end of no length leaves
  /// nothing.
  private static String cut(String text, int length) {
    return length == 0 || length > text.length() ? "" : text.substring(0, text.length() - length);
  }

  private void openBracket() {
    if (rest().indexOf(']') < 0) {
      push(new GlobToken(GlobToken.Type.BRACKET, "\\["));
    } else {
      brackets++;
      open.add(false);
      push(new GlobToken(GlobToken.Type.BRACKET, "["));
    }
  }

  private void closeBracket() {
    if ((last.is(GlobToken.Type.BRACKET) && last.value.length() == 1) || brackets == 0) {
      push(new GlobToken(GlobToken.Type.TEXT, "]", "\\]"));
      return;
    }
    brackets--;
    if (!open.isEmpty()) {
      open.removeLast();
    }
    String inner = tail(last.value);
    grow(!last.named && inner.startsWith("^") && !inner.contains("/") ? "/]" : "]");
    if (inner.chars().anyMatch(c -> GlobSource.isSpecial((char) c))) {
      return;
    }
    // Without anything special in it, it may be meant as it is written.
    output = cut(output, last.value.length());
    last.value = "(?:" + GlobSource.escaped(last.value) + "|" + last.value + ")";
    output += last.value;
  }

  private void closeParen() {
    if (!groups.isEmpty() && parens == groups.getLast().parens() + 1) {
      closeGroup(groups.removeLast());
      return;
    }
    push(new GlobToken(GlobToken.Type.PAREN, ")", parens == 0 ? "\\)" : ")"));
    shut(false);
  }

  private void openBrace() {
    open(true);
    GlobToken brace = new GlobToken(GlobToken.Type.BRACE, "{", "(");
    brace.outputAt = output.length();
    brace.tokenAt = tokens.size();
    openBraces.addLast(brace);
    push(brace);
  }

  private void closeBrace() {
    if (openBraces.isEmpty()) {
      push(new GlobToken(GlobToken.Type.TEXT, "}", "}"));
      return;
    }
    GlobToken brace = openBraces.getLast();
    GlobToken close = new GlobToken(GlobToken.Type.BRACE, "}", ")");
    if (brace.hasDots) {
      close.output = Optional.of(range());
      rebuilt = true;
    } else if (!brace.hasComma) {
      brace.value = "\\{";
      brace.output = Optional.of("\\{");
      close = new GlobToken(GlobToken.Type.BRACE, "\\}", "\\}");
      output =
          output.substring(0, Math.min(brace.outputAt, output.length()))
              + tokens.subList(Math.min(brace.tokenAt, tokens.size()), tokens.size()).stream()
                  .map(token -> token.text().isEmpty() ? token.value : token.text())
                  .collect(Collectors.joining());
    }
    push(close);
    shut(true);
    openBraces.removeLast();
  }

  /// Takes the tokens of `{a..b}` away and gives the class that takes their place.
  private String range() {
    List<String> ends = new ArrayList<>();
    while (!tokens.isEmpty()) {
      GlobToken token = tokens.removeLast();
      if (token.is(GlobToken.Type.BRACE)) {
        break;
      }
      if (!token.is(GlobToken.Type.DOTS)) {
        ends.add(token.value);
      }
    }
    List<String> sorted = ends.stream().sorted().toList();
    String range = "[" + String.join("-", sorted) + "]";
    try {
      Regex.of(range, "");
      return range;
    } catch (Unreadable unreadable) {
      return unreadable.isMalformed()
          ? sorted.stream().map(GlobSource::escaped).collect(Collectors.joining(".."))
          : range;
    }
  }

  private void comma() {
    boolean inBrace = !openBraces.isEmpty() && !open.isEmpty() && open.getLast();
    if (inBrace) {
      openBraces.getLast().hasComma = true;
    }
    push(new GlobToken(GlobToken.Type.COMMA, ",", inBrace ? "|" : ","));
  }

  private void slash() {
    if (last.is(GlobToken.Type.DOT) && index == begin + 1) {
      begin = index + 1;
      output = "";
      tokens.removeLast();
      last = start;
      return;
    }
    push(new GlobToken(GlobToken.Type.SLASH, "/", SLASH));
  }

  private void dot() {
    if (braces > 0 && last.is(GlobToken.Type.DOT)) {
      if (last.value.equals(".")) {
        last.output = Optional.of(DOT);
      }
      last.type = GlobToken.Type.DOTS;
      last.addOutput(".");
      last.value += ".";
      openBraces.getLast().hasDots = true;
    } else if (braces + parens == 0 && !last.is(GlobToken.Type.START, GlobToken.Type.SLASH)) {
      push(new GlobToken(GlobToken.Type.TEXT, ".", DOT));
    } else {
      push(new GlobToken(GlobToken.Type.DOT, ".", DOT));
    }
  }

  private void questionMark() {
    if (!last.value.equals("(") && peek(1) == '(' && peek(2) != '?') {
      openGroup('?');
    } else if (last.is(GlobToken.Type.PAREN)) {
      char next = peek(1);
      boolean literal =
          (last.value.equals("(") && "!=<:".indexOf(next) < 0)
              || (next == '<' && !SimpleGlob.holdsNameOrLook(rest()));
      push(new GlobToken(GlobToken.Type.TEXT, "?", literal ? "\\?" : "?"));
    } else {
      push(
          new GlobToken(
              GlobToken.Type.ANY_ONE,
              "?",
              last.is(GlobToken.Type.SLASH, GlobToken.Type.START) ? ANY_BUT_DOT : ANY));
    }
  }

  private void exclamationMark() {
    if (peek(1) == '(' && (peek(2) != '?' || "!=<:".indexOf(peek(3)) < 0)) {
      openGroup('!');
    } else if (index == 0) {
      int count = 1;
      while (peek(1) == '!' && (peek(2) != '(' || peek(3) == '?')) {
        advance();
        begin++;
        count++;
      }
      if (count % 2 == 1) {
        negated = true;
        begin++;
      }
    } else {
      text("!");
    }
  }

  private void plus() {
    if (peek(1) == '(' && peek(2) != '?') {
      openGroup('+');
    } else if (last.value.equals("(")) {
      push(new GlobToken(GlobToken.Type.PLUS, "+", "\\+"));
    } else if (last.is(GlobToken.Type.BRACKET, GlobToken.Type.PAREN)
        || last.is(GlobToken.Type.BRACE)
        || parens > 0) {
      push(new GlobToken(GlobToken.Type.PLUS, "+"));
    } else {
      push(new GlobToken(GlobToken.Type.PLUS, "\\+"));
    }
  }

  private void text(String first) {
    String value = first.equals("$") || first.equals("^") ? "\\" + first : first;
    int end = index + 1;
    while (end < glob.length() && "@![].,$*+?^{}()|\\/".indexOf(glob.charAt(end)) < 0) {
      end++;
    }
    value += glob.substring(Math.min(index + 1, end), end);
    index = Math.max(index, end - 1);
    push(new GlobToken(GlobToken.Type.TEXT, value));
  }

  private void star() {
    String rest = rest();
    if (last.is(GlobToken.Type.GLOBSTAR) || last.manyStars) {
      last.type = GlobToken.Type.STAR;
      last.manyStars = true;
      last.value += "*";
      last.output = Optional.of(STAR);
      rebuilt = true;
    } else if (rest.length() > 1 && rest.charAt(0) == '(' && rest.charAt(1) != '?') {
      openGroup('*');
    } else if (last.is(GlobToken.Type.STAR)) {
      secondStar(rest);
    } else {
      firstStar();
    }
  }

  private void firstStar() {
    if (index == begin || last.is(GlobToken.Type.SLASH, GlobToken.Type.DOT)) {
      String guard = last.is(GlobToken.Type.DOT) ? NO_DOT_SLASH : NO_DOT;
      String something = peek(1) == '*' ? "" : SOMETHING;
      output += guard + something;
      last.addOutput(guard + something);
    }
    push(new GlobToken(GlobToken.Type.STAR, "*", STAR));
  }

  private void secondStar(String after) {
    GlobToken prior = last.before.orElse(start);
    Optional<GlobToken> before = prior.before;
    boolean isStart = prior.is(GlobToken.Type.SLASH, GlobToken.Type.START);
    boolean inBrace = braces > 0 && prior.is(GlobToken.Type.COMMA, GlobToken.Type.BRACE);
    if (!isStart && !prior.is(GlobToken.Type.PAREN) && !inBrace) {
      push(new GlobToken(GlobToken.Type.STAR, "*", ""));
      return;
    }
    String rest = after;
    while (rest.startsWith("/**")) {
      if (index + 4 < glob.length() && glob.charAt(index + 4) != '/') {
        break;
      }
      rest = rest.substring(3);
      index += 3;
    }
    boolean behindSlash =
        prior.is(GlobToken.Type.SLASH)
            && before.filter(b -> !b.is(GlobToken.Type.START)).isPresent();
    boolean afterStar =
        before.filter(b -> b.is(GlobToken.Type.STAR, GlobToken.Type.GLOBSTAR)).isPresent();
    if (prior.is(GlobToken.Type.START) && atEnd()) {
      globstar(GLOBSTAR);
      output = GLOBSTAR;
    } else if (behindSlash && !afterStar && atEnd()) {
      globstarBehind(prior, GLOBSTAR + "|$)");
    } else if (behindSlash && rest.startsWith("/")) {
      globstarBehind(prior, GLOBSTAR + SLASH + "|" + SLASH + (rest.length() > 1 ? "|$" : "") + ")");
      advance();
      push(new GlobToken(GlobToken.Type.SLASH, "/", ""));
    } else if (prior.is(GlobToken.Type.START) && rest.startsWith("/")) {
      globstar("(?:^|" + SLASH + "|" + GLOBSTAR + SLASH + ")");
      output = last.text();
      advance();
      push(new GlobToken(GlobToken.Type.SLASH, "/", ""));
    } else {
      output = cut(output, last.text().length());
      globstar(GLOBSTAR);
      output += GLOBSTAR;
    }
  }

  private void globstar(String becomes) {
    last.type = GlobToken.Type.GLOBSTAR;
    last.value += "*";
    last.output = Optional.of(becomes);
  }

  private void globstarBehind(GlobToken slash, String becomes) {
    output = cut(output, (slash.text() + last.text()).length());
    slash.output = Optional.of("(?:" + slash.text());
    globstar(becomes);
    output += slash.text() + becomes;
  }

  private void openGroup(char sign) {
    ExtendedGroup group =
        new ExtendedGroup(sign, parens, output, index, tokens.size(), new StringBuilder());
    open(false);
    GlobToken.Type type =
        switch (sign) {
          case '!' -> GlobToken.Type.NEGATE;
          case '?' -> GlobToken.Type.ANY_ONE;
          case '+' -> GlobToken.Type.PLUS;
          default -> GlobToken.Type.STAR;
        };
    push(new GlobToken(type, String.valueOf(sign), output.isEmpty() ? SOMETHING : ""));
    push(
        new GlobToken(GlobToken.Type.PAREN, advance(), sign == '!' ? "(?:(?!(?:" : "(?:")
            .extended());
    groups.addLast(group);
  }

  private void closeGroup(ExtendedGroup group) {
    String body = glob.substring(group.at() + 2, index);
    RepeatedGroup repeated = RepeatedGroup.of(body);
    if ((group.sign() == '+' || group.sign() == '*') && repeated.isRisky()) {
      takeLetterByLetter(group, repeated);
      return;
    }
    String close =
        switch (group.sign()) {
          case '!' -> negatedEnd(group);
          case '?' -> ")?";
          case '+' -> ")+";
          default -> ")*";
        };
    push(new GlobToken(GlobToken.Type.PAREN, ")", close).extended());
    shut(false);
  }

  private void takeLetterByLetter(ExtendedGroup group, RepeatedGroup repeated) {
    String literal = glob.substring(group.at(), index + 1);
    GlobToken open = tokens.get(group.token());
    open.type = GlobToken.Type.TEXT;
    open.value = literal;
    open.output =
        Optional.of(
            repeated
                .instead()
                .map(instead -> (group.outputBefore().isEmpty() ? SOMETHING : "") + instead)
                .orElseGet(() -> GlobSource.escaped(literal)));
    for (GlobToken token : tokens.subList(group.token() + 1, tokens.size())) {
      token.value = "";
      token.output = Optional.of("");
    }
    output = group.outputBefore() + open.text();
    rebuilt = true;
    push(new GlobToken(GlobToken.Type.PAREN, ")", "").extended());
    shut(false);
  }

  private String negatedEnd(ExtendedGroup group) {
    String inner = group.inner().toString();
    String rest = rest();
    boolean folders = inner.length() > 1 && inner.contains("/");
    String star = folders ? GLOBSTAR : STAR;
    String close = "))" + STAR + ")";
    if (folders || atEnd() || (!rest.isEmpty() && rest.chars().allMatch(c -> c == ')'))) {
      close = ")$))" + star;
    }
    if (inner.contains("*")
        && rest.length() > 1
        && rest.startsWith(".")
        && rest.chars().skip(1).noneMatch(c -> "\\/.".indexOf(c) >= 0)) {
      // What follows must not be taken for a part of what is excluded: `!(*.d).ts`.
      close = ")" + read(rest, false).output() + ")" + star + ")";
    }
    return close;
  }

  private void close() {
    while (brackets > 0) {
      output = escapeLast(output, '[');
      brackets--;
    }
    while (parens > 0) {
      output = escapeLast(output, '(');
      parens--;
    }
    while (braces > 0) {
      output = escapeLast(output, '{');
      braces--;
    }
    if (last.is(GlobToken.Type.STAR, GlobToken.Type.BRACKET)) {
      push(new GlobToken(GlobToken.Type.MAYBE_SLASH, "", SLASH + "?"));
    }
    if (rebuilt) {
      output = tokens.stream().map(GlobToken::text).collect(Collectors.joining());
    }
  }

  private static String escapeLast(String text, char c) {
    int at = text.lastIndexOf(c);
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at = text.lastIndexOf(c, at - 1);
    }
    return at < 0 ? text : text.substring(0, at) + "\\" + text.substring(at);
  }
}
