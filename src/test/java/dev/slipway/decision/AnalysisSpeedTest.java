package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.Fuzz;
import dev.slipway.history.Commit;
import dev.slipway.history.Messages;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.settings.AnalyzerSettings;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How long 100,000 commits take to be judged. A measurement, so not part of the default run:
/// `./build -Dtest=AnalysisSpeedTest -Dslipway.bench=true test`.
@EnabledIfSystemProperty(named = "slipway.bench", matches = "true")
class AnalysisSpeedTest {
  private static final int COMMITS = 100_000;

  @Test
  void a_hundred_thousand_commits_are_judged() {
    List<Commit> commits = commits();
    for (AnalyzerSettings settings :
        List.of(
            AnalyzerSettings.of(Preset.ANGULAR, Profile.SR25),
            AnalyzerSettings.of(Preset.CONVENTIONALCOMMITS, Profile.SR25),
            AnalyzerSettings.nativeDefaults())) {
      for (int round = 1; round <= 4; round++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Analysis analysis = Analysis.of(commits, settings);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(analysis.verdicts()).hasSize(COMMITS);
        System.out.printf(
            "%s, round %d: %d commits in %d ms of CPU%n",
            settings.parser().profile(), round, COMMITS, spent / 1_000_000);
      }
    }
  }

  /// Real messages over and over, or made ones where there is no corpus.
  private static List<Commit> commits() {
    List<String> real = Corpus.messages();
    Messages made = new Messages(Fuzz.random(1), List.of());
    var person = new Commit.Person("A Person", "person@example.test");
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < COMMITS; i++) {
      String hex = Integer.toHexString(i);
      String hash = "0".repeat(40 - hex.length()) + hex;
      String message = real.isEmpty() ? made.next() : real.get(i % real.size());
      commits.add(
          new Commit(hash, hash, List.of(), person, Instant.EPOCH, person, Instant.EPOCH, message));
    }
    return commits;
  }
}
