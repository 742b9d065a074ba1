package dev.slipway.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a step prints, and the files it writes, by the rules of actions/runner
/// (`ActionCommand`, `ActionCommandManager`, `FileCommandManager` of 2.336.0): both command
/// syntaxes, stop-commands, the block form of outputs. Wrong input throws, as it fails the step
/// there.
public final class RunnerReader {
  private static final Set<String> COMMANDS =
      Set.of(
          "error",
          "warning",
          "notice",
          "debug",
          "group",
          "endgroup",
          "add-mask",
          "add-matcher",
          "remove-matcher",
          "echo",
          "stop-commands",
          "set-output",
          "save-state",
          "set-env",
          "add-path",
          "internal-set-repo-path");

  /// A command that was obeyed.
  ///
  /// @param legacy true for `##[…]`
  public record Obeyed(String name, Map<String, String> properties, String data, boolean legacy) {}

  /// What the runner made of a log.
  ///
  /// @param obeyed the commands, in order
  /// @param shown the other lines
  public record Reading(List<Obeyed> obeyed, List<String> shown) {
    /// The data of every command of a name.
    public List<String> data(String name) {
      return obeyed.stream().filter(o -> o.name().equals(name)).map(Obeyed::data).toList();
    }
  }

  private RunnerReader() {}

  /// Reads a whole log.
  public static Reading log(String text) {
    List<Obeyed> obeyed = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    Optional<String> stopped = Optional.empty();
    for (String line : text.split("\r\n|\n|\r", -1)) {
      Optional<Obeyed> command = modern(line, stopped).or(() -> legacy(line));
      if (stopped.isPresent()) {
        String token = stopped.get();
        if (command.isPresent() && command.get().name().equalsIgnoreCase(token)) {
          stopped = Optional.empty();
        } else {
          shown.add(line);
        }
      } else if (command.isPresent()) {
        if (command.get().name().equals("stop-commands")) {
          stopped = Optional.of(command.get().data());
        }
        obeyed.add(command.get());
      } else {
        shown.add(line);
      }
    }
    if (stopped.isPresent()) {
      throw new IllegalStateException("commands were stopped and never resumed");
    }
    return new Reading(obeyed, shown);
  }

  private static Optional<Obeyed> modern(String line, Optional<String> token) {
    String rest = trimStart(line);
    if (!rest.startsWith("::")) {
      return Optional.empty();
    }
    int end = rest.indexOf("::", 2);
    if (end < 0) {
      return Optional.empty();
    }
    String info = rest.substring(2, end);
    int space = info.indexOf(' ');
    String name = (space < 0 ? info : info.substring(0, space)).toLowerCase(Locale.ROOT);
    if (!COMMANDS.contains(name) && !token.map(name::equalsIgnoreCase).orElse(false)) {
      return Optional.empty();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    if (space > 0) {
      for (String property : info.substring(space + 1).strip().split(",", -1)) {
        String[] pair = property.split("=", 2);
        if (pair.length == 2) {
          properties.put(
              pair[0],
              pair[1]
                  .replace("%0D", "\r")
                  .replace("%0A", "\n")
                  .replace("%3A", ":")
                  .replace("%2C", ",")
                  .replace("%25", "%"));
        }
      }
    }
    String data =
        rest.substring(end + 2).replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    return Optional.of(new Obeyed(name, properties, data, false));
  }

  /// The runner finds the prefix by the rules of a culture, which skip joiners and the like; being
  /// as generous here makes the tests stricter.
  private static Optional<Obeyed> legacy(String line) {
    StringBuilder seen = new StringBuilder();
    line.chars()
        .filter(c -> Character.getType(c) != Character.FORMAT && (c < 0xfe00 || c > 0xfe0f))
        .forEach(c -> seen.append((char) c));
    int start = seen.indexOf("##[");
    int end = start < 0 ? -1 : seen.indexOf("]", start);
    if (end < 0) {
      return Optional.empty();
    }
    String info = seen.substring(start + 3, end);
    int space = info.indexOf(' ');
    String name = (space < 0 ? info : info.substring(0, space)).toLowerCase(Locale.ROOT);
    return COMMANDS.contains(name)
        ? Optional.of(new Obeyed(name, Map.of(), seen.substring(end + 1), true))
        : Optional.empty();
  }

  private static String trimStart(String line) {
    int i = 0;
    while (i < line.length()
        && (Character.isWhitespace(line.charAt(i))
            || Character.isSpaceChar(line.charAt(i))
            || Character.getType(line.charAt(i)) == Character.FORMAT)) {
      i++;
    }
    return line.substring(i);
  }

  /// Reads `GITHUB_OUTPUT`.
  ///
  /// @throws IllegalStateException for what fails the step
  public static Map<String, String> outputs(String file) {
    Map<String, String> values = new LinkedHashMap<>();
    String[] lines = file.split("\r\n|\n|\r", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isEmpty()) {
        continue;
      }
      int equals = lines[i].indexOf('=');
      int block = lines[i].indexOf("<<");
      if (equals >= 0 && (block < 0 || equals < block)) {
        values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
      } else if (block > 0 && block + 2 < lines[i].length()) {
        String delimiter = lines[i].substring(block + 2);
        List<String> value = new ArrayList<>();
        int at = i + 1;
        while (at < lines.length && !lines[at].equals(delimiter)) {
          value.add(lines[at++]);
        }
        if (at == lines.length) {
          throw new IllegalStateException("Matching delimiter not found '" + delimiter + "'");
        }
        values.put(lines[i].substring(0, block), String.join("\n", value));
        i = at;
      } else {
        throw new IllegalStateException("Invalid format '" + lines[i] + "'");
      }
    }
    return values;
  }
}
