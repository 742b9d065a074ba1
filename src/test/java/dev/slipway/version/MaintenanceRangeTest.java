package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceRangeTest {
  @ParameterizedTest
  @CsvSource({
    "1.x, 1.0.0, 2.0.0, true", "1.x.x, 1.0.0, 2.0.0, true", "1.2.x, 1.2.0, 1.3.0, false",
    "0.x, 0.0.0, 1.0.0, true", "1.X, 1.0.0, 2.0.0, true", "01.x, 1.0.0, 2.0.0, true",
    "10.20.x, 10.20.0, 10.21.0, false"
  })
  void a_name_says_which_versions_it_is_for(String name, String from, String below, boolean major) {
    MaintenanceRange range = MaintenanceRange.read(name).orElseThrow();
    assertThat(range.from()).hasToString(from);
    assertThat(range.below()).hasToString(below);
    assertThat(range.isMajor()).isEqualTo(major);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1",
        "v1.x",
        "x.x",
        "1.x.0",
        "1.0.0.x",
        "1.0.0",
        "main",
        "1..x",
        ".x",
        "1.x.x.x",
        "1.y",
        "99999999999999999999.x"
      })
  void other_names_are_not_for_maintenance(String name) {
    assertThat(MaintenanceRange.read(name)).isEmpty();
  }
}
