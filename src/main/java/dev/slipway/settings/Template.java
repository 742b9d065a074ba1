package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Script.Expr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text with `${expression}` and `<%= expression %>` in it, as the plug-ins of semantic-release
/// take it (lodash's `template`). Expressions are read, never run: members, literals, `+`,
/// conditions, comparisons, and harmless methods of texts and lists. What is not in this small
/// language is refused when the template is made.
public final class Template {
  private final String source;
  private final List<Piece> pieces;

  /// A part of the text.
  private sealed interface Piece {
    record Plain(String text) implements Piece {}

    record Value(String expression, Expr tree, boolean escaped, int offset) implements Piece {}

    /// `<% return expression %>`, in a condition.
    record Return(String expression, Expr tree, int offset) implements Piece {}
  }

  private Template(String source, List<Piece> pieces) {
    this.source = source;
    this.pieces = List.copyOf(pieces);
  }

  /// Reads a template.
  ///
  /// @throws Refused when an expression is beyond the language; the place is the line and column in
  ///   the template
  public static Template of(String source) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      TemplateHole hole = TemplateHole.next(source, at);
      if (hole.start() > at) {
        pieces.add(new Piece.Plain(source.substring(at, hole.start())));
      }
      if (hole.kind() != TemplateHole.Kind.NONE) {
        pieces.add(piece(source, hole));
      }
      at = hole.end();
    }
    return new Template(source, pieces);
  }

  private static Piece piece(String source, TemplateHole hole) {
    String code = hole.code();
    boolean isReturn = hole.kind() == TemplateHole.Kind.CODE;
    try {
      if (isReturn) {
        String plain = ScriptMembers.trim(code);
        if (!plain.startsWith("return") || plain.length() < 7) {
          throw new ScriptSyntax("only a return is read there", 0);
        }
        String value = plain.substring(6);
        String whole =
            ScriptMembers.trim(value).endsWith(";")
                ? value.substring(0, value.lastIndexOf(';'))
                : value;
        Expr tree = ScriptParser.expression(whole);
        TemplateLanguage.check(tree, whole);
        return new Piece.Return(whole, tree, hole.start());
      }
      Expr tree = ScriptParser.expression(code);
      TemplateLanguage.check(tree, code);
      return new Piece.Value(code, tree, hole.kind() == TemplateHole.Kind.ESCAPED, hole.start());
    } catch (ScriptSyntax beyond) {
      throw refused(source, code, String.valueOf(beyond.getMessage()), hole.start());
    }
  }

  private static Refused refused(String source, String code, String reason, int offset) {
    Place place = new SourceLines("the template", source).place(offset);
    return new Refused(
        Problem.configuration(
                "TEMPLATE_BEYOND",
                "The expression `"
                    + ScriptMembers.trim(code)
                    + "` at line "
                    + place.line()
                    + ", column "
                    + place.column()
                    + " of the template is not read: "
                    + reason
                    + ".",
                "Use members such as ${nextRelease.version}, texts, +, conditions and simple"
                    + " methods.")
            .at(place));
  }

  /// The text with every expression's value in its place. The date is that of 1 January 1970 where
  /// an expression asks for it.
  ///
  /// @param context the names that expressions may use, such as `nextRelease`
  /// @throws Refused when an expression has no value, such as a member of nothing
  public String render(Json.Obj context) {
    return render(context, Instant.EPOCH);
  }

  /// The text with every expression's value in its place.
  ///
  /// @param context the names that expressions may use, such as `nextRelease`
  /// @param now what `new Date()` is
  /// @throws Refused when an expression has no value, such as a member of nothing
  public String render(Json.Obj context, Instant now) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Plain(var text) -> out.append(text);
        case Piece.Value(var expression, var tree, var escaped, var offset) -> {
          String text = text(value(expression, tree, offset, context, now), expression, offset);
          out.append(escaped ? htmlEscaped(text) : text);
        }
        case Piece.Return(var expression, var tree, var offset) -> {
          return text(value(expression, tree, offset, context, now), expression, offset);
        }
      }
    }
    return out.toString();
  }

  /// For a condition: whether what it returns, or the text it gives, counts as true.
  ///
  /// @throws Refused when an expression has no value
  public boolean holds(Json.Obj context) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Return(var expression, var tree, var offset)) {
        ScriptValue value = value(expression, tree, offset, context, Instant.EPOCH);
        return value
            .truth()
            .orElseThrow(() -> refused(source, expression, "it has no value", offset));
      }
    }
    return !render(context).isEmpty();
  }

  private ScriptValue value(
      String expression, Expr tree, int offset, Json.Obj context, Instant now) {
    try {
      ScriptRun run =
          new ScriptRun("the template", expression, _ -> Optional.empty(), Optional.of(now));
      ScriptRun.Scope scope = new ScriptRun.Scope(Optional.empty());
      TemplateLanguage.NAMES.forEach(name -> scope.declare(name, ScriptValue.undefined()));
      context
          .members()
          .forEach((name, value) -> scope.declare(name, TemplateLanguage.value(value)));
      ScriptValue value = run.value(tree, scope);
      if (value instanceof ScriptValue.Unread(_, var reason, _, _, _)) {
        throw refused(source, expression, reason, offset);
      }
      return value;
    } catch (ScriptRun.Stuck stuck) {
      throw refused(source, expression, stuck.at().reason(), offset);
    }
  }

  private String text(ScriptValue value, String expression, int offset) {
    return value instanceof ScriptValue.Nothing
        ? ""
        : value.string().orElseThrow(() -> refused(source, expression, "it has no value", offset));
  }

  private static String htmlEscaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// True for templates with the same text.
  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /// The template as it was written.
  @Override
  public String toString() {
    return source;
  }
}
