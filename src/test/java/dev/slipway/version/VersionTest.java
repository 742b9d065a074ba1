package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "v1.0.0",
        "=1.0.0",
        " 1.0.0",
        "1.0.0 ",
        "01.0.0",
        "1.0.0-",
        "1.0.0-01",
        "1.0.0-a..b",
        "1.0.0+",
        "1.0.0-ä",
        "1.0.0\n",
        "9007199254740992.0.0",
        "1.-1.0",
        "1.0.0-a b"
      })
  void what_is_no_semantic_version_is_none_here(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  @Test
  void a_version_of_more_than_256_characters_is_none() {
    assertThat(Version.parse("1.0.0-" + "a".repeat(250))).isPresent();
    assertThat(Version.parse("1.0.0-" + "a".repeat(251))).isEmpty();
  }

  @Test
  void numbers_go_up_to_the_largest_safe_integer_of_javascript() {
    assertThat(Version.of("9007199254740991.0.20261124").major()).isEqualTo(9007199254740991L);
    assertThat(Version.of("202611240435.0.0").bump(Bump.MINOR)).hasToString("202611240435.1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, PATCH, 1.2.4", "1.2.3, MINOR, 1.3.0", "1.2.3, MAJOR, 2.0.0",
    "0.1.2, MAJOR, 1.0.0", "1.2.3-beta.1, PATCH, 1.2.3", "1.2.3-beta.1, MINOR, 1.3.0",
    "1.2.3-beta.1, MAJOR, 2.0.0", "1.2.0-beta.1, MINOR, 1.2.0", "2.0.0-beta.1, MAJOR, 2.0.0",
    "1.0.0+build, PATCH, 1.0.1"
  })
  void a_bump_moves_a_version(String from, Bump bump, String to) {
    assertThat(Version.of(from).bump(bump)).hasToString(to);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0-beta.1, 1.0.0-beta.2",
    "1.0.0-beta, 1.0.0-beta.0",
    "1.0.0-1.beta, 1.0.0-2.beta",
    "1.0.0-beta.9.x, 1.0.0-beta.10.x",
    "1.0.0-beta.1+b, 1.0.0-beta.2",
    "1.0.0-99999999999999999999, 1.0.0-100000000000000000000"
  })
  void the_next_prerelease_moves_the_last_number(String from, String to) {
    assertThat(Version.of(from).nextPrerelease()).hasToString(to);
  }

  @Test
  void a_stable_version_has_no_next_prerelease() {
    assertThatThrownBy(() -> Version.of("1.0.0").nextPrerelease())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1.0.0 is not a prerelease");
  }

  @Test
  void build_metadata_takes_no_part_in_the_order_but_stays_in_the_text() {
    Version built = Version.of("1.0.0+build.5");
    assertThat(built).isEqualByComparingTo(Version.of("1.0.0"));
    assertThat(built).isNotEqualTo(Version.of("1.0.0")).hasToString("1.0.0+build.5");
    assertThat(built.withoutBuild()).isEqualTo(Version.of("1.0.0"));
  }

  @Test
  void node_semver_agrees_on_random_versions() {
    SplittableRandom random = new SplittableRandom(7);
    NodeSemver judge = new NodeSemver();
    for (int i = 0; i < 3_000; i++) {
      String one = randomVersion(random);
      String other = randomVersion(random);
      judge.ask(() -> Boolean.toString(Version.parse(one).isPresent()), "valid", one);
      if (Version.parse(one).isEmpty() || Version.parse(other).isEmpty()) {
        continue;
      }
      Version a = Version.of(one);
      Version b = Version.of(other);
      judge.ask(() -> Integer.toString(Integer.signum(a.compareTo(b))), "compare", one, other);
      for (Bump bump : Bump.values()) {
        judge.ask(() -> a.bump(bump).toString(), "inc", one, bump.toString());
      }
      if (a.isPrerelease()) {
        judge.ask(() -> a.nextPrerelease().toString(), "inc", one, "prerelease");
      }
      if (a.compareTo(b) < 0) {
        judge.ask(() -> difference(a, b), "diff", one, other);
      }
    }
    judge.compare();
  }

  /// node-semver puts `pre` in front where the higher version is a prerelease.
  private static String difference(Version lower, Version higher) {
    String bump = lower.bumpTo(higher).orElseThrow().toString();
    if (!higher.isPrerelease()) {
      return bump;
    }
    return lower.core().equals(higher.core()) ? "prerelease" : "pre" + bump;
  }

  private static String randomVersion(SplittableRandom random) {
    List<String> numbers = List.of("0", "0", "1", "2", "10", "00", "9007199254740991");
    List<String> suffixes =
        List.of(
            "",
            "",
            "",
            "-beta.1",
            "-beta.2",
            "-beta",
            "-alpha.1",
            "-1",
            "-1.beta",
            "-beta.10",
            "-rc-1",
            "-0",
            "-01",
            "-beta.01",
            "+build",
            "-beta.1+build",
            "-",
            "-A",
            "-a.b.c",
            "-1.2");
    return String.format(
        Locale.ROOT,
        "%s.%s.%s%s",
        numbers.get(random.nextInt(random.nextInt(20) == 0 ? 6 : 5)),
        numbers.get(random.nextInt(4)),
        numbers.get(random.nextInt(4)),
        suffixes.get(random.nextInt(suffixes.size())));
  }
}
