package dev.slipway.settings;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the workflow or the command line asked for: every input with its value and its origin.
public final class Inputs {
  /// Where a value comes from.
  public enum Origin {
    /// `with:` in the workflow.
    INPUT,
    /// The command line.
    OPTION,
    /// A variable of the environment, such as `NPM_TOKEN`.
    ENVIRONMENT,
    /// Nobody set it.
    DEFAULT
  }

  private record Setting(Object value, Origin origin, String from) {}

  private static final String COMMAND = "INPUT_COMMAND";

  private final Map<Input<?>, Setting> settings;
  private final List<String> operands;
  private final List<Problem> warnings;

  private Inputs(Map<Input<?>, Setting> settings, List<String> operands, List<Problem> warnings) {
    this.settings = settings;
    this.operands = List.copyOf(operands);
    this.warnings = List.copyOf(warnings);
  }

  /// Reads the arguments and the `INPUT_*` variables. An option wins over an input.
  ///
  /// @param arguments the command, options and operands, as the process got them
  /// @param environment the variables, as the process got them
  /// @throws Refused with every wrong input and option at once
  public static Inputs read(List<String> arguments, Map<String, String> environment) {
    List<Problem> problems = new ArrayList<>();
    CommandLine line = CommandLine.read(arguments, problems);
    CommandInput command = CommandInput.of(environment.getOrDefault(COMMAND, ""));
    Map<String, String> variables = new HashMap<>(environment);
    variables.computeIfPresent(COMMAND, (_, _) -> command.name());
    Map<Input<?>, Setting> settings = new HashMap<>();
    for (Input<?> input : InputTable.all()) {
      settings.put(input, setting(input, line, variables, problems));
    }
    unknown(environment, problems);
    for (Input<?> unneeded : InputTable.unneeded()) {
      if (settings.get(unneeded) instanceof Setting(_, var origin, var from)
          && origin != Origin.DEFAULT) {
        problems.add(
            Problem.warning(
                "INPUT_UNNEEDED",
                from + " does nothing here: what it sets up is built in.",
                "Take it out of the workflow."));
      }
    }
    Refused.ifAny(problems);
    boolean onLine = !line.values(InputTable.COMMAND).isEmpty();
    return new Inputs(settings, onLine ? line.operands() : command.operands(), problems);
  }

  private static Setting setting(
      Input<?> input, CommandLine line, Map<String, String> environment, List<Problem> problems) {
    List<Given> given = new ArrayList<>(line.values(input));
    if (given.isEmpty() && input.where() == Input.Where.EVERYWHERE) {
      given.addAll(ofWorkflow(input, environment));
    }
    if (given.isEmpty()) {
      ofEnvironment(input, environment).ifPresent(given::add);
    }
    if (input.isList() && given.size() > 1) {
      given = List.of(joined(given));
    }
    if (given.stream().map(Given::text).distinct().count() > 1) {
      problems.add(
          Problem.configuration(
              "INPUT_TWICE",
              given.get(0).from() + " and " + given.get(1).from() + " say different things.",
              "Keep " + given.getFirst().from() + " and take the other away."));
    }
    Given first =
        given.isEmpty()
            ? new Given(input.fallback(), Origin.DEFAULT, "the default")
            : given.getFirst();
    return new Setting(value(input, first, problems), first.origin(), first.from());
  }

  private static Given joined(List<Given> given) {
    String all = given.stream().map(Given::text).collect(Collectors.joining("\n"));
    return new Given(all, given.getFirst().origin(), given.getFirst().from());
  }

  /// A text that somebody gave for an input.
  record Given(String text, Origin origin, String from) {}

  private static List<Given> ofWorkflow(Input<?> input, Map<String, String> environment) {
    List<Given> found = new ArrayList<>();
    for (String name : spellings(input)) {
      String text = environment.getOrDefault(variable(name), "").strip();
      boolean isDefault = text.equals(input.given()) && name.equals(input.name());
      if (!text.isEmpty() && !isDefault) {
        found.add(new Given(text, Origin.INPUT, "the input " + name));
      }
    }
    return found;
  }

