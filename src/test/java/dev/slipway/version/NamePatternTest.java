package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  private static final NamePattern NAME = new NamePattern("name");

  @ParameterizedTest
  @CsvSource({
    "plain, plain", "${name}, feat", "${ name }-${name}, feat-feat", "<%= name %>!, feat!",
    "<% name %>, <% name %>", "<%- name %>, <%- name %>", "${name, ${name", "$name, $name",
    "{name}, {name}"
  })
  void a_gap_takes_the_value_and_the_rest_stays(String text, String filled) {
    assertThat(NAME.fill(text, "feat")).contains(filled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${name.replace('a', 'b')}", "${}", "${version}", "<%= process.env.X %>"})
  void nothing_is_computed(String text) {
    assertThat(NAME.fill(text, "feat")).isEmpty();
  }

  @Test
  void a_value_that_looks_like_a_gap_is_not_filled_again() {
    assertThat(NAME.fill("${name}", "${name}")).contains("${name}");
  }
}
