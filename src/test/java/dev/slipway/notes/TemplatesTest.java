package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Fuzz;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.problem.Refused;
import dev.slipway.settings.NotesSettings;
import dev.slipway.settings.WriterSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Templates that a configuration brings, against the real Handlebars.
@Tag("fuzz")
class TemplatesTest {
  private static final List<String> HEADERS =
      List.of(
          """
          # {{version}} ({{date}})
          """,
          """
          ## {{#if @root.linkCompare~}}
            [{{version}}]({{@root.host}}/{{@root.owner}}/{{@root.repository}}/compare/{{previousTag}}...{{currentTag}})
          {{~else}}
            {{~version}}
          {{~/if}}
          {{~#if date}} ({{date}})
          {{/if}}
          """,
          """
          {{#if isPatch}}###{{else}}##{{/if}} {{version}}{{#unless isPatch}} new{{/unless}}

          """);
  private static final List<String> COMMITS =
      List.of(
          """
          * {{header}}
          """,
          """
          * {{#if scope}}**{{scope}}:** {{/if}}{{#if subject}}{{subject}}{{else}}{{header}}{{/if}} {{#if @root.linkReferences}}([{{shortHash}}]({{@root.host}}/{{hash}})){{else}}{{hash}}{{/if}}
          """,
          """
          - {{subject}} by {{author.name}} <{{committer.email}}>{{#if references}}, closes{{#each references}} {{this.prefix}}{{this.issue}}{{/each}}{{/if}}
          """,
          """
          *{{#if scope}} **{{scope}}:**
          {{~/if}} {{#if subject}}
            {{~subject}}
          {{~else}}
            {{~header}}
          {{~/if}}

          {{~!-- a comment --}} {{title}}{{version}}

          """,
          """
          {{#with author}}{{name}}{{/with}} {{commit.short}} {{@root.version}}{{#each notes}} [{{title}}: {{text}}]{{/each}}
          """);
  private static final List<String> MAINS =
      List.of(
          """
          {{> header}}

          {{#each commitGroups}}

          {{#if title}}
          ### {{title}}

          {{/if}}
          {{#each commits}}
          {{> commit root=@root}}
          {{/each}}

          {{/each}}
          {{> footer}}
          """,
          """
          {{> header}}
          {{#each commitGroups}}
          {{#each commits}}
          {{> commit root=@root}}
          {{/each}}
          {{/each}}
          """,
          """
          # {{version}}
          {{#each commitGroups}}## {{title}}
          {{#each commits}}{{@index}}{{#if @first}}!{{/if}} {{subject}} {{../title}}
          {{/each}}{{/each}}\
          """);

  @Test
  void notes_with_templates_are_those_of_semantic_release() {
    int cases = Math.min(Fuzz.cases(150), 5_000);
    List<RandomNotes> tried = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      RandomGenerator random = Fuzz.random(i);
      tried.add(with(random, RandomNotes.of(random, List.of(), Profile.SR25)));
    }
    List<String> different = new ArrayList<>();
    try (NotesOracle oracle = NotesOracle.start()) {
      List<Json> answers = oracle.ask(tried.stream().map(RandomNotes::question).toList());
      for (int i = 0; i < cases; i++) {
        String expected = answers.get(i).text("notes").orElse(answers.get(i).toString());
        String written;
        try {
          written = ReleaseNotes.write(tried.get(i).request());
        } catch (RuntimeException broken) {
          written = "BROKEN " + broken;
        }
        if (!expected.equals(written)) {
          different.add(
              tried.get(i).request().settings().writer()
                  + "\n--- expected\n"
                  + expected
                  + "\n--- written\n"
                  + written);
        }
      }
    }
    System.err.println("notes with templates: " + cases + ", different: " + different.size());
    assertThat(different.stream().limit(4)).isEmpty();
  }

  private static RandomNotes with(RandomGenerator random, RandomNotes notes) {
    Optional<String> main = maybe(random, MAINS);
    Optional<String> header = maybe(random, HEADERS);
    Optional<String> commit = maybe(random, COMMITS);
    Map<String, Json> options = new LinkedHashMap<>();
    main.ifPresent(text -> options.put("mainTemplate", Json.of(text)));
    header.ifPresent(text -> options.put("headerPartial", Json.of(text)));
    commit.ifPresent(text -> options.put("commitPartial", Json.of(text)));
    NotesSettings old = notes.request().settings();
    WriterSettings writer = writer(main, header, commit);
    NotesSettings settings =
        new NotesSettings(
            old.preset(),
            old.profile(),
            old.parser(),
            old.issuePrefixesSet(),
            old.referenceActionsSet(),
            old.presetConfig(),
            writer,
            old.host(),
            old.linkCompare(),
            old.linkReferences(),
            old.commit(),
            old.issue());
    NotesRequest was = notes.request();
    Json.Obj asked = (Json.Obj) notes.question().get("settings").orElseThrow();
    return new RandomNotes(
        NotesRequest.of(
            was.commits(),
            settings,
            was.repositoryUrl(),
            was.previousTag(),
            was.currentTag(),
            was.version(),
            was.date()),
        ((Json.Obj) notes.question())
            .with("settings", asked.with("writerOpts", new Json.Obj(options))));
  }

  private static WriterSettings writer(
      Optional<String> main, Optional<String> header, Optional<String> commit) {
    Optional<List<String>> none = Optional.empty();
    return new WriterSettings(
        Optional.empty(),
        none,
        none,
        none,
        none,
        main,
        header,
        commit,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> maybe(RandomGenerator random, List<String> texts) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(RandomNotes.pick(random, texts));
  }

  @Test
  void a_template_reads_no_files_and_runs_no_code() {
    RandomNotes any = RandomNotes.of(Fuzz.random(1), List.of(), Profile.SR25);
    for (String hostile :
        List.of(
            "{{> /etc/hostname}}",
            "{{> ../../../../etc/hostname}}",
            "{{embedded \"/etc/hostname\"}}",
            "{{precompile \"/etc/hostname\"}}",
            "{{i18n \"x\"}}",
            "{{#block \"/etc/hostname\"}}{{/block}}",
            "{{#if")) {
      NotesSettings old = NotesSettings.of(dev.slipway.history.Preset.ANGULAR, Profile.SR25);
      NotesSettings settings =
          new NotesSettings(
              old.preset(),
              old.profile(),
              old.parser(),
              false,
              false,
              old.presetConfig(),
              writer(Optional.of(hostile), Optional.empty(), Optional.empty()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      NotesRequest was = any.request();
      assertThatThrownBy(() ->
              ReleaseNotes.write(
                  NotesRequest.of(
                      was.commits(),
                      settings,
                      "https://github.com/o/r",
                      Optional.empty(),
                      "v1",
                      "1.0.0",
                      was.date())))
          .as(hostile)
          .isInstanceOf(Refused.class)
          .hasMessageStartingWith(
              "NOTES_TEMPLATE: A Handlebars template in writerOpts cannot be used");
    }
  }
}