  private static Optional<Given> ofEnvironment(Input<?> input, Map<String, String> environment) {
    List<String> names =
        input.equals(InputTable.NPM_TOKEN)
            ? List.of("NPM_TOKEN", "NODE_AUTH_TOKEN")
            : input.equals(InputTable.GITHUB_TOKEN)
                ? List.of("GH_TOKEN", "GITHUB_TOKEN")
                : List.of();
    for (String name : names) {
      String text = environment.getOrDefault(name, "").strip();
      if (!text.isEmpty()) {
        return Optional.of(new Given(text, Origin.ENVIRONMENT, "the environment variable " + name));
      }
    }
    return Optional.empty();
  }

  /// The names an input is known by: its own, with underscores, and its aliases.
  static Set<String> spellings(Input<?> input) {
    Set<String> names = new LinkedHashSet<>();
    names.add(input.name());
    names.add(input.name().replace('-', '_'));
    names.addAll(input.aliases());
    return names;
  }

  private static String variable(String name) {
    return "INPUT_" + name.toUpperCase(Locale.ROOT);
  }

  private static Object value(Input<?> input, Given given, List<Problem> problems) {
    try {
      return input.reading().value(given.text());
    } catch (Reading.Misread wrong) {
      boolean secret = input.equals(InputTable.NPM_TOKEN) || input.equals(InputTable.GITHUB_TOKEN);
      problems.add(
          Problem.configuration(
              "INPUT_INVALID",
              given.from()
                  + " is "
                  + (secret ? "not readable" : quoted(given.text()))
                  + ", and must be "
                  + wrong.getMessage()
                  + ".",
              "Correct " + given.from() + "."));
      return input.reading().value("");
    }
  }

  private static String quoted(String text) {
    String line = text.replace('\n', ' ');
    return "\"" + (line.length() > 80 ? line.substring(0, 79) + "…" : line) + "\"";
  }

  /// A misspelt input must not be passed over: `dryrun: true` would release.
  private static void unknown(Map<String, String> environment, List<Problem> problems) {
    Set<String> known = new HashSet<>(Set.of("INPUT_ARGS", "INPUT_ENTRYPOINT"));
    List<String> names = new ArrayList<>();
    for (Input<?> input : InputTable.all()) {
      if (input.where() == Input.Where.EVERYWHERE) {
        spellings(input).forEach(name -> known.add(variable(name)));
        names.add(input.name());
      }
    }
    environment.keySet().stream()
        .filter(name -> name.startsWith("INPUT_") && !known.contains(name))
        .sorted()
        .forEach(name -> {
          String given =
              name.substring("INPUT_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
          Optional<String> near = Nearest.of(given, names);
          String what = "There is no input " + given + ".";
          problems.add(
              near.isPresent()
                  ? Problem.configuration("INPUT_UNKNOWN", what, "Did you mean " + near.get() + "?")
                  : Problem.warning("INPUT_UNKNOWN", what, "Take it out of the workflow."));
        });
  }

  /// The value of an input.
  @SuppressWarnings("unchecked")
  public <T> T of(Input<T> input) {
    Setting setting = settings.get(input);
    if (setting == null) {
      throw new IllegalArgumentException("not in the table: " + input);
    }
    return (T) setting.value();
  }

  /// Where the value of an input comes from.
  public Origin origin(Input<?> input) {
    Setting setting = settings.get(input);
    return setting == null ? Origin.DEFAULT : setting.origin();
  }

  /// The same in words, such as `the input npm-token` or `the environment variable NPM_TOKEN`.
  public String from(Input<?> input) {
    Setting setting = settings.get(input);
    return setting == null ? "the default" : setting.from();
  }

  /// What to do.
  public Command command() {
    return of(InputTable.COMMAND).orElse(Command.RELEASE);
  }

  /// What stands behind the command and is no option, such as a directory.
  public List<String> operands() {
    return operands;
  }

  /// Inputs that do nothing.
  public List<Problem> warnings() {
    return warnings;
  }

  /// The secrets among the inputs, to be masked.
  public List<Secret> secrets() {
    List<Secret> all = new ArrayList<>();
    of(InputTable.NPM_TOKEN).ifPresent(all::add);
    of(InputTable.GITHUB_TOKEN).ifPresent(all::add);
    return all;
  }

  /// Every input that somebody set, by name and origin, without any value.
  public Map<String, Origin> set() {
    Map<String, Origin> all = new LinkedHashMap<>();
    for (Input<?> input : InputTable.all()) {
      if (origin(input) != Origin.DEFAULT) {
        all.put(input.name(), origin(input));
      }
    }
    return all;
  }

  /// The names of what was set, without any value.
  @Override
  public String toString() {
    return "Inputs" + set().keySet();
  }
}
