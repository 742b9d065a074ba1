package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.settings.Script.Body;
import dev.slipway.settings.Script.Expr;
import dev.slipway.settings.Script.Property;
import dev.slipway.settings.Script.Statement;
import dev.slipway.settings.Script.Target;
import dev.slipway.settings.ScriptValue.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the statements of a JavaScript text without running anything: literals, names, spreads,
/// conditions over known values, and a few harmless methods. What is beyond that becomes an
/// [ScriptValue.Unread], which only matters where somebody asks for it.
final class ScriptRun {
  private static final int MOST_STEPS = 200_000;
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 1 << 20;

  /// Names and their values, in a block.
  static final class Scope {
    private final Map<String, ScriptValue> values = new HashMap<>();
    private final Optional<Scope> outer;

    Scope(Optional<Scope> outer) {
      this.outer = outer;
    }

    Scope inner() {
      return new Scope(Optional.of(this));
    }

    void declare(String name, ScriptValue value) {
      values.put(name, value);
    }

    Optional<ScriptValue> find(String name) {
      Optional<ScriptValue> here = Optional.ofNullable(values.get(name));
      return here.isPresent() ? here : outer.flatMap(scope -> scope.find(name));
    }

    boolean change(String name, ScriptValue value) {
      if (values.containsKey(name)) {
        values.put(name, value);
        return true;
      }
      return outer.isPresent() && outer.get().change(name, value);
    }
  }

  /// Other files that a text names.
  @FunctionalInterface
  interface Modules {
    /// What a module exports; empty where it is none that can be read.
    Optional<ScriptValue> load(String specifier);
  }

  /// Where reading cannot go on.
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Unread at;

    Stuck(Unread at) {
      super(at.reason());
      this.at = at;
    }

