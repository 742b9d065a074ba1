package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Json.Obj CONTEXT =
      (Json.Obj)
          JsonReader.read(
              """
              {"nextRelease": {"version": "1.2.0", "gitTag": "v1.2.0", "channel": null,
                "notes": "a & b <c>", "name": "v1.2.0"},
               "lastRelease": {"version": "1.1.0"},
               "branch": {"name": "feat/x"},
               "releases": [{"name": "npm", "url": "u"}, {"name": "GitHub"}],
               "errors": [{"code": "E1", "message": "m1"}, {"code": "E2", "message": "m2"}],
               "issue": {"labels": [{"name": "bug"}], "pull_request": null, "number": 7},
               "commits": []}\
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "chore(release): ${nextRelease.version} [skip ci] | chore(release): 1.2.0 [skip ci]",
        "<%= nextRelease.version %> | 1.2.0",
        "<%- nextRelease.notes %> | a &amp; b &lt;c&gt;",
        "${nextRelease.notes} | a & b <c>",
        "[${nextRelease.channel}] | []",
        "[${nextRelease.nothing}] | []",
        "${branch.name.replace('/', '-')} | feat-x",
        "${branch.name.replace(/[^a-z]/g, '_')} | feat_x",
        "${branch.name.split('/')[1]} | x",
        "${branch.name.slice(0, 4).toUpperCase()} | FEAT",
        "${nextRelease.channel ? 'a' : 'b'} | b",
        "${nextRelease.channel?.x} | ~~",
        "${'a' + 1 + true} | a1true",
        "${releases.map(r => r.name).join(', ')} | npm, GitHub",
        "<%= errors.map(({code, message}) => `${code}: ${message}`).join('; ') %> | E1: m1; E2: m2",
        "${issue.labels.some(label => label.name === 'bug')} | true",
        "${nextRelease.version === '1.2.0' && !nextRelease.channel} | true",
        "${releases} | [object Object],[object Object]",
        "${commits.length} | 0",
        "${new Date().toISOString()} | 2026-11-24T01:02:03.400Z",
        "${new Date().toLocaleDateString()} | 11/24/2026",
        "{{nextRelease.version}} | {{nextRelease.version}}",
        "100% ${ | 100% ${",
        "a <% | a <%",
        "$5 and $nextRelease | $5 and $nextRelease",
      })
  void fills_in_what_lodash_fills_in(String template, String text) {
    Instant now = Instant.parse("2026-11-24T01:02:03.400Z");
    assertThat(Template.of(template).render(CONTEXT, now)).isEqualTo(text);
  }

  @Test
  void the_first_of_two_values_that_counts_as_true_is_taken() {
    assertThat(Template.of("${nextRelease.channel || 'latest'}").render(CONTEXT))
        .isEqualTo("latest");
  }

  @Test
  void the_default_label_has_a_template_in_its_template() {
    Template label = Template.of(GitHubSettings.RELEASED_LABEL);
    assertThat(label.render(CONTEXT)).isEqualTo("released");
    Json.Obj next = CONTEXT.with("nextRelease", Json.empty().with("channel", Json.of("beta")));
    assertThat(label.render(next)).isEqualTo("released on @beta");
  }

  @Test
  void a_condition_returns_its_value() {
    assertThat(Template.of("<% return issue.pull_request; %>").holds(CONTEXT)).isFalse();
    assertThat(Template.of("<% return !issue.pull_request %>").holds(CONTEXT)).isTrue();
    assertThat(Template.of("<%return issue.labels.length > 0;%>").holds(CONTEXT)).isTrue();
    assertThat(Template.of("false").holds(CONTEXT)).isTrue();
    assertThat(Template.of("${nextRelease.channel}").holds(CONTEXT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${process.env.HOME}",
        "${env.NPM_TOKEN}",
        "${require('fs').readFileSync('x')}",
        "${nextRelease.version = '2'}",
        "${(() => { return 1 })()}",
        "${nextRelease.constructor('x')()}",
        "${new Function('return 1')()}",
        "${nextRelease.version.toFixed()}",
        "<% console.log(1) %>",
        "<% if (nextRelease) { %>x<% } %>",
        "${nextRelease.}",
        "${}x",
        "${_.upperCase('a')}",
        "${import('fs')}",
      })
  void what_would_have_to_be_run_is_refused(String template) {
    Refused refused = catchThrowableOfType(Refused.class, () -> Template.of(template));
    assertThat(refused.problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("TEMPLATE_BEYOND");
  }

  @Test
  void a_refusal_names_expression_and_position() {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> Template.of("first\nand ${process.exit(1)} last"));
    assertThat(refused.problems().getFirst().what())
        .isEqualTo(
            "The expression `process.exit(1)` at line 2, column 5 of the template is not read: the"
                + " call is not known.");
  }

  @Test
  void a_member_of_nothing_is_refused_when_it_is_asked_for() {
    Template template = Template.of("${nextRelease.channel.name}");
    Refused refused = catchThrowableOfType(Refused.class, () -> template.render(CONTEXT));
    assertThat(refused.problems().getFirst().what())
        .isEqualTo(
            "The expression `nextRelease.channel.name` at line 1, column 1 of the template is not"
                + " read: it asks for a member of nothing.");
  }

  @Test
  void a_hostile_template_ends_soon() {
    String deep = "${" + "(".repeat(5_000) + "}";
    assertThat(catchThrowableOfType(Refused.class, () -> Template.of(deep))).isNotNull();
    String long_ = "${nextRelease.version}".repeat(50_000);
    assertThat(Template.of(long_).render(CONTEXT)).hasSize(5 * 50_000);
    String open = "<%=".repeat(100_000);
    assertThat(Template.of(open).render(CONTEXT)).isEqualTo(open);
    String unclosed = "${".repeat(1_000_000);
    assertThat(Template.of(unclosed).render(CONTEXT)).isEqualTo(unclosed);
  }
}
