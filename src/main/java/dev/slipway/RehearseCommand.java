package dev.slipway;

import dev.slipway.rehearsal.Crash;
import dev.slipway.rehearsal.OnlyLoopback;
import dev.slipway.rehearsal.Rehearsal;
import dev.slipway.report.Log;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Exchanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole release, for real, against servers inside the process.
final class RehearseCommand {
  private RehearseCommand() {}

  /// Rehearses a release of the sample, or of a copy of the folder that is named.
  ///
  /// @return the exit code
  static int run(Hands hands, Start start) {
    Log log = hands.log();
    Optional<Path> source =
        hands.inputs().operands().stream().findFirst().map(start.directory()::resolve);
    try (Rehearsal rehearsal =
        source.isPresent()
            ? Rehearsal.of(
                source.get().normalize(), Optional.empty(), hands.scratch(), start.clock())
            : Rehearsal.ofSample(hands.scratch(), start.clock())) {
      log.line(
          source.isPresent()
              ? "A rehearsal with a copy of "
                  + source.get().normalize()
                  + ", as if branch "
                  + rehearsal.branch()
                  + " had just been pushed."
              : "A rehearsal with a small sample package, as if branch main had just been pushed.");
      log.line(
          "Registry, GitHub and git remote live in this process: nothing leaves this machine.");
      log.gap();
      int code = play(hands, start, rehearsal);
      if (code == 0) {
        curtain(hands, rehearsal);
      }
      return code;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static int play(Hands hands, Start start, Rehearsal rehearsal) throws IOException {
    Map<String, String> environment = rehearsal.environment();
    List<String> arguments = new ArrayList<>(List.of("release"));
    Start inside = start.as(arguments, environment, rehearsal.workspace());
    Optional<String> failAt = hands.inputs().of(InputTable.FAIL_AT);
    if (failAt.isPresent()) {
      Crash crash = Crash.at(failAt.get(), new OnlyLoopback(hands.http(), rehearsal.hosts()));
      try {
        act(hands, inside, crash);
        hands
            .log()
            .line(
                "Nothing crashed: no request of this release is part of the step \""
                    + failAt.get()
                    + "\". Steps: "
                    + String.join(", ", Crash.STEPS)
                    + ".");
        return 0;
      } catch (Crash.Killed killed) {
        hands.log().gap();
        hands.log().line("💥 The process was killed: " + killed.getMessage() + ".");
        hands.log().line("Now the same workflow runs again, on another machine:");
        hands.log().gap();
      }
    }
    return act(hands, inside, new OnlyLoopback(hands.http(), rehearsal.hosts()));
  }

  private static int act(Hands hands, Start inside, Exchanges network) {
    Inputs inputs = Inputs.read(inside.arguments(), inside.environment());
    RunnerContext runner = RunnerContext.of(inside.environment(), inside.directory());
    return Slipway.play(inside, inputs, runner, network, hands.chance(), hands.log());
  }

  private static void curtain(Hands hands, Rehearsal rehearsal) throws IOException {
    Log log = hands.log();
    log.gap();
    log.line("The workflow's summary page would show: " + rehearsal.summary());
    List<String> writes = rehearsal.writes();
    log.line("The servers saw " + writes.size() + " writes; your repository saw none.");
    if (hands.inputs().of(InputTable.KEEP)) {
      log.line("Install it while this runs (end it with Ctrl-C):");
      log.line("  npm install " + rehearsal.packageName() + " --registry " + rehearsal.registry());
      hands.time().sleep(java.time.Duration.ofHours(1));
    }
  }
}
