package dev.slipway.settings;

import dev.slipway.settings.Script.Body;
import dev.slipway.settings.Script.Expr;
import dev.slipway.settings.Script.Pick;
import dev.slipway.settings.Script.Property;
import dev.slipway.settings.Script.Span;
import dev.slipway.settings.Script.Target;
import dev.slipway.settings.ScriptToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds the tree of JavaScript expressions from words.
class ScriptParser {
  private static final int DEEPEST = 150;

  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("??", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("|", 4),
          Map.entry("^", 5),
          Map.entry("&", 6),
          Map.entry("==", 7),
          Map.entry("!=", 7),
          Map.entry("===", 7),
          Map.entry("!==", 7),
          Map.entry("<", 8),
          Map.entry(">", 8),
          Map.entry("<=", 8),
          Map.entry(">=", 8),
          Map.entry("in", 8),
          Map.entry("instanceof", 8),
          Map.entry("<<", 9),
          Map.entry(">>", 9),
          Map.entry(">>>", 9),
          Map.entry("+", 10),
          Map.entry("-", 10),
          Map.entry("*", 11),
          Map.entry("/", 11),
          Map.entry("%", 11),
          Map.entry("**", 12));

  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "||=", "&&=", "??=", "|=", "&=", "^=", "**=");

  private static final Set<String> RESERVED =
      Set.of(
          "const",
          "var",
          "function",
          "class",
          "if",
          "else",
          "for",
          "while",
          "return",
          "new",
          "null",
          "true",
          "false",
          "this",
          "typeof",
          "void",
          "delete",
          "in",
          "import",
          "export",
          "default");

  private final List<ScriptToken> words;
  private int at;
  private int depth;

  ScriptParser(List<ScriptToken> words) {
    this.words = words;
  }

  /// The one expression of a text.
  ///
  /// @throws ScriptSyntax where it is none, or more than one
  static Expr expression(String text) {
    return whole(ScriptLexer.words(text));
  }

  private static Expr whole(List<ScriptToken> words) {
    ScriptParser parser = new ScriptParser(words);
    Expr value = parser.sequence();
    if (parser.peek().kind() != Kind.END) {
      throw new ScriptSyntax("something stands behind the expression", parser.peek().start());
    }
    return value;
  }

  ScriptToken peek() {
    return words.get(at);
  }

  ScriptToken peek(int ahead) {
    return words.get(Math.min(at + ahead, words.size() - 1));
  }

  ScriptToken take() {
    ScriptToken word = words.get(at);
    if (word.kind() != Kind.END) {
      at++;
    }
    return word;
  }

  boolean takeIf(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  boolean takeIfName(String name) {
    if (peek().isName(name)) {
      at++;
      return true;
    }
    return false;
  }

  ScriptToken expect(String sign) {
    if (!peek().is(sign)) {
      throw new ScriptSyntax("expected " + sign, peek().start());
    }
    return take();
  }

  int lastEnd() {
    return at == 0 ? 0 : words.get(at - 1).end();
  }

  Span from(int start) {
    return new Span(start, lastEnd());
  }

  /// `a, b`: the value is the last.
  Expr sequence() {
    int start = peek().start();
    Expr value = assignment();
    if (!peek().is(",")) {
      return value;
    }
    List<Expr> all = new ArrayList<>(List.of(value));
    while (takeIf(",")) {
      all.add(assignment());
    }
    return new Expr.Sequence(all, from(start));
  }

  /// An expression without a comma outside of brackets.
  Expr assignment() {
    if (++depth > DEEPEST) {
      throw new ScriptSyntax("expressions are nested too deeply", peek().start());
    }
    try {
      int start = peek().start();
      Optional<Expr> function = function();
      if (function.isPresent()) {
        return function.get();
      }
      Expr left = conditional();
      if (peek().kind() == Kind.SIGN && ASSIGNMENTS.contains(peek().text())) {
        String sign = take().text();
        Expr value = assignment();
        return new Expr.Assign(sign, left, value, from(start));
      }
      return left;
    } finally {
      depth--;
    }
  }

  private Expr conditional() {
    int start = peek().start();
    Expr condition = binary(0);
    if (!takeIf("?")) {
      return condition;
    }
    Expr then = assignment();
    expect(":");
    Expr otherwise = assignment();
    return new Expr.Conditional(condition, then, otherwise, from(start));
  }

  private Expr binary(int least) {
    int start = peek().start();
    Expr left = unary();
    while (true) {
      ScriptToken sign = peek();
      if (!sign.newLine() && (sign.isName("as") || sign.isName("satisfies"))) {
        take();
        ScriptTypes.skip(this);
        continue;
      }
      boolean operator = sign.kind() == Kind.SIGN || sign.isName("in") || sign.isName("instanceof");
      int binding = operator ? BINDING.getOrDefault(sign.text(), -1) : -1;
      if (binding <= least) {
        return left;
      }
      take();
      Expr right = binary(sign.text().equals("**") ? binding - 1 : binding);
      left = new Expr.Binary(sign.text(), left, right, from(start));
    }
  }

  private Expr unary() {
    ScriptToken word = peek();
    int start = word.start();
    boolean sign =
        word.is("!")
            || word.is("-")
            || word.is("+")
            || word.is("~")
            || word.isName("typeof")
            || word.isName("void")
            || word.isName("delete");
    if (sign) {
      take();
      if (++depth > DEEPEST) {
        throw new ScriptSyntax("expressions are nested too deeply", start);
      }
      Expr value = unary();
      depth--;
      if (word.isName("delete")) {
        return new Expr.Change("it changes a value", from(start));
      }
      return new Expr.Unary(word.text(), value, from(start));
    }
    if (word.isName("await") || word.isName("yield") || word.is("++") || word.is("--")) {
      take();
      unary();
      return new Expr.Change(word.text() + " would have to be run", from(start));
    }
    Expr value = postfix(primary(), start);
    if (!peek().newLine() && (peek().is("++") || peek().is("--"))) {
      take();
      return new Expr.Change("it changes a value", from(start));
    }
    return value;
  }

  private Expr postfix(Expr first, int start) {
    Expr value = first;
    while (true) {
      ScriptToken word = peek();
      if (word.is(".")) {
        take();
        value = new Expr.Member(value, name(), false, from(start));
      } else if (word.is("?.")) {
        take();
        if (peek().is("(")) {
          value = new Expr.Call(value, arguments(), true, from(start));
        } else if (peek().is("[")) {
          value = new Expr.Index(value, index(), true, from(start));
        } else {
          value = new Expr.Member(value, name(), true, from(start));
        }
      } else if (word.is("[")) {
        value = new Expr.Index(value, index(), false, from(start));
      } else if (word.is("(")) {
        value = new Expr.Call(value, arguments(), false, from(start));
      } else if (word.is("!") && !word.newLine() && !peek(1).is("=")) {
        // TypeScript's `x!`
        take();
      } else if (word.kind() == Kind.TEMPLATE) {
        take();
        value = new Expr.Change("a tagged template would have to be run", from(start));
      } else {
        return value;
      }
    }
  }

  private Expr index() {
    expect("[");
    Expr index = sequence();
    expect("]");
    return index;
  }

  private String name() {
    takeIf("#");
    ScriptToken word = take();
    if (word.kind() != Kind.NAME) {
      throw new ScriptSyntax("expected a name", word.start());
    }
    return word.text();
  }

  private List<Expr> arguments() {
    expect("(");
    List<Expr> all = new ArrayList<>();
    while (!takeIf(")")) {
      all.add(spreadOrValue());
      if (!peek().is(")")) {
        expect(",");
      }
    }
    return all;
  }

  private Expr spreadOrValue() {
    int start = peek().start();
    if (takeIf("...")) {
      Expr value = assignment();
      return new Expr.Spread(value, from(start));
    }
    return assignment();
  }

  private Expr primary() {
    ScriptToken word = take();
    Span span = new Span(word.start(), word.end());
    return switch (word.kind()) {
      case STRING -> new Expr.Text(word.text(), span);
      case NUMBER -> new Expr.Num(ScriptNumbers.parse(word.text(), word.start()), span);
      case PATTERN -> new Expr.Pattern(word.text(), word.flags(), span);
      case TEMPLATE -> {
        List<Expr> holes = new ArrayList<>();
        word.holes().forEach(hole -> holes.add(whole(hole)));
        yield new Expr.Template(word.parts(), holes, span);
      }
      case NAME ->
          switch (word.text()) {
            case "true" -> new Expr.Flag(true, span);
            case "false" -> new Expr.Flag(false, span);
            case "null" -> new Expr.Nothing(false, span);
            case "undefined" -> new Expr.Nothing(true, span);
            case "new" -> construction(word.start());
            case "class" -> skippedClass(word.start());
            default -> new Expr.Name(word.text(), span);
          };
      case SIGN ->
          switch (word.text()) {
            case "(" -> {
              Expr value = sequence();
              expect(")");
              yield value;
            }
            case "[" -> items(word.start());
            case "{" -> members(word.start());
            case "<" -> {
              // TypeScript's `<T>x`
              ScriptTypes.skip(this);
              expect(">");
              yield unary();
            }
            default -> throw new ScriptSyntax("unexpected " + word.text(), word.start());
          };
      case END -> throw new ScriptSyntax("the text ends too early", word.start());
    };
  }

  private Expr construction(int start) {
    Expr callee = primary();
    while (takeIf(".")) {
      callee = new Expr.Member(callee, name(), false, from(start));
    }
    List<Expr> arguments = peek().is("(") ? arguments() : List.of();
    return new Expr.New(callee, arguments, from(start));
  }

  Expr skippedClass(int start) {
    while (!peek().is("{")) {
      if (take().kind() == Kind.END) {
        throw new ScriptSyntax("a class has no end", start);
      }
    }
    balanced();
    return new Expr.Unread("a class would have to be run", from(start));
  }

  private Expr items(int start) {
    List<Expr> all = new ArrayList<>();
    while (!takeIf("]")) {
      if (peek().is(",")) {
        all.add(new Expr.Nothing(true, from(peek().start())));
        take();
        continue;
      }
      all.add(spreadOrValue());
      if (!peek().is("]")) {
        expect(",");
      }
    }
    return new Expr.Items(all, from(start));
  }

  private Expr members(int start) {
    List<Property> all = new ArrayList<>();
    while (!takeIf("}")) {
      all.add(property());
      if (!peek().is("}")) {
        expect(",");
      }
    }
    return new Expr.Members(all, from(start));
  }

  private Property property() {
    int start = peek().start();
    if (takeIf("...")) {
      return new Property(Optional.empty(), assignment());
    }
    boolean modified = false;
    while ((peek().isName("async")
            || peek().isName("get")
            || peek().isName("set")
            || peek().is("*"))
        && !peek(1).is(":")
        && !peek(1).is(",")
        && !peek(1).is("}")
        && !peek(1).is("(")) {
      take();
      modified = true;
    }
    boolean plainName = peek().kind() == Kind.NAME;
    Expr key = key();
    Span keySpan = key.span();
    if (peek().is("(")) {
      List<Target> parameters = parameters();
      Body body = block(modified ? "it would have to be run" : "");
      return new Property(Optional.of(key), new Expr.Function(parameters, body, from(start)));
    }
    if (takeIf(":")) {
      return new Property(Optional.of(key), assignment());
    }
    if (plainName && key instanceof Expr.Text(var name, _)) {
      return new Property(Optional.of(key), new Expr.Name(name, keySpan));
    }
    throw new ScriptSyntax("expected :", peek().start());
  }

  private Expr key() {
    ScriptToken word = peek();
    if (word.is("[")) {
      return index();
    }
    take();
    Span span = new Span(word.start(), word.end());
    return switch (word.kind()) {
      case NAME, STRING -> new Expr.Text(word.text(), span);
      case NUMBER ->
          new Expr.Text(ScriptNumbers.print(ScriptNumbers.parse(word.text(), word.start())), span);
      case SIGN, TEMPLATE, PATTERN, END ->
          throw new ScriptSyntax("expected the name of a member", word.start());
    };
  }

  /// A function or arrow function, when one stands here.
  private Optional<Expr> function() {
    int start = peek().start();
    boolean async = peek().isName("async") && !peek(1).newLine() && startsFunction(1);
    if (!async && !startsFunction(0)) {
      return Optional.empty();
    }
    if (async) {
      take();
    }
    String unread = async ? "an async function would have to be run" : "";
    if (takeIfName("function")) {
      boolean generator = takeIf("*");
      if (peek().kind() == Kind.NAME) {
        take();
      }
      List<Target> parameters = parameters();
      Body body = block(generator ? "a generator would have to be run" : unread);
      Expr function = new Expr.Function(parameters, body, from(start));
      return Optional.of(postfix(function, start));
    }
    List<Target> parameters;
    if (peek().kind() == Kind.NAME) {
      parameters = List.of(new Target.Name(take().text(), Optional.empty()));
    } else {
      parameters = parameters();
    }
    expect("=>");
    Body body;
    if (peek().is("{")) {
      body = block(unread);
    } else {
      Expr value = assignment();
      body = unread.isEmpty() ? new Body.Value(value) : new Body.Unread(unread);
    }
    return Optional.of(new Expr.Function(parameters, body, from(start)));
  }

  private boolean startsFunction(int ahead) {
    ScriptToken word = peek(ahead);
    if (word.isName("function")) {
      return true;
    }
    if (word.kind() == Kind.NAME) {
      return peek(ahead + 1).is("=>");
    }
    if (!word.is("(")) {
      return false;
    }
    int open = 0;
    for (int i = ahead; ; i++) {
      ScriptToken next = peek(i);
      if (next.kind() == Kind.END) {
        return false;
      }
      if (next.is("(") || next.is("[") || next.is("{")) {
        open++;
      } else if ((next.is(")") || next.is("]") || next.is("}")) && --open == 0) {
        // `(a): T => …` with a type is not told from `(a) : b` here, and is not needed
        return peek(i + 1).is("=>");
      }
    }
  }

  List<Target> parameters() {
    expect("(");
    List<Target> all = new ArrayList<>();
    while (!takeIf(")")) {
      takeIf("...");
      all.add(target());
      if (!peek().is(")")) {
        expect(",");
      }
    }
    if (takeIf(":")) {
      ScriptTypes.skip(this);
    }
    return all;
  }

  /// What a value is bound to, with its type skipped and its default read.
  Target target() {
    return target(false);
  }

  /// The same; in a declaration what stands behind `=` is no default.
  Target target(boolean declaration) {
    if (takeIf("{")) {
      List<Pick> picks = new ArrayList<>();
      Optional<String> rest = Optional.empty();
      while (!takeIf("}")) {
        if (takeIf("...")) {
          rest = Optional.of(name());
        } else {
          Expr key = key();
          String name = key instanceof Expr.Text(var text, _) ? text : "";
          Target target = takeIf(":") ? target() : new Target.Name(name, otherwise(false));
          picks.add(new Pick(name, target));
        }
        if (!peek().is("}")) {
          expect(",");
        }
      }
      skipAnnotation();
      return new Target.Members(picks, rest, otherwise(declaration));
    }
    if (takeIf("[")) {
      List<Optional<Target>> items = new ArrayList<>();
      while (!takeIf("]")) {
        if (takeIf(",")) {
          items.add(Optional.empty());
          continue;
        }
        takeIf("...");
        items.add(Optional.of(target()));
        if (!peek().is("]")) {
          expect(",");
        }
      }
      skipAnnotation();
      return new Target.Items(items, otherwise(declaration));
    }
    ScriptToken word = peek();
    String name = name();
    if (RESERVED.contains(name)) {
      throw new ScriptSyntax("unexpected " + name, word.start());
    }
    takeIf("?");
    skipAnnotation();
    return new Target.Name(name, otherwise(declaration));
  }

  private void skipAnnotation() {
    if (takeIf(":")) {
      ScriptTypes.skip(this);
    }
  }

  private Optional<Expr> otherwise(boolean declaration) {
    return !declaration && takeIf("=") ? Optional.of(assignment()) : Optional.empty();
  }

  /// The words between braces, not yet parsed.
  Body block(String unread) {
    int start = at;
    balanced();
    if (!unread.isEmpty()) {
      return new Body.Unread(unread);
    }
    List<ScriptToken> inside = new ArrayList<>(words.subList(start + 1, at - 1));
    ScriptToken close = words.get(at - 1);
    inside.add(
        new ScriptToken(
            Kind.END, "", "", List.of(), List.of(), close.start(), close.start(), true));
    return new Body.Block(List.copyOf(inside));
  }

  /// Skips from an opening bracket to its end.
  void balanced() {
    int open = 0;
    do {
      ScriptToken word = take();
      if (word.kind() == Kind.END) {
        throw new ScriptSyntax("a bracket is not closed", word.start());
      }
      if (word.is("{") || word.is("(") || word.is("[")) {
        open++;
      } else if (word.is("}") || word.is(")") || word.is("]")) {
        open--;
      }
    } while (open > 0);
  }
}
