package dev.slipway.decision;

import dev.slipway.GitSandbox;
import dev.slipway.history.Commit;
import dev.slipway.history.MemoryGraph;
import dev.slipway.history.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A repository in memory, written to disk by git itself: a bare remote and a checkout of it. The
/// hashes are git's, so they differ from those in memory; `memory` leads back.
///
/// @param memory the hash in memory of each of git's hashes
record RealRepository(Path remote, Path checkout, Map<String, String> memory) {

  static RealRepository write(MemoryGraph graph, String branch, Path folder) {
    GitSandbox remote = GitSandbox.bare(folder.resolve("remote.git"));
    Map<String, String> marks = new LinkedHashMap<>();
    Path stream = folder.resolve("stream");
    try {
      Files.writeString(stream, stream(graph, marks));
      Process process =
          new ProcessBuilder("git", "fast-import", "--quiet", "--force", "--export-marks=../marks")
              .directory(remote.folder().toFile())
              .redirectInput(stream.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
      Map<String, String> memory = new LinkedHashMap<>();
      for (String line : Files.readAllLines(folder.resolve("marks"))) {
        int blank = line.indexOf(' ');
        String mark = line.substring(0, blank);
        if (marks.containsKey(mark)) {
          memory.put(line.substring(blank + 1), marks.get(mark));
        }
      }
      new GitSandbox(folder)
          .git("clone", "-q", "--branch", branch, remote.folder().toString(), "checkout");
      return new RealRepository(remote.folder(), folder.resolve("checkout"), memory);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String stream(MemoryGraph graph, Map<String, String> marks) {
    StringBuilder out = new StringBuilder();
    Map<String, String> markOf = new LinkedHashMap<>();
    for (Commit commit : graph.all()) {
      String mark = ":" + (markOf.size() + 1);
      markOf.put(commit.sha(), mark);
      marks.put(mark, commit.sha());
      out.append("commit refs/heads/import\nmark ").append(mark).append('\n');
      out.append("committer A Person <person@example.test> ")
          .append(commit.committed().getEpochSecond())
          .append(" +0000\n");
      data(out, commit.message());
      boolean first = true;
      for (String parent : commit.parents()) {
        out.append(first ? "from " : "merge ").append(markOf.get(parent)).append('\n');
        first = false;
      }
      if (first) {
        out.append("deleteall\n");
      }
      out.append('\n');
      // the next commit names its own parents
      out.append("reset refs/heads/import\n\n");
    }
    graph
        .branches()
        .forEach((name, tip) ->
            out.append("reset refs/heads/")
                .append(name)
                .append("\nfrom ")
                .append(markOf.get(tip))
                .append("\n\n"));
    Map<String, String> legacy = new TreeMap<>();
    for (Tag tag : graph.tags()) {
      String mark = markOf.get(tag.commit());
      out.append("reset refs/tags/" + tag.name() + "\nfrom " + mark + "\n\n");
      graph
          .note(tag.name())
          .ifPresent(
              note -> note(out, "refs/notes/semantic-release-" + tag.name(), Map.of(mark, note)));
      graph.legacyNote(tag.commit()).ifPresent(note -> legacy.put(mark, note));
    }
    if (!legacy.isEmpty()) {
      note(out, "refs/notes/semantic-release", legacy);
    }
    return out.toString();
  }

  private static void note(StringBuilder out, String ref, Map<String, String> notes) {
    out.append("commit ")
        .append(ref)
        .append("\ncommitter A Person <person@example.test> 1 +0000\n");
    data(out, "note");
    notes.forEach((mark, content) -> {
      out.append("N inline ").append(mark).append('\n');
      data(out, content + "\n");
    });
    out.append('\n');
  }

  private static void data(StringBuilder out, String text) {
    out.append("data ")
        .append(text.getBytes(StandardCharsets.UTF_8).length)
        .append('\n')
        .append(text)
        .append('\n');
  }
}
