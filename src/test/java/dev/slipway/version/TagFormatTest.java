package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagFormatTest {
  @ParameterizedTest
  @CsvSource({
    "v${version}, 1.2.3, v1.2.3",
    "${version}, 1.2.3, 1.2.3",
    "pkg@${ version }, 1.2.3, pkg@1.2.3",
    "<%= version %>-x, 1.2.3, 1.2.3-x"
  })
  void a_version_is_written_into_its_gap(String format, String version, String tag) {
    TagFormat read = TagFormat.of(format).orElseThrow();
    assertThat(read.tag(Version.of(version))).isEqualTo(tag);
    assertThat(read.version(tag)).contains(Version.of(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v",
        "${version}${version}",
        "v ${version}",
        "v${version.major}",
        "v${}",
        "${name}",
        "v${process.exit()}"
      })
  void a_format_holds_the_version_once_and_nothing_else_to_compute(String format) {
    assertThat(TagFormat.of(format)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v1.0.0, 1.0.0",
    "vv1.0.0, 1.0.0",
    "v=v1.0.0, 1.0.0",
    "v1.0.0-beta.1, 1.0.0-beta.1",
    "v1.0.0+b, 1.0.0+b"
  })
  void any_number_of_v_may_stand_before_a_version(String tag, String version) {
    assertThat(TagFormat.V.version(tag)).contains(Version.of(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "v01.0.0", "1.0.0", "v", "xv1.0.0", "v1.0.0 ", "v-1.0.0"})
  void other_tags_are_not_of_the_format(String tag) {
    assertThat(TagFormat.V.version(tag)).isEmpty();
  }

  @Test
  void behind_the_end_of_the_format_a_tag_may_go_on_as_it_may_in_semantic_release() {
    TagFormat format = TagFormat.of("${version}-pkg").orElseThrow();
    assertThat(format.version("1.0.0-pkg-old")).contains(Version.of("1.0.0"));
    assertThat(format.version("1.0.0-pkg-pkg")).contains(Version.of("1.0.0-pkg"));
    assertThat(format.version("1.0.0")).isEmpty();
  }

  @Test
  void a_format_that_git_would_not_take_is_not_valid() {
    assertThat(TagFormat.V.isValid()).isTrue();
    assertThat(new TagFormat("a..", "").isValid()).isFalse();
    assertThat(new TagFormat("v", ".lock").isValid()).isFalse();
  }
}
