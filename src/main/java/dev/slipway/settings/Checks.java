package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Collects everything that is wrong with a configuration while it is read.
final class Checks {
  /// How the place of a value begins that the workflow gives, in no file.
  static final String INPUT = "the input ";

  private final List<Problem> problems = new ArrayList<>();

  /// What was found, each thing once.
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  void add(Problem problem) {
    Optional<String> input = problem.place().map(Place::file).filter(f -> f.startsWith(INPUT));
    problems.add(
        input
            .map(name ->
                new Problem(
                    problem.code(),
                    problem.kind(),
                    problem.what() + " The workflow says so in " + name + ".",
                    problem.remedy(),
                    Optional.empty()))
            .orElse(problem));
  }

  /// An option whose value is of the wrong kind.
  ///
  /// @param owner the plug-in, or the empty text for an option of the core
  /// @param wanted goes on behind "must be"
  void wrong(String code, String owner, String key, String wanted, Written value) {
    if (code(owner, key, value)) {
      return;
    }
    add(
        Problem.configuration(
                code,
                "The option "
                    + key
                    + of(owner)
                    + " must be "
                    + wanted
                    + ", and is "
                    + shown(value)
                    + ".",
                "Correct it, or take it out.")
            .at(value.place()));
  }

  /// Says that a value would have to be run, where it, or something in it, would.
  ///
  /// @return true when that was so
  boolean code(String owner, String key, Written value) {
    Optional<Written.Code> code = firstCode(value);
    code.ifPresent(found ->
        add(
            Problem.configuration(
                    "CONFIG_CODE",
                    "The option "
                        + key
                        + of(owner)
                        + " is code, and Slipway reads "
                        + "configurations without running them: `"
                        + found.expression()
                        + "` ("
                        + found.reason()
                        + ").",
                    "Write the value itself in its place, or take the option out.")
                .at(found.place())));
    return code.isPresent();
  }

  /// True when a value, or something in it, would have to be run.
  static boolean holdsCode(Written value) {
    return firstCode(value).isPresent();
  }

  private static Optional<Written.Code> firstCode(Written value) {
    return switch (value) {
      case Written.Code code -> Optional.of(code);
      case Written.Items(var items, _) ->
          items.stream().map(Checks::firstCode).flatMap(Optional::stream).findFirst();
      case Written.Members members ->
          members.members().values().stream()
              .map(Checks::firstCode)
              .flatMap(Optional::stream)
              .findFirst();
      case Written.Text _, Written.Num _, Written.Flag _, Written.Nothing _, Written.Pattern _ ->
          Optional.empty();
    };
  }

  /// Warns of a key that nobody reads.
  void unknown(String owner, String key, Collection<String> known, Place place) {
    add(
        Problem.warning(
                "CONFIG_UNKNOWN_KEY",
                "The option " + key + of(owner) + " is not known and does nothing.",
                Nearest.of(key, known)
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("Take it out."))
            .at(place));
  }

  private static String of(String owner) {
    return owner.isEmpty() ? "" : " of " + owner;
  }

  /// A value as a message shows it.
  static String shown(Written value) {
    return switch (value) {
      case Written.Text(var text, _) ->
          "\""
              + (text.length() > 60 ? text.substring(0, 59) + "…" : text).replace('\n', ' ')
              + "\"";
      case Written.Num(var literal, _) -> literal;
      case Written.Flag(var on, _) -> Boolean.toString(on);
      case Written.Nothing(var isUndefined, _) -> isUndefined ? "undefined" : "null";
      case Written.Pattern _ -> "a regular expression";
      case Written.Items _ -> "a list";
      case Written.Members _ -> "an object";
      case Written.Code _ -> "code";
    };
  }

  static boolean isFullText(Written value) {
    return value instanceof Written.Text(var text, _) && !ScriptMembers.trim(text).isEmpty();
  }

  /// A text that is not blank.
  Optional<String> text(Options options, String key) {
    Optional<Written> value = options.find(key);
    if (value.isPresent() && !isFullText(value.get())) {
      wrong(options.code(key), options.owner(), key, "a text that is not empty", value.get());
      return Optional.empty();
    }
    return value.flatMap(Written::text);
  }

  /// `true` or `false`.
  Optional<Boolean> flag(Options options, String key) {
    Optional<Written> value = options.find(key);
    if (value.isPresent() && value.get() instanceof Written.Flag(var on, _)) {
      return Optional.of(on);
    }
    value.ifPresent(v -> wrong(options.code(key), options.owner(), key, "true or false", v));
    return Optional.empty();
  }

  /// What counts as true, whatever it is.
  Optional<Boolean> truth(Options options, String key) {
    Optional<Written> value = options.find(key);
    if (value.isEmpty() || code(options.owner(), key, value.get())) {
      return Optional.empty();
    }
    return value.get().truth();
  }
}
