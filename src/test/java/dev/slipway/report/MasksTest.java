package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.world.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Threat 21: a secret is hidden in every form it may take.
class MasksTest {
  private static final String TOKEN = "npm_s3cr3t+/ tök\"en\\";

  private static final Masks MASKS = Masks.of(List.of(Secret.of(TOKEN)));

  @Test
  void the_text_itself_is_hidden() {
    assertThat(MASKS.hide("a " + TOKEN + " b")).isEqualTo("a *** b");
  }

  @Test
  void its_form_in_a_url_is_hidden() {
    String url = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
    assertThat(MASKS.hide("?t=" + url)).isEqualTo("?t=***");
    assertThat(MASKS.hide("?t=" + url.replace("+", "%20"))).isEqualTo("?t=***");
  }

  @Test
  void its_form_in_json_is_hidden() {
    assertThat(MASKS.hide("{\"t\":" + Encoders.json(TOKEN) + "}")).isEqualTo("{\"t\":\"***\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "use", "user:", "x-access-token:"})
  void its_form_in_base64_is_hidden_wherever_it_begins(String before) {
    for (String after : List.of("", "a", "ab", "abc", "\n")) {
      byte[] bytes = (before + TOKEN + after).getBytes(StandardCharsets.UTF_8);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String hidden = MASKS.hide("Basic " + encoder.encodeToString(bytes));
        assertThat(hidden).contains("***");
        // What is left besides the mask is too little to hold a part of the token.
        assertThat(hidden.length())
            .isLessThanOrEqualTo("Basic ***".length() + (before + after).length() * 4 / 3 + 8);
      }
    }
  }

  @Test
  void each_line_of_a_secret_of_several_lines_is_hidden() {
    Masks masks = Masks.of(List.of(Secret.of("-----BEGIN-----\nabcdef\nghijkl\n")));
    assertThat(masks.hide("abcdef and ghijkl")).isEqualTo("*** and ***");
  }

  @Test
  void a_secret_too_short_to_be_one_blots_out_nothing() {
    assertThat(Masks.of(List.of(Secret.of("a"), Secret.of(""), Secret.of("  "))).hide("a man"))
        .isEqualTo("a man");
  }
}
