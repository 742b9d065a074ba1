package dev.slipway.decision;

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
import java.util.Map;

/// The real semantic-release in one long-lived process: a case and its result a line.
final class SemanticRelease implements AutoCloseable {
  private final Process process;
  private final Writer cases;
  private final BufferedReader results;

  private SemanticRelease(Process process) {
    this.process = process;
    cases = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    results =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static SemanticRelease start() {
    Peers.of("semantic-release");
    try {
      return new SemanticRelease(
          Peers.builder(Peers.folder(), Map.of(), "decision/oracle.mjs")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// What it does about a case.
  Json run(Json question) {
    try {
      cases.write(JsonWriter.compact(question) + "\n");
      cases.flush();
      String result = results.readLine();
      if (result == null) {
        throw new AssertionError("semantic-release has died");
      }
      return JsonReader.read(result);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    try {
      cases.close();
      process.waitFor();
    } catch (IOException | InterruptedException problem) {
      process.destroy();
    }
  }
}
