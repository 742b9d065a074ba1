package dev.slipway.notes;

import dev.slipway.Peers;
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
import java.util.List;
import java.util.Map;

/// The real packages in one process of node: a question a line, an answer a line.
public final class NotesOracle implements AutoCloseable {
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private NotesOracle(Process process) {
    this.process = process;
    this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Starts it; the test is skipped where the packages are not installed.
  public static NotesOracle start() {
    Peers.of("@semantic-release/release-notes-generator");
    try {
      return new NotesOracle(
          Peers.builder(Peers.folder(), Map.of("LANG", "C.UTF-8", "TZ", "UTC"), "notes-oracle.mjs")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The answer to one question.
  public Json ask(Json question) {
    return ask(List.of(question)).getFirst();
  }

  /// The answers to several questions, asked together: node works while nobody waits.
  public List<Json> ask(List<? extends Json> asked) {
    Thread.Builder.OfVirtual thread = Thread.ofVirtual();
    Thread writing = thread.start(() -> write(asked));
    try {
      List<Json> read = new java.util.ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        read.add(JsonReader.read(answers.readLine()));
      }
      writing.join();
      return read;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void write(List<? extends Json> asked) {
    try {
      for (Json question : asked) {
        questions.write(JsonWriter.compact(question));
        questions.write('\n');
      }
      questions.flush();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
