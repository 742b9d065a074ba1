package dev.slipway.settings;

import dev.slipway.settings.Script.Body;
import dev.slipway.settings.Script.Expr;
import dev.slipway.settings.Script.Imported;
import dev.slipway.settings.Script.Statement;
import dev.slipway.settings.Script.Target;
import dev.slipway.settings.ScriptToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Builds the tree of JavaScript statements from words.
final class ScriptStatements extends ScriptParser {
  private static final Set<String> UNREAD =
      Set.of(
          "for",
          "while",
          "do",
          "try",
          "switch",
          "throw",
          "with",
          "debugger",
          "break",
          "continue",
          "enum",
          "namespace");

  private final List<Statement> all = new ArrayList<>();
  private final int nesting;

  private ScriptStatements(List<ScriptToken> words, int nesting) {
    super(words);
    this.nesting = nesting;
    if (nesting > 100) {
      throw new ScriptSyntax("blocks are nested too deeply", words.getFirst().start());
    }
  }

  /// The statements of a text.
  ///
  /// @throws ScriptSyntax where it is not the JavaScript that is read here
  static List<Statement> of(String text) {
    return of(ScriptLexer.words(text), 0);
  }

  /// The statements of a block's words.
  static List<Statement> of(List<ScriptToken> words, int nesting) {
    ScriptStatements parser = new ScriptStatements(words, nesting);
    while (parser.peek().kind() != Kind.END) {
      parser.statement();
      if (!parser.all.isEmpty() && parser.all.getLast() instanceof Statement.Unread) {
        // what stands behind it cannot be known either
        break;
      }
    }
    return List.copyOf(parser.all);
  }

  private void statement() {
    ScriptToken word = peek();
    int start = word.start();
    if (takeIf(";")) {
      return;
    }
    if (word.is("{")) {
      all.add(new Statement.Block(inner(), from(start)));
      return;
    }
    if (word.kind() == Kind.NAME) {
      boolean call = peek(1).is("(") || peek(1).is(".");
      switch (word.text()) {
        case "import" -> {
          if (!call) {
            importing(start);
            return;
          }
        }
        case "export" -> {
          exporting(start);
          return;
        }
        case "const", "let", "var" -> {
          declarations(start);
          return;
        }
        case "function" -> {
          function(start, false);
          return;
        }
        case "async" -> {
          if (peek(1).isName("function")) {
            function(start, false);
            return;
          }
        }
        case "class", "abstract" -> {
          take();
          String name = peek().kind() == Kind.NAME ? peek().text() : "";
          declare(name, skippedClass(start), start);
          return;
        }
        case "if" -> {
          condition(start);
          return;
        }
        case "return" -> {
          take();
          boolean bare = peek().is(";") || peek().newLine() || peek().kind() == Kind.END;
          Optional<Expr> value = bare ? Optional.empty() : Optional.of(sequence());
          all.add(new Statement.Return(value, from(start)));
          end();
          return;
        }
        case "type", "interface", "declare" -> {
          if (peek(1).kind() == Kind.NAME && !peek(1).newLine()) {
            skipType();
            return;
          }
        }
        default -> {
          if (UNREAD.contains(word.text()) && !peek(1).is(":") && !peek(1).is("=")) {
            all.add(
                new Statement.Unread(
                    "what \"" + word.text() + "\" does would have to be run",
                    new Script.Span(word.start(), word.end())));
            return;
          }
        }
      }
    }
    all.add(new Statement.Do(sequence(), from(start)));
    end();
  }

  private void end() {
    ScriptToken word = peek();
    if (!takeIf(";") && !word.newLine() && word.kind() != Kind.END && !word.is("}")) {
      throw new ScriptSyntax("unexpected " + word.text(), word.start());
    }
  }

  private List<Statement> inner() {
    Body body = block("");
    return body instanceof Body.Block(var words) ? of(words, nesting + 1) : List.of();
  }

  private List<Statement> branch() {
    if (peek().is("{")) {
      return inner();
    }
    int before = all.size();
    statement();
    List<Statement> one = List.copyOf(all.subList(before, all.size()));
    all.subList(before, all.size()).clear();
    return one;
  }

  private void condition(int start) {
    take();
    expect("(");
    Expr condition = sequence();
    expect(")");
    List<Statement> then = branch();
    List<Statement> otherwise = takeIfName("else") ? branch() : List.of();
    all.add(new Statement.If(condition, then, otherwise, from(start)));
  }

