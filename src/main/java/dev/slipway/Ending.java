package dev.slipway;

import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.rehearsal.Crash;
import dev.slipway.report.Checkup;
import dev.slipway.report.ExitCode;
import dev.slipway.report.Log;
import dev.slipway.report.Outputs;
import dev.slipway.report.RunnerFiles;
import dev.slipway.report.Summary;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import dev.slipway.report.ToldTarball;
import dev.slipway.report.Upkept;
import dev.slipway.report.Watch;
import dev.slipway.settings.InputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Carries out a command and tells how it ended, in every place where that is told.
final class Ending {
  private static final Problem UNWRITABLE =
      Problem.warning(
          "RUNNER_FILE_UNWRITABLE",
          "The runner's files for outputs and summary cannot be written.",
          "");

  private Ending() {}

  /// Runs the command that was asked for.
  ///
  /// @return the exit code
  static int of(Hands hands, Start start) {
    try {
      return switch (hands.inputs().command()) {
        case RELEASE -> tell(hands, Triggers.run(hands));
        case PLAN -> plan(hands);
        case PACK -> pack(hands);
        case REHEARSE -> RehearseCommand.run(hands, start);
        case PREPARE -> tell(hands, PrepareCommand.run(hands));
        case DOCTOR -> doctor(hands);
        case WATCH -> watch(hands);
        case DIST_TAG, DEPRECATE -> upkeep(hands);
      };
    } catch (Refused refused) {
      return tell(hands, Told.of(Told.Status.REFUSED).with(refused.problems()));
    } catch (Crash.Killed killed) {
      throw killed;
    } catch (RuntimeException unknown) {
      if (Thread.currentThread().isInterrupted()) {
        return tell(hands, Told.of(Told.Status.FAILED).with(List.of(stopped())));
      }
      hands.log().debug(() -> trace(unknown));
      return tell(hands, Told.of(Told.Status.FAILED).with(List.of(unexpected(unknown))));
    }
  }

  /// Says why a run could not even begin.
  static int refused(Log log, Refused refused) {
    refused.problems().forEach(log::problem);
    log.end();
    return ExitCode.of(refused.problems()).number();
  }

  private static int plan(Hands hands) {
    Told told;
    try {
      told = PlanCommand.run(hands);
    } catch (Refused refused) {
      told =
          Told.of(Told.Status.REFUSED)
              .because(refused.problems().stream().map(Problem::what).toList(), List.of())
              .with(refused.problems());
    }
    if (hands.inputs().of(InputTable.JSON)) {
      JsonWriter.print(PlanCommand.document(told), hands.documents());
    }
    return tell(hands, told);
  }

  private static int pack(Hands hands) {
    PackCommand.Made made = PackCommand.run(hands);
    if (hands.inputs().of(InputTable.JSON)) {
      hands.documents().println(PackDocument.of(made.inspected().packed().tarball()));
    } else {
      PackListing.of(made.inspected()).forEach(hands.log()::line);
    }
    made.kept().ifPresent(file -> hands.log().line("Kept as " + file));
    made.inspected().problems().forEach(hands.log()::problem);
    hands.log().end();
    return ExitCode.of(made.inspected().problems()).number();
  }

  private static int doctor(Hands hands) {
    Checkup checkup = DoctorCommand.run(hands);
    if (hands.inputs().of(InputTable.JSON)) {
      hands.documents().println(JsonWriter.pretty(checkup.json()));
    } else {
      hands.log().line(checkup.table());
    }
    if (hands.runner().onRunner()) {
      checkup.findings().stream()
          .filter(finding -> finding.verdict() == Finding.Verdict.DISPROVED)
          .forEach(finding -> hands.log().problem(finding.problem()));
    }
    return shown(hands, checkup.markdown(), checkup.isHealthy() ? 0 : 1);
  }

