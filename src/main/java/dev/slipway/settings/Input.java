package dev.slipway.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One input of the action, which is also one option of the command line.
///
/// @param <T> what its value is
/// @param name in lower case with hyphens: `dry-run` is `INPUT_DRY-RUN` and `--dry-run`
/// @param given the default as `action.yml` has it
/// @param description one line for `action.yml`
/// @param aliases other names, which `action.yml` declares too
/// @param where who can set it
/// @param reading how its text becomes its value
public record Input<T>(
    String name,
    String given,
    String description,
    List<String> aliases,
    Where where,
    Reading<T> reading) {

  /// Who can set an input.
  public enum Where {
    /// The workflow and the command line.
    EVERYWHERE,
    /// The command line alone.
    COMMAND_LINE
  }

  public Input {
    aliases = List.copyOf(aliases);
  }

  /// An input without a default.
  static <T> Input<T> of(String name, Reading<T> reading, String description) {
    return new Input<>(name, "", description, List.of(), Where.EVERYWHERE, reading);
  }

  /// The same with a default.
  Input<T> or(String given) {
    return new Input<>(name, given, description, aliases, where, reading);
  }

  /// The same with another name.
  Input<T> alias(String... names) {
    return new Input<>(name, given, description, List.of(names), where, reading);
  }

  /// The same for the command line alone.
  Input<T> onCommandLine() {
    return new Input<>(name, given, description, aliases, Where.COMMAND_LINE, reading);
  }

  /// True for an option that is on when it stands there without a value.
  boolean isFlag() {
    return reading.equals(InputTable.FLAG) || reading.equals(InputTable.MAYBE);
  }

  /// True for an option that may stand there several times.
  boolean isList() {
    return reading.equals(InputTable.LINES);
  }

  /// The default where nobody replaces `${{ … }}`: on the command line.
  String fallback() {
    return given.startsWith("${{") ? "" : given;
  }

  /// There is one input of a name, so the name tells them apart.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Input<?> input && input.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
