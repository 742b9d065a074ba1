package dev.slipway.notes;

import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.settings.NotesSettings;
import dev.slipway.settings.WriterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Random releases: commits, a preset and options, as a request to us and as a question to the real
/// generator.
record RandomNotes(NotesRequest request, Json question) {
  private static final List<String> URLS =
      List.of(
          "https://github.com/owner/repo",
          "https://github.com/owner/repo.git",
          "git@github.com:owner/repo.git",
          "https://user:secret@gitlab.com/group/sub/repo.git",
          "https://bitbucket.org/owner/repo",
          "ssh://git@ghe.example.org:2222/owner/repo",
          "http://git.example.org:8080/owner/repo",
          "https://GitHub.com/owner",
          "https://github.com",
          "https://github.com/own er/r\u00e9po/",
          "git+https://github.com/o/a$$b$&c",
          "https://github.com/o/../p/./r?x#y",
          "file:///srv/git/repo.git");
  private static final List<String> VERSIONS =
      List.of("1.0.0", "1.2.0", "1.2.3", "2.0.0-beta.1", "0.0.1", "1.2.3-rc.1+b", "not-a-version");
  private static final List<String> DATES = List.of("2026-11-24", "2023-02-01", "1999-12-31");

  static RandomNotes of(RandomGenerator random, List<String> real, Profile profile) {
    Preset preset = preset(random, profile);
    Map<String, Json> settings = new LinkedHashMap<>();
    settings.put("preset", Json.of(preset.toString()));
    Json.Obj presetConfig = presetConfig(random, preset, profile);
    if (!presetConfig.members().isEmpty()) {
      settings.put("presetConfig", presetConfig);
    }
    Optional<String> host = maybe(random, 12, "https://mirror.example.org", "");
    Optional<Boolean> linkCompare = flag(random);
    Optional<Boolean> linkReferences = flag(random);
    Optional<String> commit = maybe(random, 12, "-/commit", "c$&");
    Optional<String> issue = maybe(random, 12, "-/issues", "browse");
    host.ifPresent(value -> settings.put("host", Json.of(value)));
    linkCompare.ifPresent(value -> settings.put("linkCompare", Json.of(value)));
    linkReferences.ifPresent(value -> settings.put("linkReferences", Json.of(value)));
    commit.ifPresent(value -> settings.put("commit", Json.of(value)));
    issue.ifPresent(value -> settings.put("issue", Json.of(value)));
    WriterSettings writer = writer(random, settings);
    NotesSettings plain = NotesSettings.of(preset, profile);
    boolean prefixes = presetConfig.get("issuePrefixes").isPresent();
    NotesSettings ours =
        new NotesSettings(
            preset,
            profile,
            prefixes
                ? preset.options(profile, texts(presetConfig, "issuePrefixes"))
                : plain.parser(),
            plain.issuePrefixesSet(),
            plain.referenceActionsSet(),
            presetConfig,
            writer,
            host,
            linkCompare,
            linkReferences,
            commit,
            issue);
    List<Commit> commits = RandomCommits.of(random, preset, real);
    String url = pick(random, URLS);
    String version = pick(random, VERSIONS);
    Optional<String> previous =
        random.nextInt(6) == 0 ? Optional.empty() : Optional.of("v" + pick(random, VERSIONS));
    String date = pick(random, DATES);
    NotesRequest request =
        NotesRequest.of(
            commits, ours, url, previous, "pkg@" + version, version, LocalDate.parse(date));
    Json question =
        Json.empty()
            .with("ask", Json.of(profile == Profile.SR25 ? "notes" : "next"))
            .with("settings", new Json.Obj(settings))
            .with("commits", new Json.Arr(commits.stream().map(RandomNotes::raw).toList()))
            .with("repositoryUrl", Json.of(url))
            .with(
                "lastRelease",
                previous.map(t -> Json.empty().with("gitTag", Json.of(t))).orElse(Json.empty()))
            .with(
                "nextRelease",
                Json.empty()
                    .with("version", Json.of(version))
                    .with("gitTag", Json.of("pkg@" + version)))
            .with("date", Json.of(date));
    return new RandomNotes(request, question);
  }

  private static Preset preset(RandomGenerator random, Profile profile) {
    if (random.nextInt(3) > 0 || profile != Profile.SR25) {
      return random.nextBoolean() ? Preset.ANGULAR : Preset.CONVENTIONALCOMMITS;
    }
    return pick(random, List.of(Preset.values()));
  }

  private static List<String> texts(Json json, String name) {
    return json.get(name).orElseThrow().items().stream().map(t -> t.text().orElseThrow()).toList();
  }

