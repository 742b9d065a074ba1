package dev.slipway.settings;

import java.util.List;
import java.util.Optional;

/// A JavaScript text as a tree: the part of the language that configurations are written in.
final class Script {
  private Script() {}

  /// Where a part begins and ends in the text.
  record Span(int start, int end) {}

  /// An expression.
  sealed interface Expr {
    /// Where it stands.
    Span span();

    record Text(String value, Span span) implements Expr {}

    record Num(double value, Span span) implements Expr {}

    record Flag(boolean on, Span span) implements Expr {}

    record Nothing(boolean isUndefined, Span span) implements Expr {}

    record Pattern(String source, String flags, Span span) implements Expr {}

    record Name(String name, Span span) implements Expr {}

    record Template(List<String> parts, List<Expr> holes, Span span) implements Expr {}

    record Items(List<Expr> items, Span span) implements Expr {}

    record Members(List<Property> properties, Span span) implements Expr {}

    record Spread(Expr value, Span span) implements Expr {}

    record Member(Expr of, String name, boolean optional, Span span) implements Expr {}

    record Index(Expr of, Expr index, boolean optional, Span span) implements Expr {}

    record Call(Expr callee, List<Expr> arguments, boolean optional, Span span) implements Expr {}

    record New(Expr callee, List<Expr> arguments, Span span) implements Expr {}

    record Unary(String sign, Expr value, Span span) implements Expr {}

    record Binary(String sign, Expr left, Expr right, Span span) implements Expr {}

    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

    record Assign(String sign, Expr target, Expr value, Span span) implements Expr {}

    /// A function that may be called; its body is an expression or statements.
    record Function(List<Target> parameters, Body body, Span span) implements Expr {}

    /// `a, b`: all are followed, the value is the last.
    record Sequence(List<Expr> all, Span span) implements Expr {}

    /// Something that changes what is not known: `++`, `delete`, `await` …
    record Change(String reason, Span span) implements Expr {}

    /// Something that is skipped over and never read, such as a class.
    record Unread(String reason, Span span) implements Expr {}
  }

  /// A member of an object literal; a spread has no key.
  record Property(Optional<Expr> key, Expr value) {}

  /// What a value is bound to.
  sealed interface Target {
    record Name(String name, Optional<Expr> otherwise) implements Target {}

    /// `{ a, b: c = 1, ...rest }`
    record Members(List<Pick> picks, Optional<String> rest, Optional<Expr> otherwise)
        implements Target {}

    /// `[a, b]`
    record Items(List<Optional<Target>> items, Optional<Expr> otherwise) implements Target {}
  }

  /// One name taken from an object.
  record Pick(String key, Target target) {}

  /// The body of a function.
  sealed interface Body {
    record Value(Expr value) implements Body {}

    /// Statements, cut but not yet parsed.
    record Block(List<ScriptToken> words) implements Body {}

    /// A kind of function that is not read: `async`, a generator.
    record Unread(String reason) implements Body {}
  }

  /// A statement.
  sealed interface Statement {
    /// Where it stands.
    Span span();

    record Declare(Target target, Optional<Expr> value, Span span) implements Statement {}

    record Do(Expr value, Span span) implements Statement {}

    record If(Expr condition, List<Statement> then, List<Statement> otherwise, Span span)
        implements Statement {}

    record Return(Optional<Expr> value, Span span) implements Statement {}

    record Block(List<Statement> statements, Span span) implements Statement {}

    record Export(Expr value, Span span) implements Statement {}

    /// `import a, { b as c } from 'm'`: local name to imported name (`default`, `*`).
    record Import(List<Imported> names, String module, Span span) implements Statement {}

    /// A type, an empty statement: nothing happens.
    record Skip(Span span) implements Statement {}

    /// A loop, a `try` …: what it does is not known.
    record Unread(String reason, Span span) implements Statement {}
  }

  /// A name that an import brings.
  record Imported(String imported, String local) {}
}
