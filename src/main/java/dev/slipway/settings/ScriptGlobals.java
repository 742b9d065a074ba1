package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that a configuration file finds without declaring them.
final class ScriptGlobals {
  /// Parts of the names of variables that hold secrets, as semantic-release hides them.
  private static final List<String> SECRETS =
      List.of("token", "password", "credential", "secret", "private", "key", "auth", "webhook");

  private static final Set<String> PROCESS =
      Set.of(
          "argv",
          "cwd",
          "exit",
          "platform",
          "version",
          "versions",
          "pid",
          "stdout",
          "stderr",
          "on",
          "release",
          "arch",
          "exitCode",
          "execPath",
          "uptime",
          "hrtime",
          "chdir",
          "title");

  private ScriptGlobals() {}

  /// True for a variable whose value is not read.
  static boolean isSecret(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT);
    return !name.equals("GOPRIVATE") && SECRETS.stream().anyMatch(plain::contains);
  }

  /// A scope with `process`, `Boolean` and `String`.
  static ScriptRun.Scope scope(Map<String, String> environment) {
    ScriptRun.Scope scope = new ScriptRun.Scope(Optional.empty());
    scope.declare("process", process(environment));
    Place nowhere = Place.file("");
    scope.declare(
        "Boolean",
        new ScriptValue.Function(
            arguments ->
                arguments.isEmpty()
                    ? new ScriptValue.Flag(false)
                    : arguments
                        .getFirst()
                        .truth()
                        .<ScriptValue>map(ScriptValue.Flag::new)
                        .orElse(arguments.getFirst()),
            "Boolean",
            nowhere));
    scope.declare(
        "String",
        new ScriptValue.Function(
            arguments ->
                arguments.isEmpty()
                    ? new ScriptValue.Text("")
                    : arguments
                        .getFirst()
                        .string()
                        .<ScriptValue>map(ScriptValue.Text::new)
                        .orElse(arguments.getFirst()),
            "String",
            nowhere));
    return scope;
  }

  /// `process`, of which only `env` is read.
  static ScriptValue.Members process(Map<String, String> environment) {
    Place nowhere = Place.file("");
    ScriptValue.Members env = new ScriptValue.Members();
    environment.forEach((name, value) ->
        env.put(
            name,
            isSecret(name)
                ? new ScriptValue.Unread(
                    "process.env." + name,
                    "the value of a secret is not read",
                    Optional.of(!value.isEmpty()),
                    false,
                    nowhere)
                : new ScriptValue.Text(value),
            nowhere,
            nowhere));
    ScriptValue.Members process = new ScriptValue.Members();
    process.put("env", env, nowhere, nowhere);
    for (String name : PROCESS) {
      process.put(
          name,
          new ScriptValue.Unread(
              "process." + name, "it would have to be run", Optional.empty(), false, nowhere),
          nowhere,
          nowhere);
    }
    return process;
  }

  /// A call of a method of a global object; empty where it is none that is known.
  static Optional<ScriptValue> call(String global, String method, List<ScriptValue> arguments) {
    if (global.equals("console")) {
      return Optional.of(ScriptValue.undefined());
    }
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    ScriptValue first = arguments.getFirst();
    Place nowhere = Place.file("");
    return switch (global + "." + method) {
      case "Object.freeze", "Object.seal" -> Optional.of(first);
      case "Object.assign" -> assign(first, arguments.subList(1, arguments.size()));
      case "Object.keys" ->
          members(first)
              .map(members -> {
                ScriptValue.Items keys = new ScriptValue.Items();
                members.members.keySet().forEach(k -> keys.add(new ScriptValue.Text(k), nowhere));
                return keys;
              });
      case "Object.values" ->
          members(first)
              .map(members -> {
                ScriptValue.Items values = new ScriptValue.Items();
                members.members.values().forEach(m -> values.add(m.value(), m.place()));
                return values;
              });
      case "Object.entries" ->
          members(first)
              .map(members -> {
                ScriptValue.Items entries = new ScriptValue.Items();
                members.members.forEach((k, v) -> {
                  ScriptValue.Items entry = new ScriptValue.Items();
                  entry.add(new ScriptValue.Text(k), v.key());
                  entry.add(v.value(), v.place());
                  entries.add(entry, v.key());
                });
                return entries;
              });
      case "Array.isArray" ->
          first instanceof ScriptValue.Unread
              ? Optional.empty()
              : Optional.of(new ScriptValue.Flag(first instanceof ScriptValue.Items));
      default -> Optional.empty();
    };
  }

  private static Optional<ScriptValue.Members> members(ScriptValue value) {
    return value instanceof ScriptValue.Members members && members.spoiled.isEmpty()
        ? Optional.of(members)
        : Optional.empty();
  }

  private static Optional<ScriptValue> assign(ScriptValue into, List<ScriptValue> more) {
    boolean known =
        members(into).isPresent()
            && more.stream()
                .allMatch(one -> members(one).isPresent() || one instanceof ScriptValue.Nothing);
    if (!known || !(into instanceof ScriptValue.Members target)) {
      return Optional.empty();
    }
    for (ScriptValue one : more) {
      if (one instanceof ScriptValue.Members members) {
        target.members.putAll(members.members);
      }
    }
    return Optional.of(into);
  }
}
