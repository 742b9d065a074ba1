package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.settings.Script.Body;
import dev.slipway.settings.Script.Expr;
import dev.slipway.settings.Script.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an expression in a template may hold.
final class TemplateLanguage {
  /// The names that plug-ins give their templates.
  static final Set<String> NAMES =
      Set.of(
          "nextRelease",
          "lastRelease",
          "branch",
          "branches",
          "commits",
          "releases",
          "issue",
          "errors",
          "options",
          "version",
          "name",
          "cwd",
          "channel");

  private static final Set<String> METHODS =
      Set.of(
          "replace",
          "replaceAll",
          "slice",
          "substring",
          "split",
          "join",
          "map",
          "filter",
          "find",
          "some",
          "every",
          "includes",
          "startsWith",
          "endsWith",
          "indexOf",
          "concat",
          "toUpperCase",
          "toLowerCase",
          "trim",
          "toString",
          "test",
          "toISOString",
          "toLocaleDateString",
          "getFullYear");

  private static final Place NOWHERE = Place.file("");

  private TemplateLanguage() {}

  /// Checks that an expression can be read whatever its names stand for.
  ///
  /// @throws ScriptSyntax where it cannot
  static void check(Expr expression, String text) {
    check(expression, text, NAMES);
  }

  private static void check(Expr expression, String text, Set<String> names) {
    switch (expression) {
      case Expr.Text _, Expr.Num _, Expr.Flag _, Expr.Nothing _, Expr.Pattern _ -> {
        // a literal
      }
      case Expr.Name(var name, var span) -> {
        if (!names.contains(name)) {
          throw new ScriptSyntax("the name " + name + " is not known", span.start());
        }
      }
      case Expr.Template(_, var holes, _) -> holes.forEach(hole -> check(hole, text, names));
      case Expr.Items(var items, _) -> items.forEach(item -> check(item, text, names));
      case Expr.Members(var properties, _) ->
          properties.forEach(property -> check(property.value(), text, names));
      case Expr.Spread(var value, _) -> check(value, text, names);
      case Expr.Member(var of, _, _, _) -> check(of, text, names);
      case Expr.Index(var of, var index, _, _) -> {
        check(of, text, names);
        check(index, text, names);
      }
      case Expr.Call(var callee, var arguments, _, var span) -> {
        if (!(callee instanceof Expr.Member(var of, var method, _, _))
            || !METHODS.contains(method)) {
          throw new ScriptSyntax("the call is not known", span.start());
        }
        boolean date =
            of instanceof Expr.New(Expr.Name(var type, _), var none, _)
                && type.equals("Date")
                && none.isEmpty()
                && arguments.isEmpty();
        if (!date) {
          check(of, text, names);
        }
        arguments.forEach(argument -> check(argument, text, names));
      }
      case Expr.Unary(_, var value, _) -> check(value, text, names);
      case Expr.Binary(_, var left, var right, _) -> {
        check(left, text, names);
        check(right, text, names);
      }
      case Expr.Conditional(var condition, var then, var otherwise, _) -> {
        check(condition, text, names);
        check(then, text, names);
        check(otherwise, text, names);
      }
      case Expr.Function(var parameters, var body, var span) ->
          function(parameters, body, span, text, names);
      case Expr.Assign(_, _, _, var span) ->
          throw new ScriptSyntax("it changes a value", span.start());
      case Expr.New(_, _, var span) ->
          throw new ScriptSyntax("an object would have to be made", span.start());
      case Expr.Sequence(var all, _) -> all.forEach(one -> check(one, text, names));
      case Expr.Change(var reason, var span) -> throw new ScriptSyntax(reason, span.start());
      case Expr.Unread(var reason, var span) -> throw new ScriptSyntax(reason, span.start());
    }
  }

  private static void function(
      List<Target> parameters, Body body, Script.Span span, String text, Set<String> names) {
    Set<String> more = new HashSet<>(names);
    for (Target parameter : parameters) {
      switch (parameter) {
        case Target.Name(var name, _) -> more.add(name);
        case Target.Members(var picks, _, _) ->
            picks.forEach(pick -> {
              if (pick.target() instanceof Target.Name(var name, _)) {
                more.add(name);
              }
            });
        case Target.Items _ ->
            throw new ScriptSyntax("the function would have to be run", span.start());
      }
    }
    if (!(body instanceof Body.Value(var value))) {
      throw new ScriptSyntax("the function would have to be run", span.start());
    }
    check(value, text, more);
  }

  /// A value of the context.
  static ScriptValue value(Json json) {
    return switch (json) {
      case Json.Str(var text) -> new ScriptValue.Text(text);
      case Json.Num(var literal) -> new ScriptValue.Num(Double.parseDouble(literal));
      case Json.Bool(var truth) -> new ScriptValue.Flag(truth);
      case Json.Null _ -> new ScriptValue.Nothing(false);
      case Json.Arr(var items) -> {
        ScriptValue.Items all = new ScriptValue.Items();
        items.forEach(item -> all.add(value(item), NOWHERE));
        yield all;
      }
      case Json.Obj(var members) -> {
        ScriptValue.Members all = new ScriptValue.Members();
        members.forEach((name, member) -> all.put(name, value(member), NOWHERE, NOWHERE));
        yield all;
      }
    };
  }
}