  private static Json.Obj presetConfig(RandomGenerator random, Preset preset, Profile profile) {
    Map<String, Json> config = new LinkedHashMap<>();
    if (preset == Preset.CONVENTIONALCOMMITS && random.nextBoolean()) {
      if (random.nextBoolean()) {
        config.put("types", types(random, profile));
      }
      maybe(
              random,
              4,
              "https://t.example.org/{{prefix}}{{id}}",
              "{{host}}/x/{{owner}}/{{id}}$$",
              "{{host}} {{repository}}/{{issue}}")
          .filter(_ -> profile == Profile.SR25)
          .ifPresent(format -> config.put("issueUrlFormat", Json.of(format)));
      maybe(random, 4, "{{host}}/{{owner}}/{{repository}}/-/{{hash}}", "x{{shortHash}}y{{nothing}}")
          .filter(_ -> profile == Profile.SR25)
          .ifPresent(format -> config.put("commitUrlFormat", Json.of(format)));
      maybe(
              random,
              4,
              " {{host}}/{{owner}}/{{repository}}/diff/{{currentTag}}",
              "{{version}}{{date}}{{issue}}")
          .filter(_ -> profile == Profile.SR25)
          .ifPresent(format -> config.put("compareUrlFormat", Json.of(format)));
      maybe(random, 4, "{{host}}/u/{{user}}", "mailto:{{user}}@{{owner}}.example.org{{id}}")
          .filter(_ -> profile == Profile.SR25)
          .ifPresent(format -> config.put("userUrlFormat", Json.of(format)));
      if (random.nextInt(4) == 0) {
        config.put(
            "issuePrefixes",
            Json.of(
                pick(
                    random,
                    List.of(List.of("#", "JIRA-"), List.of("gh-", "!"), List.of("PROJ-")))));
      }
      if (random.nextInt(5) == 0) {
        config.put(
            "scope", random.nextBoolean() ? Json.of("core") : Json.of(List.of("api", "core")));
        config.put("scopeOnly", Json.of(random.nextBoolean()));
      }
    }
    return new Json.Obj(config);
  }

  private static Json types(RandomGenerator random, Profile profile) {
    List<Json> types = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      Json.Obj type =
          Json.empty()
              .with(
                  "type",
                  Json.of(
                      pick(
                          random, List.of("feat", "fix", "chore", "docs", "revert", "perf", "x"))));
      if (random.nextInt(6) > 0) {
        type =
            type.with(
                "section",
                Json.of(pick(random, List.of("New", "Mended", "\u00c4nderungen", "Misc", "Docs"))));
      }
      if (random.nextInt(3) == 0) {
        type =
            profile == Profile.SR25
                ? type.with("hidden", Json.of(random.nextBoolean()))
                : type.with(
                    "effect", Json.of(pick(random, List.of("bump", "changelog", "hidden"))));
      }
      if (random.nextInt(4) == 0) {
        type = type.with("scope", Json.of(pick(random, List.of("core", "api", "*"))));
      }
      types.add(type);
    }
    return new Json.Arr(types);
  }

  private static WriterSettings writer(RandomGenerator random, Map<String, Json> settings) {
    if (random.nextInt(4) > 0) {
      return WriterSettings.none();
    }
    Map<String, Json> options = new LinkedHashMap<>();
    Optional<String> groupBy = maybe(random, 2, "scope", "type", "subject", "shortHash");
    Optional<List<String>> commitsSort =
        fields(random, List.of("subject", "scope", "header", "hash", "body"));
    Optional<List<String>> groupsSort = fields(random, List.of("title"));
    Optional<List<String>> noteGroupsSort = fields(random, List.of("title"));
    Optional<List<String>> notesSort = fields(random, List.of("text", "title"));
    groupBy.ifPresent(value -> options.put("groupBy", Json.of(value)));
    commitsSort.ifPresent(value -> options.put("commitsSort", Json.of(value)));
    groupsSort.ifPresent(value -> options.put("commitGroupsSort", Json.of(value)));
    noteGroupsSort.ifPresent(value -> options.put("noteGroupsSort", Json.of(value)));
    notesSort.ifPresent(value -> options.put("notesSort", Json.of(value)));
    Optional<Boolean> reverse = flag(random);
    Optional<Boolean> ignoreReverted = flag(random);
    reverse.ifPresent(value -> options.put("reverse", Json.of(value)));
    ignoreReverted.ifPresent(value -> options.put("ignoreReverted", Json.of(value)));
    settings.put("writerOpts", new Json.Obj(options));
    return new WriterSettings(
        groupBy,
        commitsSort,
        groupsSort,
        noteGroupsSort,
        notesSort,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        reverse,
        ignoreReverted);
  }

  private static Optional<List<String>> fields(RandomGenerator random, List<String> names) {
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    return Optional.of(names.stream().filter(_ -> random.nextBoolean()).toList());
  }

  /// A commit as semantic-release hands it to its plug-ins.
  static Json raw(Commit commit) {
    return Json.empty()
        .with("hash", Json.of(commit.sha()))
        .with("message", Json.of(JsText.trim(commit.message())))
        .with("subject", Json.of(CommitFields.subject(commit)))
        .with("body", Json.of("the body as git has it"))
        .with("gitTags", Json.of(""))
        .with("committerDate", Json.of(commit.committed().toString()))
        .with("commit", names(commit.sha()))
        .with("tree", names(commit.tree()))
        .with("author", person(commit.author(), commit.authored()))
        .with("committer", person(commit.committer(), commit.committed()));
  }

  private static Json names(String hash) {
    return Json.empty().with("long", Json.of(hash)).with("short", Json.of(hash.substring(0, 7)));
  }

  private static Json person(Commit.Person person, Instant date) {
    return Json.empty()
        .with("name", Json.of(person.name()))
        .with("email", Json.of(person.email()))
        .with("date", Json.of(date.toString()));
  }

  private static Optional<Boolean> flag(RandomGenerator random) {
    return random.nextInt(6) > 0 ? Optional.empty() : Optional.of(random.nextBoolean());
  }

  private static Optional<String> maybe(RandomGenerator random, int oneIn, String... values) {
    return random.nextInt(oneIn) > 0
        ? Optional.empty()
        : Optional.of(values[random.nextInt(values.length)]);
  }

  static <T> T pick(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