    Unread at() {
      return at;
    }
  }

  private final String text;
  private final SourceLines lines;
  private final Modules modules;
  private final Optional<Instant> now;
  private int steps;
  private int depth;
  private Optional<ScriptValue> exported = Optional.empty();
  private Place exportedAt;

  ScriptRun(String file, String text, Modules modules) {
    this(file, text, modules, Optional.empty());
  }

  /// The same, where `new Date()` is known.
  ScriptRun(String file, String text, Modules modules, Optional<Instant> now) {
    this.now = now;
    this.text = text;
    this.lines = new SourceLines(file, text);
    this.exportedAt = Place.file(file);
    this.modules = modules;
  }

  /// What a module's text exports: `export default`, else `module.exports`.
  ///
  /// @throws Stuck where a statement cannot be followed
  Optional<ScriptValue> module(List<Statement> statements, Scope globals) {
    ScriptValue.Members module = new ScriptValue.Members();
    ScriptValue.Members exports = new ScriptValue.Members();
    module.put("exports", exports, exportedAt, exportedAt);
    Scope scope = globals.inner();
    scope.declare("module", module);
    scope.declare("exports", exports);
    run(statements, scope);
    if (exported.isPresent()) {
      return exported;
    }
    ScriptValue.Member last =
        module
            .find("exports")
            .orElseGet(() -> new ScriptValue.Member(exports, exportedAt, exportedAt));
    ScriptValue result = last.value();
    exportedAt = last.place();
    boolean untouched = result.equals(exports) && exports.members.isEmpty();
    return untouched && exports.spoiled.isEmpty() ? Optional.empty() : Optional.of(result);
  }

  /// Where the exported value stands.
  Place exportedAt() {
    return exportedAt;
  }

  private Place place(Script.Span span) {
    return lines.place(span.start());
  }

  private Optional<ScriptValue> run(List<Statement> statements, Scope scope) {
    for (Statement statement : statements) {
      count(statement.span().start());
      Optional<ScriptValue> returned = run(statement, scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private Optional<ScriptValue> run(Statement statement, Scope scope) {
    return switch (statement) {
      case Statement.Declare(var target, var value, _) -> {
        bind(
            target, value.isPresent() ? value(value.get(), scope) : ScriptValue.undefined(), scope);
        yield Optional.empty();
      }
      case Statement.Do(var value, _) -> {
        value(value, scope);
        yield Optional.empty();
      }
      case Statement.If(var condition, var then, var otherwise, _) -> {
        ScriptValue decided = value(condition, scope);
        Optional<Boolean> truth = decided.truth();
        if (truth.isEmpty()) {
          throw stuck(decided, condition);
        }
        yield run(truth.get() ? then : otherwise, scope.inner());
      }
      case Statement.Return(var value, _) ->
          Optional.of(value.isPresent() ? value(value.get(), scope) : ScriptValue.undefined());
      case Statement.Block(var statements, _) -> run(statements, scope.inner());
      case Statement.Export(var value, var span) -> {
        exported = Optional.of(value(value, scope));
        exportedAt = place(value.span());
        yield Optional.empty();
      }
      case Statement.Import(var names, var module, var span) -> {
        for (Script.Imported name : names) {
          scope.declare(name.local(), imported(module, name.imported(), span));
        }
        yield Optional.empty();
      }
      case Statement.Skip _ -> Optional.empty();
      case Statement.Unread(var reason, var span) -> throw new Stuck(unread(span, reason));
    };
  }

  private Stuck stuck(ScriptValue value, Expr expression) {
    Unread reason =
        value instanceof Unread known
            ? known
            : unread(expression.span(), "it would have to be run");
    return new Stuck(reason);
  }

  private ScriptValue imported(String module, String name, Script.Span span) {
    Optional<ScriptValue> loaded = modules.load(module);
    if (loaded.isEmpty()) {
      return unread(span, "the module \"" + module + "\" would have to be run");
    }
    ScriptValue value = loaded.get();
    return name.equals("default") || name.equals("*") ? value : member(value, name, span);
  }

  private void count(int offset) {
    if (++steps > MOST_STEPS) {
      throw new Stuck(unread(new Script.Span(offset, offset), "it takes too many steps"));
    }
  }

  private Unread unread(Script.Span span, String reason) {
    return unread(span, reason, Optional.empty(), false);
  }

  private Unread unread(Script.Span span, String reason, Optional<Boolean> truth, boolean isLocal) {
    int end = Math.min(text.length(), Math.max(span.start(), span.end()));
    String whole = text.substring(Math.min(span.start(), end), end);
    int line = whole.indexOf('\n');
    String first = (line < 0 ? whole : whole.substring(0, line) + " …").strip();
    return new Unread(
        first.length() > 120 ? first.substring(0, 119) + "…" : first,
        reason,
        truth,
        isLocal,
        place(span));
  }

  private void bind(Target target, ScriptValue given, Scope scope) {
    switch (target) {
      case Target.Name(var name, var otherwise) ->
          scope.declare(name, orElse(given, otherwise, scope));
      case Target.Members(var picks, var rest, var otherwise) -> {
        ScriptValue value = orElse(given, otherwise, scope);
        for (Script.Pick pick : picks) {
          bind(pick.target(), member(value, pick.key(), new Script.Span(0, 0)), scope);
        }
        if (rest.isPresent()) {
          scope.declare(rest.get(), without(value, picks));
        }
      }
      case Target.Items(var items, var otherwise) -> {
        ScriptValue value = orElse(given, otherwise, scope);
        for (int i = 0; i < items.size(); i++) {
          if (items.get(i).isPresent()) {
            bind(
                items.get(i).get(),
                member(value, Integer.toString(i), new Script.Span(0, 0)),
                scope);
          }
        }
      }
    }
  }

  private ScriptValue orElse(ScriptValue given, Optional<Expr> otherwise, Scope scope) {
    boolean undefined = given instanceof ScriptValue.Nothing(var isUndefined) && isUndefined;
    return undefined && otherwise.isPresent() ? value(otherwise.get(), scope) : given;
  }

  private ScriptValue without(ScriptValue value, List<Script.Pick> picks) {
    if (!(value instanceof ScriptValue.Members members) || members.spoiled.isPresent()) {
      return unread(new Script.Span(0, 0), "the rest of a value that is not read");
    }
    ScriptValue.Members rest = new ScriptValue.Members();
    members.members.forEach((key, member) -> {
      if (picks.stream().noneMatch(pick -> pick.key().equals(key))) {
        rest.members.put(key, member);
      }
    });
    return rest;
  }

  /// The value of an expression.
  ScriptValue value(Expr expression, Scope scope) {
    count(expression.span().start());
    if (++depth > DEEPEST * 4) {
      throw new Stuck(unread(expression.span(), "it is nested too deeply"));
    }
    try {
      return plainValue(expression, scope);
    } finally {
      depth--;
    }
  }

  private ScriptValue plainValue(Expr expression, Scope scope) {
    return switch (expression) {
      case Expr.Text(var value, _) -> new ScriptValue.Text(value);
      case Expr.Num(var value, _) -> new ScriptValue.Num(value);
      case Expr.Flag(var on, _) -> new ScriptValue.Flag(on);
      case Expr.Nothing(var isUndefined, _) -> new ScriptValue.Nothing(isUndefined);
      case Expr.Pattern(var source, var flags, _) -> new ScriptValue.Pattern(source, flags);
      case Expr.Name(var name, var span) ->
          scope
              .find(name)
              .orElseGet(() -> unread(span, "the name \"" + name + "\" is not known here"));
      case Expr.Template(var parts, var holes, var span) -> template(parts, holes, span, scope);
      case Expr.Items(var items, _) -> items(items, scope);
      case Expr.Members(var properties, var span) -> members(properties, span, scope);
      case Expr.Spread(_, var span) -> unread(span, "a spread stands where none can");
      case Expr.Member(var of, var name, var optional, var span) -> {
        ScriptValue value = value(of, scope);
        yield optional && value instanceof ScriptValue.Nothing
            ? ScriptValue.undefined()
            : member(value, name, span);
      }
      case Expr.Index(var of, var index, var optional, var span) -> {
        ScriptValue value = value(of, scope);
        if (optional && value instanceof ScriptValue.Nothing) {
          yield ScriptValue.undefined();
        }
        Optional<String> key = value(index, scope).string();
        yield key.isPresent()
            ? member(value, key.get(), span)
            : unread(span, "the key is not known");
      }
      case Expr.Call call -> call(call, scope);
      case Expr.New(var callee, var arguments, var span) -> {
        boolean pattern = callee instanceof Expr.Name(var name, _) && name.equals("RegExp");
        List<ScriptValue> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(value(argument, scope)));
        if (pattern && !values.isEmpty() && values.getFirst() instanceof ScriptValue.Text(var s)) {
          String flags = values.size() > 1 ? values.get(1).string().orElse("") : "";
          yield new ScriptValue.Pattern(s, flags);
        }
        Unread made = unread(span, "an object would have to be made");
        values.forEach(value -> spoil(value, made));
        yield made;
      }
      case Expr.Unary(var sign, var of, var span) ->
          ScriptSigns.unary(sign, value(of, scope))
              .orElseGet(() -> because(value(of, scope), span));
      case Expr.Binary(var sign, var left, var right, var span) ->
          binary(sign, left, right, span, scope);
      case Expr.Conditional(var condition, var then, var otherwise, var span) -> {
        ScriptValue decided = value(condition, scope);
        Optional<Boolean> truth = decided.truth();
        yield truth.isPresent()
            ? value(truth.get() ? then : otherwise, scope)
            : because(decided, span);
      }
      case Expr.Assign(var sign, var target, var value, var span) ->
          assign(sign, target, value(value, scope), span, scope);
      case Expr.Function(var parameters, var body, var span) ->
          function(parameters, body, span, scope);
      case Expr.Sequence(var all, _) -> {
        ScriptValue last = ScriptValue.undefined();
        for (Expr one : all) {
          last = value(one, scope);
        }
        yield last;
      }
      case Expr.Change(var reason, var span) -> throw new Stuck(unread(span, reason));
      case Expr.Unread(var reason, var span) -> unread(span, reason);
    };
  }

  private Unread because(ScriptValue value, Script.Span span) {
    return value instanceof Unread known
        ? new Unread(known.expression(), known.reason(), Optional.empty(), false, known.place())
        : unread(span, "it would have to be run");
  }

  private ScriptValue template(
      List<String> parts, List<Expr> holes, Script.Span span, Scope scope) {
    StringBuilder all = new StringBuilder(parts.getFirst());
    for (int i = 0; i < holes.size(); i++) {
      ScriptValue value = value(holes.get(i), scope);
      Optional<String> text = value.string();
      if (text.isEmpty()) {
        return because(value, span);
      }
      all.append(text.get()).append(parts.get(i + 1));
      tooLong(all.length(), span);
    }
    return new ScriptValue.Text(all.toString());
  }

  private void tooLong(int length, Script.Span span) {
    if (length > LONGEST_TEXT) {
      throw new Stuck(unread(span, "a text gets too long"));
    }
  }

  private ScriptValue items(List<Expr> items, Scope scope) {
    ScriptValue.Items all = new ScriptValue.Items();
    for (Expr item : items) {
      if (item instanceof Expr.Spread(var spread, var span)) {
        ScriptValue value = value(spread, scope);
        if (value instanceof ScriptValue.Items list && list.spoiled.isEmpty()) {
          for (int i = 0; i < list.items.size(); i++) {
            count(span.start());
            all.add(list.items.get(i), list.places.get(i));
          }
        } else {
          return because(value, span);
        }
      } else {
        all.add(value(item, scope), place(item.span()));
      }
    }
    return all;
  }

  private ScriptValue members(List<Property> properties, Script.Span whole, Scope scope) {
    ScriptValue.Members all = new ScriptValue.Members();
    for (Property property : properties) {
      Expr given = property.value();
      ScriptValue value = value(given, scope);
      if (property.key().isPresent()) {
        Expr keyExpression = property.key().get();
        ScriptValue key = value(keyExpression, scope);
        Optional<String> name = key.string();
        if (name.isEmpty()) {
          return because(key, whole);
        }
        if (name.get().equals("__proto__")) {
          return unread(whole, "a prototype would have to be set");
        }
        all.put(name.get(), value, place(keyExpression.span()), place(given.span()));
      } else {
        Optional<Unread> failed = spreadInto(all, value, given.span());
        if (failed.isPresent()) {
          return failed.get();
        }
      }
    }
    return all;
  }

  private Optional<Unread> spreadInto(
      ScriptValue.Members all, ScriptValue value, Script.Span span) {
    return switch (value) {
      case ScriptValue.Members more -> {
        if (more.spoiled.isPresent()) {
          yield more.spoiled;
        }
        more.members.forEach((key, member) -> {
          count(span.start());
          all.members.put(key, member);
        });
        yield Optional.empty();
      }
      case ScriptValue.Nothing _, ScriptValue.Flag _, ScriptValue.Num _ -> Optional.empty();
      case ScriptValue.Pattern _, ScriptValue.Function _ -> Optional.empty();
      case ScriptValue.Text(var text) when text.isEmpty() -> Optional.empty();
      case ScriptValue.Text _, ScriptValue.Items _, Unread _ -> Optional.of(because(value, span));
    };
  }

  private ScriptValue function(List<Target> parameters, Body body, Script.Span span, Scope scope) {
    if (body instanceof Body.Unread(var reason)) {
      return unread(span, reason, Optional.of(true), true);
    }
    ScriptValue.Call call =
        arguments -> {
          if (++depth > DEEPEST) {
            throw new Stuck(unread(span, "it calls itself too often"));
          }
          try {
            Scope inner = scope.inner();
            for (int i = 0; i < parameters.size(); i++) {
              bind(
                  parameters.get(i),
                  i < arguments.size() ? arguments.get(i) : ScriptValue.undefined(),
                  inner);
            }
            return switch (body) {
              case Body.Value(var value) -> value(value, inner);
              case Body.Block(var words) ->
                  run(ScriptStatements.of(words, 1), inner).orElse(ScriptValue.undefined());
              case Body.Unread(var reason) -> unread(span, reason);
            };
          } finally {
            depth--;
          }
        };
    return new ScriptValue.Function(call, unread(span, "").expression(), place(span));
  }

  private ScriptValue member(ScriptValue of, String name, Script.Span span) {
    return ScriptMembers.find(of, name)
        .orElseGet(() ->
            of instanceof Unread unread
                ? wider(unread, span)
                : unread(
                    span,
                    of instanceof ScriptValue.Nothing
                        ? "it asks for a member of nothing"
                        : "the member \"" + name + "\" is not read"));
  }

  /// A member of something that is not read is not read for the same reason.
  private Unread wider(Unread of, Script.Span span) {
    return span.end() == 0 ? of : unread(span, of.reason(), Optional.empty(), false);
  }

  private ScriptValue call(Expr.Call call, Scope scope) {
    Script.Span span = call.span();
    List<ScriptValue> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (argument instanceof Expr.Spread(var spread, _)) {
        ScriptValue value = value(spread, scope);
        if (!(value instanceof ScriptValue.Items list) || list.spoiled.isPresent()) {
          return because(value, span);
        }
        arguments.addAll(list.items);
      } else {
        arguments.add(value(argument, scope));
      }
    }
    Optional<ScriptValue> known = knownCall(call, arguments, scope);
    if (known.isPresent()) {
      return known.get();
    }
    ScriptValue callee = value(call.callee(), scope);
    if (callee instanceof ScriptValue.Function(var body, _, _)) {
      return body.of(arguments);
    }
    if (call.optional() && callee instanceof ScriptValue.Nothing) {
      return ScriptValue.undefined();
    }
    Unread result =
        callee instanceof Unread unread
            ? unread(span, unread.reason())
            : unread(span, "the call would have to be run");
    if (callee instanceof Unread(_, _, _, var isLocal, _) && isLocal) {
      throw new Stuck(result);
    }
    arguments.forEach(argument -> spoil(argument, result));
    return result;
  }

  /// Calls of methods that are known, and of `require`.
  private Optional<ScriptValue> knownCall(
      Expr.Call call, List<ScriptValue> arguments, Scope scope) {
    Expr callee = call.callee();
    if (callee instanceof Expr.Name(var name, _)
        && name.equals("require")
        && scope.find("require").isEmpty()
        && arguments.size() == 1
        && arguments.getFirst() instanceof ScriptValue.Text(var module)) {
      return Optional.of(
          modules
              .load(module)
              .orElseGet(
                  () -> unread(call.span(), "the module \"" + module + "\" would have to be run")));
    }
    if (!(callee instanceof Expr.Member(var of, var method, var optional, var memberSpan))) {
      return Optional.empty();
    }
    if (of instanceof Expr.Name(var global, _) && scope.find(global).isEmpty()) {
      return ScriptGlobals.call(global, method, arguments);
    }
    Optional<ScriptValue> date =
        now.flatMap(time -> ScriptDates.call(of, method, arguments.isEmpty(), time));
    if (date.isPresent()) {
      return date;
    }
    ScriptValue receiver = value(of, scope);
    if (receiver instanceof ScriptValue.Nothing && optional) {
      return Optional.of(ScriptValue.undefined());
    }
    Optional<ScriptValue> result =
        ScriptMembers.call(receiver, method, arguments, place(call.span()));
    result.ifPresent(value -> {
      if (value instanceof ScriptValue.Text(var made)) {
        tooLong(made.length(), call.span());
      } else if (value instanceof ScriptValue.Items list) {
        steps += list.items.size();
      }
    });
    if (result.isEmpty() && !(receiver instanceof Unread)) {
      boolean own =
          receiver instanceof ScriptValue.Members members
              && members
                  .find(method)
                  .filter(m -> m.value() instanceof ScriptValue.Function)
                  .isPresent();
      if (!own) {
        Unread unknown = unread(call.span(), "the method \"" + method + "\" is not read");
        spoil(receiver, unknown);
        arguments.forEach(argument -> spoil(argument, unknown));
        return Optional.of(unknown);
      }
    }
    return result;
  }

  /// A list or object that goes into something unknown may come out changed.
  private static void spoil(ScriptValue value, Unread by) {
    switch (value) {
      case ScriptValue.Items items -> {
        if (items.spoiled.isEmpty()) {
          items.spoiled = Optional.of(by);
          items.items.forEach(item -> spoil(item, by));
        }
      }
      case ScriptValue.Members members -> {
        if (members.spoiled.isEmpty()) {
          members.spoiled = Optional.of(by);
          members.members.values().forEach(member -> spoil(member.value(), by));
        }
      }
      case ScriptValue.Text _, ScriptValue.Num _, ScriptValue.Flag _, ScriptValue.Nothing _ -> {}
      case ScriptValue.Pattern _, ScriptValue.Function _, Unread _ -> {}
    }
  }

  private ScriptValue binary(String sign, Expr left, Expr right, Script.Span span, Scope scope) {
    ScriptValue first = value(left, scope);
    return switch (sign) {
      case "||", "&&" -> {
        Optional<Boolean> truth = first.truth();
        if (truth.isEmpty()) {
          yield because(first, span);
        }
        yield truth.get() == sign.equals("||") ? first : value(right, scope);
      }
      case "??" -> {
        if (first instanceof Unread) {
          yield because(first, span);
        }
        yield first instanceof ScriptValue.Nothing ? value(right, scope) : first;
      }
      default -> {
        ScriptValue second = value(right, scope);
        Optional<ScriptValue> result = ScriptSigns.binary(sign, first, second);
        if (result.isPresent() && result.get() instanceof ScriptValue.Text(var made)) {
          tooLong(made.length(), span);
        }
        yield result.orElseGet(() -> because(first instanceof Unread ? first : second, span));
      }
    };
  }

  private ScriptValue assign(
      String sign, Expr target, ScriptValue given, Script.Span span, Scope scope) {
    ScriptValue value = given;
    if (!sign.equals("=")) {
      ScriptValue old = value(target, scope);
      String plain = sign.substring(0, sign.length() - 1);
      switch (plain) {
        case "||", "&&" -> {
          Optional<Boolean> truth = old.truth();
          if (truth.isEmpty()) {
            throw stuck(old, target);
          }
          value = truth.get() == plain.equals("||") ? old : given;
        }
        case "??" -> value = old instanceof ScriptValue.Nothing ? given : old;
        default ->
            value = ScriptSigns.binary(plain, old, given).orElseGet(() -> because(old, span));
      }
    }
    switch (target) {
      case Expr.Name(var name, _) -> {
        if (!scope.change(name, value)) {
          throw new Stuck(unread(span, "it changes what this file does not own"));
        }
      }
      case Expr.Member(var of, var name, _, _) ->
          put(value(of, scope), name, value, target.span(), span);
      case Expr.Index(var of, var index, _, _) -> {
        ScriptValue key = value(index, scope);
        Optional<String> name = key.string();
        if (name.isEmpty()) {
          throw stuck(key, index);
        }
        put(value(of, scope), name.get(), value, target.span(), span);
      }
      default -> throw new Stuck(unread(span, "the assignment is not read"));
    }
    return value;
  }

  private void put(
      ScriptValue into, String name, ScriptValue value, Script.Span key, Script.Span whole) {
    if (!(into instanceof ScriptValue.Members members)) {
      throw new Stuck(unread(whole, "the assignment is not read"));
    }
    members.put(name, value, place(key), place(whole));
  }
}
