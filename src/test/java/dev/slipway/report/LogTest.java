package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.world.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Log log(Log.Reader reader, boolean debug) {
    return new Log(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        reader,
        Masks.of(List.of(Secret.of("npm_secret"))),
        count -> new byte[count],
        debug);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static List<String> hostile() {
    return HostileText.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_stranger_commands_nothing_whichever_way_the_text_is_printed(String foreign) {
    Log log = log(Log.Reader.RUNNER, true);
    log.line(foreign);
    log.group(foreign);
    log.foreign(foreign);
    log.debug(() -> foreign);
    log.notice(foreign, foreign);
    log.problem(Problem.failure("CODE", foreign, foreign).at(new Place(foreign, 3, 4)));
    log.end();
    RunnerReader.Reading reading = RunnerReader.log(printed());
    assertThat(reading.obeyed())
        .extracting(RunnerReader.Obeyed::name)
        .isSubsetOf("group", "endgroup", "stop-commands", "debug", "notice", "error");
    assertThat(reading.obeyed()).noneMatch(RunnerReader.Obeyed::legacy);
    assertThat(reading.data("group")).hasSize(1);
    assertThat(reading.data("error")).hasSize(1);
    assertThat(reading.data("notice")).hasSize(1);
    assertThat(reading.data("stop-commands")).hasSize(1);
  }

  @Test
  void a_problem_stands_at_its_line() {
    Log log = log(Log.Reader.RUNNER, false);
    log.problem(
        Problem.configuration("NO_NAME", "package.json has no name.", "Give it one.")
            .at(new Place("packages/a,b/package.json", 2, 5)));
    assertThat(printed())
        .isEqualTo(
            "::error file=packages/a%2Cb/package.json,line=2,col=5,title=NO_NAME"
                + "::package.json has no name.%0AGive it one.\n");
  }

  @Test
  void a_person_reads_the_same_without_commands() {
    Log log = log(Log.Reader.PERSON, false);
    log.maskSecrets();
    log.group("Decide");
    log.line("a ##[error]b");
    log.problem(Problem.warning("OLD", "An old thing.", "").at(Place.line("a.json", 3)));
    log.foreign("::error::x");
    log.debug(() -> "never");
    log.end();
    assertThat(printed())
        .isEqualTo("\nDecide\na ## [error]b\nwarning: a.json:3: An old thing.\n| ::error::x\n");
  }

  @Test
  void secrets_are_told_to_the_runner_and_hidden_from_everybody() {
    Log log = log(Log.Reader.RUNNER, true);
    log.maskSecrets();
    String masks = printed();
    assertThat(masks).startsWith("::add-mask::");
    assertThat(RunnerReader.log(masks).data("add-mask")).contains("npm_secret");
    bytes.reset();
    log.line("a npm_secret");
    log.foreign("b npm_secret");
    log.group("c npm_secret");
    log.notice("d npm_secret", "e npm_secret");
    log.debug(() -> "f npm_secret");
    log.problem(Problem.failure("A", "g npm_secret", "h").at(Place.file("npm_secret")));
    assertThat(printed()).doesNotContain("npm_secret");
  }

  @Test
  void groups_do_not_nest() {
    Log log = log(Log.Reader.RUNNER, false);
    log.group("a");
    log.group("b");
    log.end();
    assertThat(printed()).isEqualTo("::group::a\n::endgroup::\n::group::b\n::endgroup::\n");
  }

  @Test
  void the_runner_keeps_ten_annotations_of_a_kind_and_the_tenth_counts_the_rest() {
    Log log = log(Log.Reader.RUNNER, false);
    for (int i = 1; i <= 12; i++) {
      log.problem(Problem.warning("W" + i, "Thing " + i + ".", ""));
    }
    log.end();
    RunnerReader.Reading reading = RunnerReader.log(printed());
    assertThat(reading.data("warning"))
        .hasSize(10)
        .last()
        .isEqualTo("3 more of this kind: see the log.");
    assertThat(reading.shown())
        .contains("warning: W10: Thing 10.", "warning: W11: Thing 11.", "warning: W12: Thing 12.");
  }

  @Test
  void exactly_ten_annotations_of_a_kind_lose_none() {
    Log log = log(Log.Reader.RUNNER, false);
    for (int i = 1; i <= 10; i++) {
      log.problem(Problem.warning("W" + i, "Thing " + i + ".", ""));
    }
    log.end();
    assertThat(RunnerReader.log(printed()).data("warning")).hasSize(10);
    assertThat(printed()).contains("Thing 10.");
  }

  @Test
  void a_long_text_is_written_line_by_line_and_nothing_is_lost() {
    log(Log.Reader.RUNNER, false).line("of many ##[x]\n::error::\r\n".repeat(2_000));
    assertThat(printed()).isEqualTo("of many ## [x]\n| ::error::\n".repeat(2_000));
  }

  @Test
  void an_annotation_is_no_longer_than_the_runner_takes() {
    Log log = log(Log.Reader.RUNNER, false);
    log.problem(Problem.failure("LONG", "x".repeat(10_000), ""));
    assertThat(RunnerReader.log(printed()).data("error").getFirst())
        .hasSizeLessThanOrEqualTo(4096)
        .endsWith("… (cut short)");
  }

  @Test
  void detail_is_not_even_worked_out_when_nobody_asked_for_it() {
    log(Log.Reader.RUNNER, false)
        .debug(() -> {
          throw new AssertionError("asked");
        });
    assertThat(printed()).isEmpty();
  }
}
