package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.http.JdkExchanges;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every answer that is known, replayed. The whole texts stand in `answers.txt`;
/// `-Dslipway.rewrite=true` writes that file anew, to be read before it is committed.
class AnswerDictionaryTest {
  private static final Path TEXTS = Path.of("src/test/resources/dev/slipway/npm/answers.txt");
  private static final VirtualTime TIME = new VirtualTime();

  static List<Replay> replays() {
    return Replay.all();
  }

  @ParameterizedTest
  @MethodSource("replays")
  void an_answer_has_one_cause_and_one_next_step_in_every_form(Replay replay) {
    for (Answer form : forms(replay)) {
      Meaning meaning = AnswerDictionary.read(replay.attempt(), form, TIME.now());

      assertThat(meaning.code()).isEqualTo(replay.code());
      assertThat(Replay.words(meaning.next())).isEqualTo(replay.next());
      assertThat(meaning.notices())
          .isEqualTo(
              replay.headers().containsKey("npm-notice")
                  ? List.of(replay.headers().get("npm-notice"))
                  : List.of());
    }
  }

  @Test
  void the_whole_texts_are_as_reviewed() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Replay replay : replays()) {
      Meaning meaning =
          AnswerDictionary.read(replay.attempt(), forms(replay).getFirst(), TIME.now());
      all.append("# ").append(replay).append('\n');
      all.append(meaning.code()).append(" -> ").append(Replay.words(meaning.next())).append('\n');
      all.append(meaning.problem().what()).append('\n');
      all.append(meaning.problem().remedy().indent(2)).append('\n');
    }
    String texts = all.toString().replace(PublicRegistry.ADDRESS.getHost(), "<registry>");
    if (Boolean.getBoolean("slipway.rewrite")) {
      Files.writeString(TEXTS, texts);
    }

    assertThat(texts).isEqualTo(Files.readString(TEXTS));
  }

  @Test
  void every_row_of_the_table_is_replayed() {
    Set<Row> fired = new java.util.HashSet<>();
    for (Replay replay : replays()) {
      Answer answer = forms(replay).getFirst();
      fired.add(
          AnswerDictionary.ROWS.stream()
              .filter(row ->
                  row.fits(
                      replay.attempt(),
                      answer.status(),
                      ServerText.of(answer).all(),
                      answer.headers()))
              .findFirst()
              .orElseThrow());
    }
    Set<String> silent =
        AnswerDictionary.ROWS.stream()
            .filter(row -> !fired.contains(row))
            .map(row -> row.code() + " " + row.from() + "-" + row.to())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(replays().size()).isGreaterThanOrEqualTo(60);
    assertThat(silent)
        .containsExactly("NPM_EXCHANGE_NOT_UNDERSTOOD 0-999", "NPM_NOT_UNDERSTOOD 0-999");
  }

  @Test
  void what_a_server_says_is_shown_in_one_line_and_never_as_a_placeholder() {
    Meaning meaning =
        AnswerDictionary.read(
            Replay.all().getFirst().attempt(),
            new Answer(
                400, java.util.Map.of(), Bytes.of("{remedy}\r\n::error::\u202eowned {name}")),
            TIME.now());

    assertThat(meaning.problem().what())
        .isEqualTo(
            PublicRegistry.ADDRESS.getHost()
                + " calls the request for @acme/widget@1.2.3 malformed (status 400). The"
                + " registry says: \"{remedy} ::error::owned {name}\".");
  }

  @Test
  void the_advice_for_another_registry_is_not_that_for_npm() {
    Attempt attempt =
        new Attempt(
            Operation.PUBLISH,
            "widget",
            "1.0.0",
            URI.create("https://packages.example/npm/"),
            CredentialKind.TOKEN);

    Meaning meaning =
        AnswerDictionary.read(
            attempt, new Answer(401, java.util.Map.of(), Bytes.of("")), TIME.now());

    assertThat(meaning.problem().remedy())
        .isEqualTo(
            "Make a new token on packages.example that may write widget, and hand it over in the"
                + " input npm-token.");
  }

  @Test
  void no_answer_makes_a_write_go_out_a_second_time() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    List<Answer> script = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            boolean write = !exchange.getRequestMethod().equals("GET");
            Answer answer =
                write ? script.getFirst() : new Answer(404, java.util.Map.of(), Bytes.of("{}"));
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body().toArray();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
              exchange.getResponseBody().write(body);
            }
          }
        });
    server.start();
    try (JdkExchanges exchanges = JdkExchanges.plain("slipway-test")) {
      Registry registry =
          Registry.at(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
              new Credential.Bearer(Secret.of("npm_secret")),
              exchanges,
              TIME);
      int writes = 0;
      for (Replay replay : replays()) {
        // The server here tells its own time, by which a date in an answer is measured.
        boolean dated = replay.headers().getOrDefault("retry-after", "").endsWith("GMT");
        if (!Row.SENDING.contains(replay.operation())
            || replay.kind() != CredentialKind.TOKEN
            || dated) {
          continue;
        }
        for (Answer form : forms(replay)) {
          script.clear();
          script.add(form);
          PublishRequest request = TestPackage.of("@acme/widget", "1.2.3");
          PublishAnswer answer =
              replay.operation() == Operation.STAGE
                  ? registry.stage(request)
                  : registry.publish(request);
          writes++;

          assertThat(seen.stream().filter(one -> !one.startsWith("GET")).count())
              .as(replay.toString())
              .isEqualTo(writes);
          assertThat(kind(answer)).as(replay.toString()).isEqualTo(expected(replay));
        }
      }
      assertThat(writes).isGreaterThan(100);
    } finally {
      server.stop(0);
    }
  }

  private static String kind(PublishAnswer answer) {
    return switch (answer) {
      case PublishAnswer.Accepted _, PublishAnswer.Staged _ -> "taken";
      case PublishAnswer.Refused _ -> "refused";
      case PublishAnswer.Ambiguous _ -> "open";
    };
  }

  private static String expected(Replay replay) {
    return replay.next().equals("proceed")
        ? "taken"
        : replay.next().startsWith("look") ? "open" : "refused";
  }

  /// The forms in which the same is said: as plain text, and in JSON as `error` or as `message`.
  private static List<Answer> forms(Replay replay) {
    if (replay.text().startsWith("{") || replay.text().startsWith("<") || replay.text().isEmpty()) {
      return List.of(answer(replay, replay.text()));
    }
    return List.of(
        answer(replay, replay.text()),
        answer(replay, JsonWriter.compact(Json.empty().with("error", Json.of(replay.text())))),
        answer(
            replay,
            JsonWriter.compact(
                Json.empty()
                    .with("success", Json.of(false))
                    .with("message", Json.of(replay.text())))));
  }

  private static Answer answer(Replay replay, String body) {
    return new Answer(
        replay.status(), replay.headers(), Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
  }
}