  private static int watch(Hands hands) {
    Watch watch = WatchCommand.run(hands);
    if (hands.inputs().of(InputTable.JSON)) {
      hands.documents().println(JsonWriter.pretty(watch.json()));
    } else {
      hands.log().line(watch.text());
    }
    if (hands.runner().onRunner()) {
      watch.alarms().forEach(hands.log()::problem);
    }
    return shown(hands, watch.markdown(), ExitCode.of(watch.alarms()).number());
  }

  private static int upkeep(Hands hands) {
    Upkept upkept = UpkeepCommand.run(hands);
    if (hands.inputs().of(InputTable.JSON)) {
      hands.documents().println(JsonWriter.pretty(upkept.json()));
    } else {
      hands.log().line(upkept.text());
    }
    upkept.problems().forEach(hands.log()::problem);
    return shown(hands, upkept.markdown(), ExitCode.of(upkept.problems()).number());
  }

  /// Puts a page of its own into the summary, and ends.
  private static int shown(Hands hands, String markdown, int code) {
    try {
      files(hands).summarize(markdown);
    } catch (IOException problem) {
      hands.log().problem(UNWRITABLE);
    }
    hands.log().end();
    return code;
  }

  /// Tells the log, the summary and the outputs.
  static int tell(Hands hands, Told told) {
    // A run that is being stopped still tells how far it came: files are not written by a thread
    // with its flag up.
    boolean stopped = Thread.interrupted();
    try {
      return say(hands, told);
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int say(Hands hands, Told unplaced) {
    Told told = unplaced.with(Placing.from(hands.runner().workspace()).all(unplaced.problems()));
    new Story(hands.log()).ended(told);
    RunnerFiles files = files(hands);
    try {
      if (files.output().isPresent()) {
        files.write(Outputs.of(told, document(told)));
      }
      files.summarize(Summary.of(told));
      if (told.status() == Told.Status.RELEASED) {
        attest(hands, told, files);
      }
    } catch (IOException problem) {
      hands.log().problem(UNWRITABLE);
    }
    hands.log().end();
    return code(told);
  }

  private static RunnerFiles files(Hands hands) {
    return new RunnerFiles(
        hands.runner().files().output(),
        hands.runner().files().summary(),
        hands.runner().files().artifacts(),
        hands.disk(),
        hands.chance());
  }

  /// Offers the tarballs that lie in the workspace to `actions/attest`.
  private static void attest(Hands hands, Told told, RunnerFiles files) throws IOException {
    for (ToldRelease release : told.releases()) {
      Optional<String> path = release.tarball().flatMap(ToldTarball::path);
      if (path.isPresent() && Files.isRegularFile(hands.runner().workspace().resolve(path.get()))) {
        files.attest(path.get());
      }
    }
  }

  private static Optional<String> document(Told told) {
    return switch (told.status()) {
      case PLANNED, RELEASED, NOTHING, PENDING, AWAITING_APPROVAL ->
          Optional.of(JsonWriter.pretty(PlanCommand.document(told)));
      case SUPERSEDED, PREPARED, REFUSED, FAILED -> Optional.empty();
    };
  }

  private static int code(Told told) {
    return told.fails()
        ? Math.max(ExitCode.of(told.problems()).number(), ExitCode.FAILURE.number())
        : ExitCode.GOOD.number();
  }

  private static Problem stopped() {
    return Problem.failure(
        "RUN_STOPPED",
        "The run was stopped.",
        "Nothing is lost: the next run of this workflow finishes what is open, or begins anew.");
  }

  private static Problem unexpected(Throwable cause) {
    return Problem.failure(
        "UNEXPECTED",
        "Slipway met something it has no words for: "
            + cause.getClass().getName()
            + (cause.getMessage() == null ? "" : ": " + cause.getMessage())
            + ".",
        "Run it again: what was begun is finished. If it comes back, report it with the log of a"
            + " run with debug logging.");
  }

  private static String trace(Throwable cause) {
    StringBuilder text = new StringBuilder(cause.toString());
    for (StackTraceElement frame : cause.getStackTrace()) {
      text.append("\n  at ").append(frame);
    }
    return text.toString();
  }
}
