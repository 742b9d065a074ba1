package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Between.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What the same trouble costs Slipway and semantic-release: each as a process, against the same
/// registry and git's own server. Takes minutes, so it runs only when it is asked for: `./build
/// -Dtest=CrashCostTest -Dslipway.crash-cost=true test`; with `-Dslipway.rewrite=true` it writes
/// the table in docs/what-a-crash-costs.md anew.
@EnabledIfSystemProperty(named = "slipway.crash-cost", matches = "true")
class CrashCostTest {
  private static final Path PAGE = Path.of("docs/what-a-crash-costs.md");
  private static final String BEGIN = "<!-- measured -->\n";
  private static final String END = "<!-- /measured -->";

  @TempDir Path folder;

  /// What happens while the version is published.
  enum Trouble {
    NONE("nothing"),
    KILLED_BEFORE("the job is killed when the publish is sent, before the registry has it"),
    KILLED_AFTER("the job is killed when the registry has it, before the answer"),
    ANSWER_LOST("the registry has it, and the connection breaks before the answer"),
    UNAVAILABLE("the registry answers 503 and does not have it"),
    REFUSED("the registry refuses the token with 403");

    private final String words;

    Trouble(String words) {
      this.words = words;
    }

    Fate fate(Runnable kill) {
      return switch (this) {
        case NONE -> new Fate.Fine();
        case KILLED_BEFORE -> new Fate.Lost(false, kill);
        case KILLED_AFTER -> new Fate.Lost(true, kill);
        case ANSWER_LOST -> new Fate.Lost(true, () -> {});
        case UNAVAILABLE -> new Fate.Refused(503);
        case REFUSED -> new Fate.Refused(403);
      };
    }
  }

  /// A program that releases.
  private interface Tool {
    Process start(Theatre theatre, Theatre.Stage stage, Path log) throws IOException;
  }

  /// What a run left behind.
  record Left(int code, boolean tagged, boolean live) {
    boolean isWhole() {
      return code == 0 && tagged && live;
    }

    String words() {
      String what =
          tagged
              ? live ? "tag and package" : "a tag without a package"
              : live ? "a package without a tag" : "neither tag nor package";
      return (code == 0 ? "green" : code >= 128 ? "killed" : "red") + ", " + what;
    }
  }

  @Test
  void what_each_of_them_leaves_behind_and_what_one_rerun_makes_of_it() throws Exception {
    Program program = Program.in(folder);
    Tool slipway = (_, stage, log) -> program.start(stage, log);
    List<String> rows = new ArrayList<>();
    rows.add(
        "| while the version is published | semantic-release leaves | after one rerun | Slipway leaves | after one rerun |");
    rows.add("|---|---|---|---|---|");
    for (Trouble trouble : Trouble.values()) {
      List<Left> theirs = play(CrashCostTest::semanticRelease, trouble);
      List<Left> ours = play(slipway, trouble);
      assertThat(ours.getLast().isWhole()).as(trouble + ": " + ours).isTrue();
      rows.add(
          "| "
              + trouble.words
              + " | "
              + theirs.getFirst().words()
              + " | "
              + verdict(theirs.getLast())
              + " | "
              + ours.getFirst().words()
              + " | "
              + verdict(ours.getLast())
              + " |");
      System.out.println(rows.getLast());
    }
    String table = String.join("\n", rows) + "\n";
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("slipway.rewrite")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(table);
    }
  }

  private static String verdict(Left left) {
    return (left.isWhole() ? "released" : "**lost:** " + left.words());
  }

  /// A run in trouble, and a clean one after it.
  private List<Left> play(Tool tool, Trouble trouble) throws Exception {
    Path here = Files.createTempDirectory(folder, "case");
    try (Theatre theatre = new Theatre(here);
        Between between = Between.inFrontOf(theatre.hub.registry())) {
      theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
      theatre.author.write(
          ".releaserc.json",
          """
          {
            "branches": ["main"],
            "plugins": [
              "@semantic-release/commit-analyzer",
              "@semantic-release/release-notes-generator",
              "@semantic-release/npm"
            ]
          }
          """);
      theatre.author.commit("fix: configure");
      theatre.push();
      theatre.environment.put("INPUT_REGISTRY", between.address());
      AtomicReference<Process> running = new AtomicReference<>();
      between.let(trouble.fate(() -> kill(running.get())));
      Left first = run(tool, theatre, here.resolve("first.log"), running);
      between.let(new Fate.Fine());
      Left second = run(tool, theatre, here.resolve("second.log"), running);
      return List.of(first, second);
    }
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static Left run(Tool tool, Theatre theatre, Path log, AtomicReference<Process> running)
      throws Exception {
    Process process = tool.start(theatre, theatre.pushed(), log);
    running.set(process);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(Files.readString(log)).isTrue();
    return new Left(
        process.exitValue(),
        theatre.refs().contains("refs/tags/v1.0.1"),
        theatre.versions().contains("1.0.1"));
  }

  private static Process semanticRelease(Theatre theatre, Theatre.Stage stage, Path log)
      throws IOException {
    return RealSemanticRelease.in(theatre)
        .on(stage, List.of())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
