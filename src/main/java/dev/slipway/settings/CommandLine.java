package dev.slipway.settings;

import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The command, options and operands of a command line.
///
/// @param given what was given for each input, in its order
/// @param operands what is neither command nor option
record CommandLine(Map<Input<?>, List<Inputs.Given>> given, List<String> operands) {

  /// What was given for an input.
  List<Inputs.Given> values(Input<?> input) {
    return given.getOrDefault(input, List.of());
  }

  /// Reads arguments: `command --name value --name=value --flag --no-flag operand -- operand`.
  static CommandLine read(List<String> arguments, List<Problem> problems) {
    Map<Input<?>, List<Inputs.Given>> given = new HashMap<>();
    List<String> operands = new ArrayList<>();
    Optional<String> command = Optional.empty();
    boolean options = true;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (options && argument.equals("--")) {
        options = false;
      } else if (options && argument.length() > 1 && argument.startsWith("-")) {
        boolean usedNext =
            option(
                argument,
                i + 1 < arguments.size() ? arguments.get(i + 1) : "",
                given,
                problems,
                i + 1 < arguments.size());
        i += usedNext ? 1 : 0;
      } else if (options && command.isEmpty() && operands.isEmpty() && isCommand(argument)) {
        command = Optional.of(argument);
      } else if (options && command.isEmpty() && operands.isEmpty() && argument.equals("help")) {
        add(given, InputTable.HELP, "true", "the command help");
      } else {
        operands.add(argument);
      }
    }
    command.ifPresent(name -> add(given, InputTable.COMMAND, name, "the command " + name));
    if (command.isEmpty()
        && !operands.isEmpty()
        && arguments.getFirst().equals(operands.getFirst())) {
      List<String> commands =
          java.util.Arrays.stream(Command.values()).map(Reading::spelling).toList();
      problems.add(
          Problem.configuration(
              "COMMAND_UNKNOWN",
              "There is no command " + operands.getFirst() + ".",
              Nearest.of(operands.getFirst(), commands)
                  .map(near -> "Did you mean " + near + "?")
                  .orElse("The commands are " + String.join(", ", commands) + ".")));
    }
    return new CommandLine(given, operands);
  }

  private static boolean isCommand(String word) {
    return java.util.Arrays.stream(Command.values())
        .anyMatch(command -> Reading.spelling(command).equals(word));
  }

  private static void add(
      Map<Input<?>, List<Inputs.Given>> given, Input<?> input, String text, String from) {
    given
        .computeIfAbsent(input, _ -> new ArrayList<>())
        .add(new Inputs.Given(text, Inputs.Origin.OPTION, from));
  }

  /// Reads one option; true when it took the next argument for its value.
  private static boolean option(
      String argument,
      String next,
      Map<Input<?>, List<Inputs.Given>> given,
      List<Problem> problems,
      boolean hasNext) {
    int equals = argument.indexOf('=');
    String written = equals < 0 ? argument : argument.substring(0, equals);
    String name = nameOf(written);
    boolean negated =
        name.startsWith("no-") && find(name.substring(3)).filter(Input::isFlag).isPresent();
    Optional<Input<?>> found = find(negated ? name.substring(3) : name);
    if (found.isEmpty()) {
      problems.add(unknown(written, name));
      return false;
    }
    Input<?> input = found.get();
    String from = "the option " + written;
    if (equals >= 0) {
      add(given, input, argument.substring(equals + 1), from);
      return false;
    }
    if (negated) {
      add(given, input, "false", from);
      return false;
    }
    if (input.isFlag()) {
      boolean value = next.equalsIgnoreCase("true") || next.equalsIgnoreCase("false");
      add(given, input, value ? next : "true", from);
      return value;
    }
    if (!hasNext || next.startsWith("--")) {
      problems.add(
          Problem.configuration(
              "OPTION_WITHOUT_VALUE", from + " needs a value.", "Write " + written + "=VALUE."));
      return false;
    }
    add(given, input, next, from);
    return true;
  }

  private static String nameOf(String written) {
    return switch (written) {
      case "-h" -> "help";
      case "-d" -> "dry-run";
      default -> written.substring(written.startsWith("--") ? 2 : 1);
    };
  }

  private static Optional<Input<?>> find(String name) {
    for (Input<?> input : InputTable.all()) {
      if (Inputs.spellings(input).contains(name)) {
        return Optional.of(input);
      }
    }
    return Optional.empty();
  }

  private static Problem unknown(String written, String name) {
    List<String> names = InputTable.all().stream().<String>map(Input::name).toList();
    return Problem.configuration(
        "OPTION_UNKNOWN",
        "There is no option " + written + ".",
        Nearest.of(name.toLowerCase(Locale.ROOT), names)
            .map(near -> "Did you mean --" + near + "?")
            .orElse("slipway --help lists the options."));
  }
}
