package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The members and methods of JavaScript's own values that are read.
final class ScriptMembers {
  private static final Set<String> INHERITED =
      Set.of("constructor", "__proto__", "prototype", "hasOwnProperty", "toString", "valueOf");

  private ScriptMembers() {}

  /// A member of a value; empty where it is not known.
  static Optional<ScriptValue> find(ScriptValue of, String name) {
    return switch (of) {
      case ScriptValue.Members members -> {
        if (members.spoiled.isPresent()) {
          yield Optional.of(members.spoiled.get());
        }
        Optional<ScriptValue> own = members.find(name).map(ScriptValue.Member::value);
        yield own.isPresent() || INHERITED.contains(name)
            ? own
            : Optional.of(ScriptValue.undefined());
      }
      case ScriptValue.Items items -> {
        if (items.spoiled.isPresent()) {
          yield Optional.of(items.spoiled.get());
        }
        yield name.equals("length")
            ? Optional.of(new ScriptValue.Num(items.items.size()))
            : at(name, items.items.size()).map(i -> item(items, i));
      }
      case ScriptValue.Text(var text) ->
          name.equals("length")
              ? Optional.of(new ScriptValue.Num(text.length()))
              : at(name, text.length())
                  .map(i ->
                      i < text.length()
                          ? new ScriptValue.Text(text.substring(i, i + 1))
                          : ScriptValue.undefined());
      case ScriptValue.Pattern(var source, var flags) ->
          switch (name) {
            case "source" -> Optional.of(new ScriptValue.Text(source));
            case "flags" -> Optional.of(new ScriptValue.Text(flags));
            default -> Optional.empty();
          };
      case ScriptValue.Num _, ScriptValue.Flag _, ScriptValue.Nothing _ -> Optional.empty();
      case ScriptValue.Function _, ScriptValue.Unread _ -> Optional.empty();
    };
  }

  private static ScriptValue item(ScriptValue.Items items, int index) {
    return index < items.items.size() ? items.items.get(index) : ScriptValue.undefined();
  }

