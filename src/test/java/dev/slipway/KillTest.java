package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// C3: the program as a process, killed at random moments, against git's own server and a real
/// registry; one clean run afterwards, and everything is right. `-Dslipway.kills=300` asks for more
/// than the slice of the default run, `-Dslipway.fuzz.seed=…` for other moments.
class KillTest {
  private static final int KILLS = Integer.getInteger("slipway.kills", 1);
  private static final int KILLS_A_REPOSITORY = 20;
  private static final int LANES = 3;

  @TempDir static Path jar;
  private static Program program;

  @TempDir Path folder;

  /// What was in the remote when a process died, and how often.
  private final Map<String, Integer> states = new ConcurrentSkipListMap<>();

  @BeforeAll
  static void the_program_as_a_jar() {
    program = Program.in(jar);
  }

  @Test
  void killed_at_any_moment_one_clean_run_ends_right() throws Exception {
    List<Future<?>> lanes = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
      for (int first = 0; first < KILLS; first += KILLS_A_REPOSITORY) {
        int from = first;
        int to = Math.min(KILLS, first + KILLS_A_REPOSITORY);
        lanes.add(
            threads.submit(() -> {
              repository(http, from, to);
              return null;
            }));
      }
      for (Future<?> lane : lanes) {
        lane.get();
      }
    }
    System.out.println(
        "C3 real kills: " + KILLS + " of " + KILLS + " ended right; found " + states);
    assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
  }

  @Test
  void a_run_that_is_cancelled_ends_by_itself_and_says_what_is_open() throws Exception {
    try (Theatre theatre = new Theatre(Files.createDirectory(folder.resolve("cancelled")));
        Between between = Between.inFrontOf(theatre.hub.registry())) {
      theatre.environment.put("INPUT_REGISTRY", between.address());
      AtomicReference<Process> running = new AtomicReference<>();
      between.let(new Between.Fate.Lost(true, () -> cancel(running.get())));
      Path log = folder.resolve("cancelled.log");
      Theatre.Stage stage = theatre.pushed();
      running.set(program.start(stage, log));
      assertThat(running.get().waitFor(5, TimeUnit.MINUTES)).isTrue();
      Theatre.Run run = stage.ended(running.get().exitValue(), Files.readString(log));
      assertThat(run.code()).as(run.log()).isEqualTo(128 + 15);
      assertThat(run.log())
          .contains(
              "The run was stopped.",
              "Nothing is lost: v1.0.1 is open, and the next run of this workflow finishes it.");
      assertThat(run.output("status")).isEqualTo("failed");
      assertThat(run.summary()).contains("The run was stopped.");
      between.let(new Between.Fate.Fine());
      assertThat(theatre.onPush().output("status")).isEqualTo("released");
      assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    }
  }

  /// Asks it to end, as a runner does, and leaves its request without an answer meanwhile.
  private static void cancel(Process process) {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void repository(HttpClient http, int from, int to) throws Exception {
    Path here = Files.createDirectory(folder.resolve("repository-" + from));
    String name = "killed-" + Long.toString(System.nanoTime(), 36);
    try (Theatre theatre = new Theatre(here)) {
      theatre.environment.put("INPUT_REGISTRY", Verdaccio.shared().address().toString());
      theatre.environment.put("INPUT_NPM-TOKEN", Verdaccio.shared().token());
      theatre.author.write(
          "package.json",
          "{\"name\":\"" + name + "\",\"version\":\"1.0.0\",\"main\":\"index.js\"}\n");
      theatre.author.commit("fix: another name");
      theatre.push();
      int requests = sound(theatre, here);
      for (int i = from; i < to; i++) {
        kill(theatre, here, i, requests);
        assertThat(trouble(http, theatre, name)).as("kill " + i + ", seed " + Fuzz.SEED).isEmpty();
      }
    }
  }

  /// A run that nothing happens to.
  ///
  /// @return how many requests it makes to git and GitHub
  private int sound(Theatre theatre, Path here) throws Exception {
    int before = seen(theatre);
    end(program.start(theatre.pushed(), here.resolve("sound.log")), here.resolve("sound.log"));
    return seen(theatre) - before;
  }

  private static void end(Process process, Path log) throws Exception {
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    assertThat(ended).as("ended in time: " + Files.readString(log)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  private static int seen(Theatre theatre) {
    return theatre.git.requests().size() + theatre.hub.githubRequests();
  }

  private void kill(Theatre theatre, Path here, int number, int requests) throws Exception {
    RandomGenerator random = Fuzz.random(number);
    commit(theatre, "fix: change " + number);
    int after = seen(theatre) + random.nextInt(requests + 1);
    long more = random.nextLong(80_000_000L);
    Path log = here.resolve("killed.log");
    Process process = program.start(theatre.pushed(), log);
    while (process.isAlive() && seen(theatre) < after) {
      Thread.onSpinWait();
      process.waitFor(500, TimeUnit.MICROSECONDS);
    }
    process.waitFor(more, TimeUnit.NANOSECONDS);
    process.destroyForcibly();
    process.waitFor();
    states.merge(state(theatre, process.exitValue()), 1, Integer::sum);
    if (random.nextInt(4) == 0) {
      commit(theatre, "feat: change while it lay there " + number);
    }
    Path rerun = here.resolve("rerun.log");
    end(program.start(theatre.pushed(), rerun), rerun);
  }

  private static void commit(Theatre theatre, String message) {
    theatre.author.write("index.js", "module.exports = '" + message + "'\n").commit(message);
    theatre.push();
  }

  private static String state(Theatre theatre, int code) {
    if (code == 0) {
      return "ended before";
    }
    boolean tagged =
        theatre.origin.git("tag", "--points-at", "main").lines().anyMatch(tag -> !tag.isEmpty());
    boolean open = theatre.refs().stream().anyMatch(ref -> ref.startsWith("refs/slipway/intents/"));
    if (tagged) {
      return open ? "tagged, intent open" : "tagged, intent cleared";
    }
    return open ? "intent open" : "nothing begun";
  }

  /// What is wrong; empty when nothing is.
  private static String trouble(HttpClient http, Theatre theatre, String name)
      throws IOException, InterruptedException {
    Json packument =
        JsonReader.read(
            http.send(
                    HttpRequest.newBuilder(URI.create(Verdaccio.shared().address() + name))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    Set<String> live = new TreeSet<>();
    StringBuilder trouble = new StringBuilder();
    packument
        .get("versions")
        .orElse(Json.empty())
        .members()
        .forEach((version, document) -> {
          live.add("v" + version);
          String head = document.text("gitHead").orElse("");
          String stands =
              theatre.refs().contains("refs/tags/v" + version)
                  ? theatre.origin.hash("v" + version)
                  : "nowhere";
          if (!head.equals(stands)) {
            trouble.append(version + " is of " + head + ", its tag stands on " + stands + "\n");
          }
        });
    Set<String> tags = new TreeSet<>(theatre.origin.git("tag").lines().toList());
    tags.remove("v1.0.0");
    if (!tags.equals(live)) {
      trouble.append("live " + live + ", tagged " + tags + "\n");
    }
    List<String> pages = theatre.hub.pages();
    if (!new TreeSet<>(pages).equals(tags) || pages.size() != tags.size()) {
      trouble.append("pages " + pages + ", tagged " + tags + "\n");
    }
    theatre.refs().stream()
        .filter(ref -> ref.startsWith("refs/slipway/intents/"))
        .forEach(ref -> trouble.append(ref + " is open\n"));
    String tip = theatre.author.hash("main");
    if (tags.stream().noneMatch(tag -> theatre.origin.hash(tag).equals(tip))) {
      trouble.append("the tip " + tip + " was not released\n");
    }
    return trouble.toString();
  }
}
