package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "channel-${name} | channel-feature/a-b",
        "<%= name %> | feature/a-b",
        "${name.replace(/\\//g, \"-\")} | feature-a-b",
        "${name.replace(/^feature\\//g, '').replace('-', '')} | ab",
      })
  void the_texts_of_a_branch_are_filled_with_its_name(String text, String filled) {
    assertThat(Expansion.filled(text, "feature/a-b")).contains(filled);
  }
}