  /// The index that a name is; too great a one is the size, empty where it is no index.
  private static Optional<Integer> at(String name, int size) {
    if (name.isEmpty() || name.length() > 9) {
      return Optional.empty();
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(Math.min(Integer.parseInt(name), size));
  }

  /// A call of a method of a value; empty where it is not known.
  static Optional<ScriptValue> call(
      ScriptValue receiver, String method, List<ScriptValue> arguments, Place place) {
    return switch (receiver) {
      case ScriptValue.Text(var text) -> ofText(text, method, arguments, place);
      case ScriptValue.Items items ->
          items.spoiled.isPresent()
              ? Optional.empty()
              : ScriptLists.call(items, method, arguments, place);
      case ScriptValue.Pattern pattern ->
          method.equals("test") && !arguments.isEmpty()
              ? arguments
                  .getFirst()
                  .string()
                  .flatMap(text -> ScriptPatterns.test(pattern, text))
                  .map(ScriptValue.Flag::new)
              : Optional.empty();
      case ScriptValue.Members members ->
          method.equals("hasOwnProperty")
                  && members.spoiled.isEmpty()
                  && !members.members.containsKey(method)
                  && !arguments.isEmpty()
              ? arguments
                  .getFirst()
                  .string()
                  .map(key -> new ScriptValue.Flag(members.members.containsKey(key)))
              : Optional.empty();
      case ScriptValue.Num _, ScriptValue.Flag _ ->
          method.equals("toString") && arguments.isEmpty()
              ? receiver.string().map(ScriptValue.Text::new)
              : Optional.empty();
      case ScriptValue.Nothing _, ScriptValue.Function _, ScriptValue.Unread _ -> Optional.empty();
    };
  }

  private static Optional<ScriptValue> ofText(
      String text, String method, List<ScriptValue> arguments, Place place) {
    Optional<String> first = arguments.isEmpty() ? Optional.empty() : arguments.getFirst().string();
    boolean pattern = !arguments.isEmpty() && arguments.getFirst() instanceof ScriptValue.Pattern;
    return switch (method) {
      case "toString", "valueOf" -> Optional.of(new ScriptValue.Text(text));
      case "toUpperCase" -> Optional.of(new ScriptValue.Text(text.toUpperCase(Locale.ROOT)));
      case "toLowerCase" -> Optional.of(new ScriptValue.Text(text.toLowerCase(Locale.ROOT)));
      case "trim" -> Optional.of(new ScriptValue.Text(trim(text)));
      case "startsWith" ->
          pattern || arguments.size() != 1
              ? Optional.empty()
              : first.map(f -> new ScriptValue.Flag(text.startsWith(f)));
      case "endsWith" ->
          pattern || arguments.size() != 1
              ? Optional.empty()
              : first.map(f -> new ScriptValue.Flag(text.endsWith(f)));
      case "includes" ->
          pattern || arguments.size() != 1
              ? Optional.empty()
              : first.map(f -> new ScriptValue.Flag(text.contains(f)));
      case "indexOf" ->
          arguments.size() == 1
              ? first.map(f -> new ScriptValue.Num(text.indexOf(f)))
              : Optional.empty();
      case "slice" -> range(text.length(), arguments, true).map(r -> cut(text, r));
      case "substring" -> range(text.length(), arguments, false).map(r -> cut(text, r));
      case "concat" -> {
        StringBuilder all = new StringBuilder(text);
        for (ScriptValue argument : arguments) {
          if (argument.string().isEmpty()) {
            yield Optional.empty();
          }
          all.append(argument.string().get());
        }
        yield Optional.of(new ScriptValue.Text(all.toString()));
      }
      case "replace", "replaceAll" -> replace(text, method, arguments);
      case "split" -> split(text, arguments, place);
      default -> Optional.empty();
    };
  }

  private static ScriptValue cut(String text, ScriptLists.Range range) {
    return new ScriptValue.Text(text.substring(range.from(), range.to()));
  }

  private static Optional<ScriptLists.Range> range(
      int length, List<ScriptValue> arguments, boolean fromEnd) {
    return ScriptLists.range(length, arguments, fromEnd);
  }

  private static Optional<ScriptValue> replace(
      String text, String method, List<ScriptValue> arguments) {
    if (arguments.size() != 2 || !(arguments.get(1) instanceof ScriptValue.Text(var replacement))) {
      return Optional.empty();
    }
    if (arguments.getFirst() instanceof ScriptValue.Pattern pattern) {
      return ScriptPatterns.replace(pattern, text, replacement).map(ScriptValue.Text::new);
    }
    if (!(arguments.getFirst() instanceof ScriptValue.Text(var wanted))
        || replacement.indexOf('$') >= 0
        || wanted.isEmpty()) {
      return Optional.empty();
    }
    if (method.equals("replaceAll")) {
      return Optional.of(new ScriptValue.Text(text.replace(wanted, replacement)));
    }
    int at = text.indexOf(wanted);
    return Optional.of(
        new ScriptValue.Text(
            at < 0
                ? text
                : text.substring(0, at) + replacement + text.substring(at + wanted.length())));
  }

  private static Optional<ScriptValue> split(
      String text, List<ScriptValue> arguments, Place place) {
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    ScriptValue.Items parts = new ScriptValue.Items();
    switch (arguments.getFirst()) {
      case ScriptValue.Pattern pattern -> {
        Optional<List<String>> pieces = ScriptPatterns.split(pattern, text);
        if (pieces.isEmpty()) {
          return Optional.empty();
        }
        pieces.get().forEach(piece -> parts.add(new ScriptValue.Text(piece), place));
      }
      case ScriptValue.Text(var by) -> {
        int done = 0;
        int step = by.isEmpty() ? 1 : 0;
        for (int at = text.indexOf(by, step); at >= 0 && at < text.length() + 1 - step; ) {
          parts.add(new ScriptValue.Text(text.substring(done, at)), place);
          done = at + by.length();
          at = text.indexOf(by, done + step);
        }
        parts.add(new ScriptValue.Text(text.substring(done)), place);
      }
      case ScriptValue.Items _, ScriptValue.Members _, ScriptValue.Num _ -> {
        return Optional.empty();
      }
      case ScriptValue.Flag _, ScriptValue.Nothing _, ScriptValue.Function _ -> {
        return Optional.empty();
      }
      case ScriptValue.Unread _ -> {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /// The text without JavaScript's white space at both ends.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return (c >= '\t' && c <= '\r') || c == '\uFEFF' || Character.isSpaceChar(c);
  }
}
