package dev.slipway.settings;

import dev.slipway.problem.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Warns of options that nobody reads, each with the name that was probably meant.
final class UnknownKeys {
  private static final Set<String> CORE =
      Set.of(
          "extends",
          "branches",
          "repositoryUrl",
          "tagFormat",
          "plugins",
          "dryRun",
          "ci",
          "noCi",
          "debug",
          "$schema",
          "$import");

  private final Checks checks;

  UnknownKeys(Checks checks) {
    this.checks = checks;
  }

  void check(Written.Members options, Map<PluginStep, List<PluginUse>> uses) {
    Set<String> known = new LinkedHashSet<>(CORE);
    for (PluginStep step : PluginStep.values()) {
      known.add(step.key());
    }
    known.addAll(PluginCatalogue.allKeys());
    for (String key : options.members().keySet()) {
      if (key.equals("branch")) {
        checks.add(
            Problem.warning(
                    "CONFIG_LEGACY_KEY",
                    "The option branch does nothing since semantic-release 16.",
                    "Write branches in its place.")
                .at(options.keyPlace(key)));
      } else if (!known.contains(key)) {
        misplaced("", key, known, options);
      }
    }
    Set<Written.Members> seen = new HashSet<>();
    uses.values()
        .forEach(all ->
            all.stream()
                .filter(use -> seen.add(use.options().own()))
                .forEach(use -> plugin(use, known)));
  }

  private void plugin(PluginUse use, Set<String> rootKeys) {
    Set<String> known = PluginCatalogue.keys(use.name());
    for (String key : use.options().own().members().keySet()) {
      boolean harmless = known.contains(key) || key.equals("path");
      if (!harmless && !rootKeys.contains(key)) {
        misplaced(use.name(), key, known, use.options().own());
      } else if (!harmless) {
        checks.unknown(use.name(), key, known, use.options().own().keyPlace(key));
      }
    }
  }

  private void misplaced(String owner, String key, Set<String> known, Written.Members at) {
    if (GrammarOptions.PARSER_KEYS.contains(key)) {
      checks.add(
          Problem.warning(
                  "CONFIG_UNKNOWN_KEY",
                  "The option "
                      + key
                      + (owner.isEmpty() ? "" : " of " + owner)
                      + " does nothing where it stands.",
                  "Move it into parserOpts.")
              .at(at.keyPlace(key)));
      return;
    }
    checks.unknown(owner, key, known, at.keyPlace(key));
  }
}
