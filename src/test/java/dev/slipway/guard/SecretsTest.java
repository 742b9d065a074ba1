package dev.slipway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.pack.PackRequest;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Sample;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  @TempDir Path folder;

  /// A token as it is made: a beginning, then chance. No real one, and none that stands in a file
  /// of this repository.
  private static String token(String begins, int length) {
    Random random = new Random(begins.hashCode());
    StringBuilder token = new StringBuilder(begins);
    for (int i = 0; i < length; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  private List<Problem> in(String content) throws IOException {
    Path directory = new Sample("", List.of("index.js")).write(folder.resolve("package"));
    Files.writeString(directory.resolve("data.txt"), content);
    return Secrets.in(Packer.pack(PackRequest.of(directory, folder.resolve("out"))).file());
  }

  @ParameterizedTest
  @CsvSource({
    "npm_, 36, npm token",
    "ghp_, 36, GitHub token",
    "ghs_, 36, GitHub token",
    "github_pat_, 82, GitHub token",
    "glpat-, 20, GitLab token",
    "AKIA, 16, AWS access key",
    "AIza, 35, Google API key",
    "xoxb-, 50, Slack token",
    "sk_live_, 24, Stripe key",
    "pypi-AgEIcHlwaS5vcmc, 60, PyPI token",
    "sk-ant-api03-, 95, Anthropic key",
    "dop_v1_, 64, DigitalOcean token"
  })
  void a_token_stops_the_release_and_is_not_shown(String begins, int length, String what)
      throws IOException {
    String token = token(begins, length);

    assertThat(in("key = \"" + token + "\";\n"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("SECRET_IN_PACKAGE");
          assertThat(problem.isWarning()).isFalse();
          assertThat(problem.what())
              .isEqualTo("data.txt holds what looks like a credential: " + what + ".");
          assertThat(problem.what() + problem.remedy()).doesNotContain(token.substring(4));
        });
  }

  @Test
  void it_is_found_wherever_it_stands() throws IOException {
    String token = token("npm_", 36);
    for (int before : new int[] {0, 1, 511, 512, 513, 65_000, 65_530, 65_536, 66_048, 131_071}) {
      assertThat(in(" ".repeat(before) + token)).as("behind " + before).hasSize(1);
      assertThat(in(" ".repeat(before) + token + " ".repeat(70_000)))
          .as("in front of more, behind " + before)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "npm_0123456789abcdefghijklmnopqrstuvwxyz",
    "xnpm_Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j",
    "npm_lifecycle_event",
    "AKIAIOSFODNN7EXAMPLE",
    "sk_live_short",
    "ghp_"
  })
  void what_is_no_token_is_passed_over(String text) throws IOException {
    assertThat(in("x " + text + " y")).isEmpty();
  }

  @Test
  void a_private_key_is_a_warning_and_its_first_line_alone_is_nothing() throws IOException {
    String body = token("", 64) + "\n" + token("x", 63) + "\n";
    assertThat(in("-----BEGIN RSA PRIVATE KEY-----\n" + body + "-----END RSA PRIVATE KEY-----\n"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("PRIVATE_KEY_IN_PACKAGE");
          assertThat(problem.isWarning()).isTrue();
        });
    assertThat(in("const head = '-----BEGIN RSA PRIVATE KEY-----'; const more = 1;")).isEmpty();
  }
}
