package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.problem.Place;
import org.junit.jupiter.api.Test;

class MemberLinesTest {
  private static final String TEXT =
      """
      {
        "name": "widget",
        "exports": {
          ".": { "import": "./a.js" },
          "./x": [
            "./b.js"
          ]
        }
      }
      """;

  private static String at(String text, String... names) {
    return MemberLines.in(text, Place.member("package.json", names)).toString();
  }

  @Test
  void a_value_is_found_by_the_names_that_lead_to_it() {
    assertThat(at(TEXT, "name")).isEqualTo("package.json:2:11");
    assertThat(at(TEXT, "exports", ".", "import")).isEqualTo("package.json:4:22");
    assertThat(at("{\"a\":{\"b\":1},\"a\":{\"b\":2}}", "a", "b")).isEqualTo("package.json:1:23");
  }

  @Test
  void where_the_value_is_not_there_the_nearest_around_it_is_meant() {
    assertThat(at(TEXT, "exports", "./x", "import")).isEqualTo("package.json:5:12");
    assertThat(at(TEXT, "exports", "./y")).isEqualTo("package.json:3:14");
  }

  @Test
  void where_nothing_of_it_is_there_the_file_alone_is_named() {
    assertThat(at(TEXT, "private")).isEqualTo("package.json");
    assertThat(at("{ no JSON", "private")).isEqualTo("package.json");
    assertThat(MemberLines.in(TEXT, Place.line("package.json", 7)).toString())
        .isEqualTo("package.json:7");
  }
}
