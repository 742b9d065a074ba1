package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The shared corpus of real histories; not everybody has it.
public final class Corpus {
  private Corpus() {}

  /// The documents of one of its files; empty where there is no corpus, said aloud.
  public static Optional<List<Json>> read(String file) {
    String folder = System.getenv("SLIPWAY_CORPUS");
    if (folder == null || folder.isEmpty()) {
      System.err.println("CORPUS MISSING: set SLIPWAY_CORPUS to hold this against real histories");
      return Optional.empty();
    }
    try (var lines = Files.lines(Path.of(folder, file))) {
      return Optional.of(lines.map(JsonReader::read).toList());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The messages of all decisions, each once.
  public static List<String> messages() {
    return read("decisions.jsonl").stream()
        .flatMap(List::stream)
        .flatMap(decision -> decision.get("commits").orElseThrow().items().stream())
        .map(commit -> commit.text("message").orElseThrow())
        .distinct()
        .toList();
  }
}
