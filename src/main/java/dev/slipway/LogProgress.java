package dev.slipway;

import dev.slipway.apply.Outcome;
import dev.slipway.apply.Progress;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Step;
import dev.slipway.report.Log;
import dev.slipway.report.ToldStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says in the log what a run does while it does it: a group for each stage, one line for each
/// step, and what it waits for.
final class LogProgress implements Progress {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Log log;

  LogProgress(Log log) {
    this.log = log;
  }

  @Override
  public void started(Plan plan, Step step) {
    log.within(step.part().title());
    log.debug(() -> "begin: " + plan.what(step));
  }

  @Override
  public void waiting(String forWhat, Instant since, Instant until) {
    log.line(
        "waiting for "
            + forWhat
            + ", since "
            + CLOCK.format(since)
            + ", at most until "
            + CLOCK.format(until)
            + " UTC");
  }

  @Override
  public void ended(Plan plan, Step step, Outcome outcome, Duration took) {
    log.within(step.part().title());
    ToldStep told = Telling.step(plan.what(step), outcome, took);
    log.line(
        told.state().sign()
            + " "
            + told.what()
            + (told.state() == ToldStep.State.DONE ? "" : ": " + told.state().words())
            + (took.toMillis() < 100 ? "" : " (" + seconds(took) + ")")
            + (told.detail().isEmpty() ? "" : " – " + told.detail()));
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
