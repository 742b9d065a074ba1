package dev.slipway.npm;

import dev.slipway.http.RetryAfter;
import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every answer that a registry is known to give, and what each means: one table of data. The first
/// row that fits counts; the last rows fit everything.
public final class AnswerDictionary {
  /// Waits that a server asks for are kept up to here; a longer one ends the run.
  static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  static final List<Row> ROWS =
      Stream.of(
              PublishAnswers.ROWS,
              PublishRefusals.ROWS,
              ProvenanceAnswers.ROWS,
              ExchangeAnswers.ROWS,
              OtherAnswers.ROWS)
          .flatMap(List::stream)
          .toList();

  private AnswerDictionary() {}

  /// What an answer means.
  ///
  /// @param now our clock, for a `Retry-After` that is a date
  public static Meaning read(Attempt attempt, Answer answer, Instant now) {
    ServerText text = ServerText.of(answer);
    List<String> notices = ServerText.notices(answer);
    Row row =
        ROWS.stream()
            .filter(r -> r.fits(attempt, answer.status(), text.all(), answer.headers()))
            .findFirst()
            .orElseThrow();
    Map<String, String> words = new HashMap<>(attempt.words());
    words.put("status", Integer.toString(answer.status()));
    words.put(
        "text", text.words().isEmpty() ? "" : " The registry says: \"" + text.words() + "\".");
    words.put(
        "notice", notices.isEmpty() ? "" : " It adds: \"" + String.join("\" \"", notices) + "\".");
    NextStep next = patient(row.next(), RetryAfter.of(answer, now));
    words.put("wait", wait(RetryAfter.of(answer, now).orElse(Duration.ZERO)));
    return new Meaning(
        new Problem(
            row.code(),
            Problem.Kind.FAILURE,
            Template.fill(row.what(), words),
            Template.fill(row.remedy(), words),
            java.util.Optional.empty()),
        next,
        notices);
  }

  /// What the loss of an answer means.
  public static Meaning read(Attempt attempt, Lost lost) {
    boolean sends = Row.WRITING.contains(attempt.operation());
    boolean sent = lost.reach() == Lost.Reach.UNKNOWN;
    String about =
        attempt.name().isEmpty() ? "" : " while " + attempt.name() + " was asked for or sent";
    return new Meaning(
        Problem.failure(
            sent ? "NPM_ANSWER_LOST" : "NPM_NOT_REACHED",
            "There was no answer" + about + ": " + lost.getMessage(),
            sends && sent
                ? "It may have arrived. Run the job again: it looks at the registry before it sends"
                    + " anything."
                : "Run the job again. If it stays so, look at the network, the proxy variables and the"
                    + " registry's status page."),
        sends
            ? new NextStep.ReadBack(Duration.ofSeconds(5), true)
            : new NextStep.AskAgain(Duration.ofSeconds(5)),
        List.of());
  }

  private static NextStep patient(NextStep next, java.util.Optional<Duration> asked) {
    if (asked.isEmpty()) {
      return next;
    }
    Duration wait = asked.get();
    boolean tooLong = wait.compareTo(LONGEST_WAIT) > 0;
    return switch (next) {
      case NextStep.ReadBack(var _, var resend) when resend && tooLong -> new NextStep.Stop();
      case NextStep.ReadBack(var least, var resend) when resend ->
          new NextStep.ReadBack(wait.compareTo(least) < 0 ? least : wait, true);
      case NextStep.AskAgain(var _) when tooLong -> new NextStep.Stop();
      case NextStep.AskAgain(var least) ->
          new NextStep.AskAgain(wait.compareTo(least) < 0 ? least : wait);
      case NextStep.ReadBack _,
          NextStep.Proceed _,
          NextStep.Stop _,
          NextStep.OfferStaging _,
          NextStep.AskWho _ ->
          next;
    };
  }

  private static String wait(Duration asked) {
    return asked.isZero()
        ? ""
        : " It asks to wait "
            + (asked.toMinutes() >= 2
                ? asked.toMinutes() + " minutes."
                : asked.toSeconds() + " seconds.");
  }
}
