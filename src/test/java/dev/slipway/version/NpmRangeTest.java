package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmRangeTest {
  @ParameterizedTest
  @CsvSource({
    "next, next",
    "beta, beta",
    "1.x, release-1.x",
    "1, release-1",
    "x, release-x",
    "v1, release-v1",
    "1.2.x, release-1.2.x",
    "latest, latest",
    "canary-1, canary-1",
    "^1.0.0, release-^1.0.0",
    "1.0.0, release-1.0.0",
    "01.x, 01.x"
  })
  void a_channel_that_npm_takes_for_a_range_gets_a_prefix_as_dist_tag(String channel, String tag) {
    assertThat(DistTag.of(Optional.of(channel))).isEqualTo(tag);
  }

  @Test
  void the_default_channel_is_latest() {
    assertThat(DistTag.of(Optional.empty())).isEqualTo("latest");
    assertThat(DistTag.of(Optional.of(""))).isEqualTo("latest");
  }

  @Test
  void node_semver_agrees_on_what_a_range_is() {
    List<String> parts =
        List.of(
            "1",
            "2",
            "0",
            "01",
            "x",
            "X",
            "*",
            "1.x",
            "1.2",
            "1.2.3",
            "1.2.x",
            "x.1",
            "1.x.3",
            "v",
            "=",
            ">",
            "<",
            ">=",
            "~",
            "~>1",
            "^",
            "-",
            " ",
            " - ",
            "||",
            ".",
            "-beta",
            "-beta.1",
            "+b",
            "a",
            "next",
            "9007199254740992",
            "1.0.0-01",
            "  ");
    SplittableRandom random = new SplittableRandom(11);
    NodeSemver judge = new NodeSemver();
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(5);
      for (int part = 0; part < length; part++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      String range = text.toString();
      judge.ask(() -> Boolean.toString(NpmRange.isValid(range)), "range", range);
    }
    judge.compare();
  }

  @Test
  void node_semver_agrees_on_which_versions_lie_in_a_range() {
    List<String> versions =
        List.of(
            "0.0.1",
            "0.2.3",
            "1.0.0-alpha.1",
            "1.0.0",
            "1.2.3-rc.1",
            "1.2.3",
            "1.9.9",
            "2.0.0-0",
            "2.0.0+build.1",
            "10.1.0");
    List<String> operators = List.of("", "<", "<=", ">", ">=", "=", "~", "~>", "^", "v", "< ");
    List<String> parts =
        List.of(
            "*",
            "1",
            "1.x",
            "1.2",
            "1.2.3",
            "0.2",
            "0.0.1",
            "2.0.0-0",
            "1.2.3-rc.1",
            "10",
            "0",
            "0.0",
            "0.0.x",
            "1.x.x",
            "x",
            "0.2.3",
            "1.2.x-rc");
    SplittableRandom random = new SplittableRandom(12);
    NodeSemver judge = new NodeSemver();
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      if (random.nextInt(6) == 0) {
        text.append(parts.get(random.nextInt(parts.size())))
            .append(" - ")
            .append(parts.get(random.nextInt(parts.size())))
            .append(" || ");
      }
      int length = 1 + random.nextInt(3);
      for (int part = 0; part < length; part++) {
        text.append(part == 0 ? "" : random.nextInt(4) == 0 ? " || " : " ")
            .append(operators.get(random.nextInt(operators.size())))
            .append(parts.get(random.nextInt(parts.size())));
      }
      String range = text.toString();
      if (!NpmRange.isValid(range)) {
        continue;
      }
      for (String version : versions) {
        judge.ask(() -> Boolean.toString(Version.of(version).isIn(range)), "isIn", version, range);
      }
    }
    judge.compare();
  }
}
