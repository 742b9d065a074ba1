package dev.slipway;

import dev.slipway.http.JdkExchanges;
import dev.slipway.http.Proxies;
import dev.slipway.http.Trust;
import dev.slipway.npm.Sigstore;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Log;
import dev.slipway.report.Masks;
import dev.slipway.settings.Command;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Chance;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Remote;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Runs one command: reads what was asked for, does it, tells, and gives the exit code.
final class Slipway {
  private static final String USER_AGENT = "slipway/" + version();

  private Slipway() {}

  /// The version of this Slipway.
  static String version() {
    String built = Slipway.class.getPackage().getImplementationVersion();
    return built == null ? "0.0.0-development" : built;
  }

  /// Runs the command of a start.
  ///
  /// @return the exit code
  static int run(Start start) {
    RunnerContext runner = RunnerContext.of(start.environment(), start.directory());
    Chance chance = LiveWorld.unguessable();
    Inputs inputs;
    try {
      inputs = Inputs.read(start.arguments(), start.environment());
    } catch (Refused refused) {
      return Ending.refused(log(start, runner, Masks.none(), chance, false), refused);
    }
    if (inputs.of(InputTable.HELP)) {
      start.out().print(Help.text());
      return 0;
    }
    if (inputs.of(InputTable.VERSION)) {
      start.out().println(version());
      return 0;
    }
    try (Lazily network = new Lazily(() -> open(start, inputs, runner))) {
      if (asksAtOnce(inputs.command())) {
        network.begin();
      }
      return run(start, inputs, runner, network, chance);
    }
  }

  private static boolean asksAtOnce(Command command) {
    return switch (command) {
      case RELEASE, DOCTOR, WATCH, DIST_TAG, DEPRECATE -> true;
      case PLAN, PACK, PREPARE, REHEARSE -> false;
    };
  }

  /// The same with a network of the caller's.
  static int run(
      Start start, Inputs inputs, RunnerContext runner, Exchanges network, Chance chance) {
    Masks masks = Masks.of(secrets(inputs, runner));
    Log log = log(start, runner, masks, chance, inputs.of(InputTable.JSON));
    log.maskSecrets();
    return play(start, inputs, runner, network, UnaryOperator.identity(), chance, log);
  }

  /// The same with a git remote and a log of the caller's.
  static int play(
      Start start,
      Inputs inputs,
      RunnerContext runner,
      Exchanges network,
      UnaryOperator<Remote> stage,
      Chance chance,
      Log log) {
    PoliteWaiting polite = new PoliteWaiting(network, start.time(), log);
    try (Scratch scratch = Scratch.below(runner.temporary())) {
      Hands hands =
          new Hands(
              inputs,
              runner,
              start.environment(),
              log,
              polite,
              stage,
              Sigstore.publicInstance(),
              new LiveDisk(runner.workspace()),
              polite,
              chance,
              scratch.folder(),
              start.out());
      return Ending.of(hands, start);
    }
  }

  private static Log log(
      Start start, RunnerContext runner, Masks masks, Chance chance, boolean document) {
    return new Log(
        document ? start.err() : start.out(),
        runner.onRunner() ? Log.Reader.RUNNER : Log.Reader.PERSON,
        masks,
        chance,
        runner.debug());
  }

  private static List<Secret> secrets(Inputs inputs, RunnerContext runner) {
    List<Secret> secrets = new ArrayList<>();
    inputs.of(InputTable.NPM_TOKEN).ifPresent(secrets::add);
    inputs.of(InputTable.GITHUB_TOKEN).ifPresent(secrets::add);
    runner.idTokens().ifPresent(tokens -> secrets.add(tokens.token()));
    return secrets;
  }

  private static JdkExchanges open(Start start, Inputs inputs, RunnerContext runner) {
    Trust trust =
        inputs
            .of(InputTable.CA_FILE)
            .map(file -> trust(runner.workspace().resolve(file), file))
            .orElseGet(Trust::standard);
    return JdkExchanges.open(Proxies.from(start.environment()), trust, USER_AGENT);
  }

  private static Trust trust(Path file, String shown) {
    try {
      return Trust.withExtra(shown, Files.readAllBytes(file));
    } catch (IOException problem) {
      throw new Refused(
          Problem.configuration(
              "CA_FILE_UNREADABLE",
              "The file of certificate authorities cannot be read: " + shown + ".",
              "Name a PEM file, relative to the workspace, as `ca-file`."));
    }
  }
}
