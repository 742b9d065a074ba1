package dev.slipway.settings;

import dev.slipway.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The commands of `@semantic-release/exec`: none is run, so none may be asked for.
final class ExecOptions {
  private ExecOptions() {}

  static Set<String> keys() {
    Set<String> all = new LinkedHashSet<>(List.of("cmd", "shell", "execCwd"));
    for (PluginStep step : PluginStep.values()) {
      all.add(step.key() + "Cmd");
    }
    return all;
  }

  /// Refuses the command of a step, where there is one.
  static void check(PluginUse use, Checks checks) {
    String key = use.step().key() + "Cmd";
    Optional<Written> own = use.options().find(key).filter(value -> value.truth().orElse(true));
    Optional<Written> any = own.or(() -> use.options().find("cmd"));
    String named = own.isPresent() ? key : "cmd";
    any.filter(value -> value.truth().orElse(true))
        .ifPresent(value ->
            checks.add(
                Problem.configuration(
                        "CONFIG_PLUGIN",
                        "The command in "
                            + named
                            + " of "
                            + PluginCatalogue.EXEC
                            + " cannot be honoured: Slipway runs no commands, since it holds the"
                            + " token.",
                        wayOut(use.step())
                            + " Then take it out of the configuration, or say that it may be"
                            + " passed over:\n\nwith:\n  ignore-plugins: \""
                            + PluginCatalogue.EXEC
                            + "\"")
                    .at(value.place())));
  }

  private static String wayOut(PluginStep step) {
    return switch (step) {
      case VERIFY_CONDITIONS, VERIFY_RELEASE -> "Run it in a step before this one.";
      case ANALYZE_COMMITS -> "Say it with releaseRules.";
      case GENERATE_NOTES -> "Say it with a preset, presetConfig or writerOpts.";
      case PREPARE ->
          "Write the version with the command prepare, run it in a step behind that, and release"
              + " then.";
      case PUBLISH, ADD_CHANNEL, SUCCESS ->
          "Run it in a step behind this one, with `if: steps.release.outputs.released`.";
      case FAIL -> "Run it in a step behind this one, with `if: failure()`.";
    };
  }
}