  private void declarations(int start) {
    take();
    do {
      Target target = target(true);
      Optional<Expr> value = takeIf("=") ? Optional.of(assignment()) : Optional.empty();
      all.add(new Statement.Declare(target, value, from(start)));
    } while (takeIf(","));
    end();
  }

  private void declare(String name, Expr value, int start) {
    all.add(
        new Statement.Declare(
            new Target.Name(name, Optional.empty()), Optional.of(value), from(start)));
  }

  /// A function is known from the start of its block, wherever it stands in it.
  private void function(int start, boolean exported) {
    String name = peek(peek().isName("async") ? 2 : 1).text();
    if (name.equals("*")) {
      name = peek(peek().isName("async") ? 3 : 2).text();
    }
    Expr function = assignment();
    all.addFirst(
        new Statement.Declare(
            new Target.Name(name, Optional.empty()), Optional.of(function), from(start)));
    if (exported) {
      all.add(new Statement.Export(function, from(start)));
    }
  }

  private void exporting(int start) {
    take();
    if (takeIfName("default")) {
      boolean async = peek().isName("async") && peek(1).isName("function");
      if (async || peek().isName("function")) {
        function(start, true);
        return;
      }
      if (takeIfName("class")) {
        all.add(new Statement.Export(skippedClass(start), from(start)));
        return;
      }
      Expr value = assignment();
      all.add(new Statement.Export(value, from(start)));
      end();
      return;
    }
    if (takeIf("=")) {
      // TypeScript's `export = x`
      Expr value = assignment();
      all.add(new Statement.Export(value, from(start)));
      end();
      return;
    }
    if (takeIf("{")) {
      while (!takeIf("}")) {
        ScriptToken local = take();
        ScriptToken outer = takeIfName("as") ? take() : local;
        if (outer.isName("default")) {
          all.add(
              new Statement.Export(
                  new Expr.Name(local.text(), new Script.Span(local.start(), local.end())),
                  from(start)));
        }
        if (!peek().is("}")) {
          expect(",");
        }
      }
      if (takeIfName("from")) {
        take();
        all.add(
            new Statement.Unread("an export from another file would have to be run", from(start)));
      }
      end();
      return;
    }
    if (takeIf("*")) {
      all.add(
          new Statement.Unread("an export from another file would have to be run", from(start)));
      return;
    }
    statement();
  }

  private void importing(int start) {
    take();
    List<Imported> names = new ArrayList<>();
    if (peek().isName("type") && peek(1).kind() != Kind.STRING && !peek(1).isName("from")) {
      while (peek().kind() != Kind.STRING && peek().kind() != Kind.END) {
        take();
      }
      take();
      end();
      return;
    }
    if (peek().kind() != Kind.STRING) {
      do {
        if (takeIf("*")) {
          expectName("as");
          names.add(new Imported("*", take().text()));
        } else if (takeIf("{")) {
          while (!takeIf("}")) {
            takeIfTypeWord();
            String imported = take().text();
            String local = takeIfName("as") ? take().text() : imported;
            names.add(new Imported(imported, local));
            if (!peek().is("}")) {
              expect(",");
            }
          }
        } else {
          names.add(new Imported("default", take().text()));
        }
      } while (takeIf(","));
      expectName("from");
    }
    ScriptToken module = take();
    if (module.kind() != Kind.STRING) {
      throw new ScriptSyntax("expected the name of a module", module.start());
    }
    if (takeIfName("with") || takeIfName("assert")) {
      balanced();
    }
    all.add(new Statement.Import(List.copyOf(names), module.text(), from(start)));
    end();
  }

  private void takeIfTypeWord() {
    if (peek().isName("type") && peek(1).kind() == Kind.NAME && !peek(1).isName("as")) {
      take();
    }
  }

  private void expectName(String name) {
    if (!takeIfName(name)) {
      throw new ScriptSyntax("expected " + name, peek().start());
    }
  }

  private void skipType() {
    boolean alias = takeIfName("type");
    while (!alias && !peek().is("{") && peek().kind() != Kind.END) {
      take();
    }
    if (!alias) {
      balanced();
      return;
    }
    while (!takeIf("=")) {
      if (take().kind() == Kind.END) {
        throw new ScriptSyntax("a type has no end", peek().start());
      }
    }
    ScriptTypes.skip(this);
    end();
  }
}
