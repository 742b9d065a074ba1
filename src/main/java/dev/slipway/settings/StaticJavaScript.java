package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a JavaScript or TypeScript file without running it: literals, constants, spreads, string
/// sums, template literals, conditions over `process.env`, `module.exports` and `export default`.
public final class StaticJavaScript {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_VALUES = 100_000;

  private final Place whole;
  private int values;

  private StaticJavaScript(Place whole) {
    this.whole = whole;
  }

  /// What a file exports; empty when it exports nothing.
  ///
  /// @param file its path, for places
  /// @param environment what `process.env` is; the values of secrets are not read
  /// @param modules other files that it names
  /// @throws Refused where the file is not JavaScript that can be read
  static Optional<Written> read(
      String file, String text, Map<String, String> environment, ScriptRun.Modules modules) {
    if (text.length() > LONGEST) {
      throw new Refused(
          Problem.configuration(
                  "CONFIG_UNREADABLE",
                  file + " is longer than a configuration can be (1 MiB).",
                  "Shorten the file.")
              .at(Place.file(file)));
    }
    try {
      ScriptRun run = new ScriptRun(file, text, modules);
      Optional<ScriptValue> value =
          run.module(ScriptStatements.of(text), ScriptGlobals.scope(environment));
      Place at = run.exportedAt();
      StaticJavaScript writing = new StaticJavaScript(at);
      return value.map(known -> writing.written(known, at, 0));
    } catch (ScriptSyntax syntax) {
      Place at = new SourceLines(file, text).place(Math.min(syntax.offset(), text.length()));
      throw new Refused(
          Problem.configuration(
                  "CONFIG_SYNTAX",
                  "The configuration cannot be read as JavaScript: " + syntax.getMessage() + ".",
                  "Mend " + file + " at line " + at.line() + ", column " + at.column() + ".")
              .at(at));
    } catch (ScriptRun.Stuck stuck) {
      throw new Refused(
          codeProblem(stuck.at().expression(), stuck.at().reason(), stuck.at().place()));
    }
  }

  /// The value of a single expression, as in an input.
  ///
  /// @throws ScriptSyntax when it is none
  static Written expression(String name, String text) {
    ScriptRun run = new ScriptRun(name, text, _ -> Optional.empty());
    Place at = Place.file(name);
    return new StaticJavaScript(at)
        .written(
            run.value(ScriptParser.expression(text), new ScriptRun.Scope(Optional.empty())), at, 0);
  }

  /// The problem of a value that would have to be run.
  static Problem codeProblem(String expression, String reason, Place place) {
    return Problem.configuration(
            "CONFIG_CODE",
            "The configuration holds code, and Slipway reads configurations without running them: `"
                + expression
                + "` ("
                + reason
                + ").",
            "Write the value itself in its place, or keep the configuration in a .releaserc.json.")
        .at(place);
  }

  private Written written(ScriptValue value, Place place, int depth) {
    if (++values > MOST_VALUES || depth > 200) {
      throw new Refused(
          Problem.configuration(
                  "CONFIG_UNREADABLE",
                  "The configuration is too large, or holds itself.",
                  "Shorten it.")
              .at(whole));
    }
    return switch (value) {
      case ScriptValue.Text(var text) -> new Written.Text(text, place);
      case ScriptValue.Num(var number) -> new Written.Num(ScriptNumbers.print(number), place);
      case ScriptValue.Flag(var on) -> new Written.Flag(on, place);
      case ScriptValue.Nothing(var isUndefined) -> new Written.Nothing(isUndefined, place);
      case ScriptValue.Pattern(var source, var flags) -> new Written.Pattern(source, flags, place);
      case ScriptValue.Items items -> {
        if (items.spoiled.isPresent()) {
          yield code(items.spoiled.get(), place);
        }
        List<Written> all = new ArrayList<>();
        for (int i = 0; i < items.items.size(); i++) {
          all.add(written(items.items.get(i), items.places.get(i), depth + 1));
        }
        yield new Written.Items(all, place);
      }
      case ScriptValue.Members members -> {
        if (members.spoiled.isPresent()) {
          yield code(members.spoiled.get(), place);
        }
        Map<String, Written> all = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (Map.Entry<String, ScriptValue.Member> member : members.members.entrySet()) {
          ScriptValue.Member one = member.getValue();
          all.put(member.getKey(), written(one.value(), one.place(), depth + 1));
          keys.put(member.getKey(), one.key());
        }
        yield new Written.Members(all, keys, place);
      }
      case ScriptValue.Function(_, var source, var at) ->
          new Written.Code(source, "a function would have to be run", Optional.of(true), at);
      case ScriptValue.Unread unread -> code(unread, place);
    };
  }

  private static Written code(ScriptValue.Unread unread, Place place) {
    return new Written.Code(
        unread.expression(),
        unread.reason(),
        unread.truth(),
        unread.place().line() > 0 ? unread.place() : place);
  }

  /// A value of another file, for the reading of this one.
  static ScriptValue scriptValue(Written value) {
    return switch (value) {
      case Written.Text(var text, _) -> new ScriptValue.Text(text);
      case Written.Num(var literal, _) ->
          new ScriptValue.Num(
              literal.equals("NaN")
                  ? Double.NaN
                  : literal.startsWith("-")
                      ? -ScriptNumbers.parse(literal.substring(1), 0)
                      : ScriptNumbers.parse(literal, 0));
      case Written.Flag(var on, _) -> new ScriptValue.Flag(on);
      case Written.Nothing(var isUndefined, _) -> new ScriptValue.Nothing(isUndefined);
      case Written.Pattern(var source, var flags, _) -> new ScriptValue.Pattern(source, flags);
      case Written.Items(var items, _) -> {
        ScriptValue.Items all = new ScriptValue.Items();
        items.forEach(item -> all.add(scriptValue(item), item.place()));
        yield all;
      }
      case Written.Members members -> {
        ScriptValue.Members all = new ScriptValue.Members();
        members
            .members()
            .forEach((key, member) ->
                all.put(key, scriptValue(member), members.keyPlace(key), member.place()));
        yield all;
      }
      case Written.Code(var expression, var reason, var truth, var at) ->
          new ScriptValue.Unread(expression, reason, truth, false, at);
    };
  }
}
