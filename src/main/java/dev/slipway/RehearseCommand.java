package dev.slipway;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.rehearsal.Crash;
import dev.slipway.rehearsal.OnlyLoopback;
import dev.slipway.rehearsal.Rehearsal;
import dev.slipway.report.Log;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Remote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    Optional<String> merged = hands.inputs().of(InputTable.AS);
    try (Rehearsal rehearsal =
        source.isPresent()
            ? Rehearsal.of(source.get().normalize(), merged, hands.scratch(), start.clock())
            : Rehearsal.ofSample(merged, hands.scratch(), start.clock())) {
      log.line(
          "A rehearsal with "
              + source
                  .map(folder -> "a copy of " + folder.normalize())
                  .orElse("a small sample package")
              + ", as if "
              + happened(merged, rehearsal.branch())
              + ".");
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

  private static String happened(Optional<String> merged, String branch) {
    return merged
        .map(message ->
            "`" + message.lines().findFirst().orElse("") + "` had just been merged into " + branch)
        .orElse("branch " + branch + " had just been pushed");
  }

  private static int play(Hands hands, Start start, Rehearsal rehearsal) throws IOException {
    Map<String, String> environment = rehearsal.environment();
    List<String> arguments = new ArrayList<>(List.of("release"));
    Start inside = start.as(arguments, environment, rehearsal.workspace());
    Optional<String> failAt = hands.inputs().of(InputTable.FAIL_AT);
    if (failAt.isPresent()) {
      if (!Crash.STEPS.contains(failAt.get())) {
        throw new Refused(noSuchStep(failAt.get()));
      }
      Crash crash = Crash.at(failAt.get(), new OnlyLoopback(hands.http(), rehearsal.hosts()));
      try {
        act(hands, inside, crash, crash::around);
        hands
            .log()
            .line(
                "Nothing crashed: this run had nothing to do at the step \""
                    + failAt.get()
                    + "\".");
        return 0;
      } catch (Crash.Killed killed) {
        hands.log().gap();
        hands.log().line("💥 The process was killed: " + killed.getMessage() + ".");
        hands.log().line("Now the same workflow runs again, on another machine:");
        hands.log().gap();
      }
    }
    return act(
        hands, inside, new OnlyLoopback(hands.http(), rehearsal.hosts()), UnaryOperator.identity());
  }

  private static Problem noSuchStep(String step) {
    return Problem.configuration(
        "STEP_UNKNOWN",
        "A release has no step " + step + ".",
        "The steps are " + String.join(", ", Crash.STEPS) + ".");
  }

  private static int act(
      Hands hands, Start inside, Exchanges network, UnaryOperator<Remote> stage) {
    Inputs inputs = Inputs.read(inside.arguments(), inside.environment());
    RunnerContext runner = RunnerContext.of(inside.environment(), inside.directory());
    return Slipway.play(inside, inputs, runner, network, stage, hands.chance(), hands.log());
  }

  private static void curtain(Hands hands, Rehearsal rehearsal) throws IOException {
    Log log = hands.log();
    log.gap();
    int writes = rehearsal.writes().size();
    log.line("The servers saw " + writes + " writes; your repository saw none.");
    if (writes == 0) {
      log.line(
          "To see a whole release all the same, pretend a merge: --as \"feat: something new\"");
      return;
    }
    boolean keep = hands.inputs().of(InputTable.KEEP);
    log.line(keep ? "Install it while this runs:" : "With --keep it could now be installed:");
    for (String tarball : rehearsal.tarballs()) {
      log.line("  npm install " + tarball);
    }
    if (keep) {
      log.line("The workflow's summary page would show " + rehearsal.summary());
      log.line("This ends by itself in an hour, or with Ctrl-C.");
      hands.time().sleep(Duration.ofHours(1));
    }
  }
}
