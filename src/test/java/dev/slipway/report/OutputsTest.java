package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static ToldRelease release(String name, String version) {
    ToldRelease widget = Sample.widget();
    return new ToldRelease(
        name,
        ".",
        Optional.empty(),
        version,
        Optional.of("minor"),
        "v" + version,
        Optional.empty(),
        Optional.empty(),
        "latest",
        widget.gitHead(),
        Optional.empty(),
        "notes of " + version,
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Map<Output, String> of(ToldRelease... releases) {
    return Outputs.of(
        Told.of(Told.Status.RELEASED).releasing(List.of(releases)), Optional.of("{}"));
  }

  @Test
  void every_output_has_a_value_and_what_did_not_happen_is_empty() {
    Map<Output, String> nothing = Outputs.of(Told.of(Told.Status.NOTHING), Optional.empty());
    assertThat(nothing.keySet()).containsExactly(Output.values());
    assertThat(nothing.remove(Output.STATUS)).isEqualTo("nothing");
    assertThat(nothing.values()).containsOnly("");
  }

  @Test
  void a_release_is_told_under_its_own_names_and_under_those_of_the_well_known_action() {
    Map<Output, String> values = of(Sample.widget());
    assertThat(values)
        .containsEntry(Output.STATUS, "released")
        .containsEntry(Output.RELEASED, "true")
        .containsEntry(Output.VERSION, "1.3.0")
        .containsEntry(Output.PREVIOUS_VERSION, "1.2.3")
        .containsEntry(Output.MAJOR, "1")
        .containsEntry(Output.MINOR, "3")
        .containsEntry(Output.PATCH, "0")
        .containsEntry(Output.TAG, "v1.3.0")
        .containsEntry(Output.CHANNEL, "latest")
        .containsEntry(Output.NAME, "@acme/widget")
        .containsEntry(Output.TARBALL, "acme-widget-1.3.0.tgz")
        .containsEntry(Output.URL, "https://github.com/acme/widget/releases/tag/v1.3.0")
        .containsEntry(Output.NEW_RELEASE_PUBLISHED, "true")
        .containsEntry(Output.NEW_RELEASE_VERSION, "1.3.0")
        .containsEntry(Output.NEW_RELEASE_GIT_TAG, "v1.3.0")
        .containsEntry(Output.NEW_RELEASE_CHANNEL, "")
        .containsEntry(Output.LAST_RELEASE_VERSION, "1.2.3");
  }

  @Test
  void of_several_packages_the_first_one_stands_for_one() {
    assertThat(of(release("core", "2.0.0"), release("cli", "1.4.0")))
        .containsEntry(Output.NAME, "core")
        .containsEntry(Output.VERSION, "2.0.0")
        .containsEntry(Output.NEW_RELEASE_NOTES, "notes of 2.0.0");
  }

  @Test
  void of_several_releases_of_a_package_the_last_one_stands_for_it() {
    assertThat(of(release("core", "1.0.1"), release("core", "1.1.0")))
        .containsEntry(Output.VERSION, "1.1.0")
        .containsEntry(Output.TAG, "v1.1.0");
  }
}
