package dev.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `doctor` as a process of its own, on loopback servers on which everything is well, beside what
/// one would ask the npm client by hand; `bench/doctor` runs it.
public final class DoctorBench {
  private DoctorBench() {}

  /// Prints the medians of as many runs as the second argument says.
  ///
  /// @param args a folder to work in, and a number
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int runs = Integer.parseInt(args[1]);
    try (Theatre theatre = new Theatre(folder.resolve("theatre"))) {
      theatre.onPush();
      theatre.author.write("index.js", "module.exports = 3\n").commit("fix: more");
      theatre.push();
      theatre.environment.put("INPUT_COMMAND", "doctor");
      Program program = Program.in(folder);
      Path log = folder.resolve("log");
      double own = median(runs, () -> program.start(theatre.pushed(), log).waitFor());
      String said = Files.readString(log);
      if (!said.contains("Everything that a release needs is proved.")) {
        throw new IllegalStateException(said);
      }
      String registry = theatre.hub.registry();
      Files.writeString(
          folder.resolve("npmrc"),
          registry.substring("http:".length()) + ":_authToken=" + Theatre.NPM_TOKEN + "\n");
      double npm =
          median(
              runs,
              () -> {
                for (List<String> question :
                    List.of(List.of("whoami"), List.of("view", "widget"))) {
                  Peers.npm(folder, folder, registry, question.toArray(String[]::new)).ok();
                }
                return 0;
              });
      System.out.printf(
          Locale.ROOT,
          "doctor, all proved: %.2f s; npm whoami and npm view: %.2f s; %.1f times faster%n",
          own,
          npm,
          npm / own);
    }
  }

  /// The median in seconds, after one run that does not count.
  private static double median(int runs, Callable<Integer> once) throws Exception {
    List<Duration> all = new ArrayList<>();
    for (int run = 0; run <= runs; run++) {
      long start = System.nanoTime();
      int code = once.call();
      if (code != 0) {
        throw new IOException("it ended with " + code);
      }
      if (run > 0) {
        all.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    return all.stream().sorted().toList().get(runs / 2).toMillis() / 1000.0;
  }
}
