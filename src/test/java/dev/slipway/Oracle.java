package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The real packages, asked in one long-lived node process: a question and an answer a line.
public final class Oracle implements AutoCloseable {
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private Oracle(Process process) {
    this.process = process;
    questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Starts a script of `src/test/peers`.
  public static Oracle start(String script) {
    try {
      return new Oracle(
          Peers.builder(
                  Peers.folder(),
                  Map.of(),
                  "--max-old-space-size=1024",
                  "--stack-size=3900",
                  script)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Asks, and waits for the answer.
  public Json ask(String what, Map<String, Json> question) {
    Map<String, Json> members = new LinkedHashMap<>(question);
    members.put("ask", Json.of(what));
    try {
      questions.write(JsonWriter.compact(new Json.Obj(members)) + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the oracle has died");
      }
      return JsonReader.read(answer);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    try {
      questions.close();
      process.waitFor();
    } catch (IOException | InterruptedException problem) {
      process.destroy();
    }
  }
}
