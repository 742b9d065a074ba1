package dev.slipway.notes;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A random configuration file: how commits are read, which rules count, how notes look; in JSON,
/// YAML or JavaScript.
///
/// @param file its name
/// @param text what stands in it
record RandomConfiguration(String file, String text) {
  private static final List<String> PRESETS =
      List.of(
          "angular",
          "angular",
          "conventionalcommits",
          "conventionalcommits",
          "conventionalcommits",
          "atom",
          "ember",
          "eslint",
          "express",
          "jquery",
          "jshint",
          "codemirror",
          "Angular",
          "angluar");
  private static final List<String> PATTERNS =
      List.of(
          "^(\\w*)(?:\\((.*)\\))?: (.*)$",
          "^(\\w*)(?:\\((.*)\\))?!: (.*)$",
          "^(?<type>\\w*)(?:\\((?<scope>.*)\\))?: (?<subject>.*)$",
          "^(?<kind>\\w+): (?<subject>.*)$",
          "^(:\\w+:) (.*)$",
          "^\\[(\\w+)\\] (.*)$",
          "^(\\w+)(!)?: (.*)$",
          "^([^:]+): (.*)$",
          "^(.*)$",
          "^Merge pull request #(\\d+) from (.*)$",
          "^Revert\\s\"([\\s\\S]*)\"\\s*This reverts commit (\\w*)\\.?",
          "^-(.*?)-$",
          "(a",
          "(?<=x)a",
          "(\\w)\\1");
  private static final List<Json> TEXTS =
      List.of(
          Json.of(List.of("type", "scope", "subject")),
          Json.of(List.of("type", "subject")),
          Json.of(List.of("tag", "message")),
          Json.of(List.of("BREAKING CHANGE", "BREAKING")),
          Json.of(List.of("IMPORTANT", "DEPRECATED")),
          Json.of(List.of("#", "JIRA-", "gh-")),
          Json.of(List.of("closes", "refs", "relates to")),
          Json.of(List.of()),
          Json.of(false),
          new Json.Null());
  private static final List<String> TEMPLATES =
      List.of(
          "## {{version}}{{#if date}} ({{date}}){{/if}}\n\n{{#each commitGroups}}### {{title}}\n\n"
              + "{{#each commits}}* {{subject}} {{hash}}\n{{/each}}\n{{/each}}",
          "{{> header}}\n{{#each commitGroups}}{{#each commits}}{{> commit root=@root}}{{/each}}"
              + "{{/each}}{{> footer}}",
          "{{#unless isPatch}}# {{/unless}}{{currentTag}} {{previousTag}} {{owner}}/{{repository}}\n",
          "- {{#if scope}}{{scope}}: {{/if}}{{subject}}{{#each references}} {{prefix}}{{issue}}"
              + "{{/each}}\n",
          "{{#if noteGroups}}{{#each noteGroups}}{{title}}\n{{#each notes}}{{text}}\n{{/each}}"
              + "{{/each}}{{/if}}",
          "plain\n",
          "{{#each commitGroups}}",
          "");
  private static final List<String> GLOBS =
      List.of(
          "feat",
          "fix",
          "docs",
          "*",
          "f*",
          "{feat,fix}",
          "!(feat)",
          "core",
          "a/*",
          "chore",
          "no-*",
          "re*");
  private static final List<Json> RELEASES =
      List.of(
          Json.of("major"),
          Json.of("minor"),
          Json.of("patch"),
          Json.of("patch"),
          Json.of(false),
          new Json.Null(),
          Json.of("prerelease"),
          Json.of("huge"));

  static RandomConfiguration of(RandomGenerator random) {
    Map<String, Json> root = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      root.put("branches", Json.of(List.of("main")));
    }
    if (random.nextInt(3) == 0) {
      grammar(random, root);
    }
    List<Json> plugins = new ArrayList<>();
    plugins.add(plugin(random, "commit-analyzer", analyzer(random)));
    plugins.add(plugin(random, "release-notes-generator", notes(random)));
    if (random.nextBoolean()) {
      plugins.add(Json.of("@semantic-release/npm"));
    }
    if (random.nextInt(8) > 0) {
      root.put("plugins", new Json.Arr(plugins));
    } else if (random.nextBoolean()) {
      root.put("analyzeCommits", analyzer(random));
      root.put("generateNotes", notes(random));
    }
    return written(random, new Json.Obj(root));
  }

  private static Json plugin(RandomGenerator random, String name, Json.Obj options) {
    String full = "@semantic-release/" + name;
    return switch (random.nextInt(5)) {
      case 0 -> Json.of(full);
      case 1 -> options.with("path", Json.of(full));
      default -> new Json.Arr(List.of(Json.of(full), options));
    };
  }

  private static Json.Obj analyzer(RandomGenerator random) {
    Map<String, Json> options = new LinkedHashMap<>();
    grammar(random, options);
    if (random.nextBoolean()) {
      List<Json> rules = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        rules.add(rule(random));
      }
      options.put("releaseRules", new Json.Arr(rules));
    }
    return new Json.Obj(options);
  }

  private static Json rule(RandomGenerator random) {
    Map<String, Json> rule = new LinkedHashMap<>();
    for (String key : List.of("type", "scope", "subject", "tag")) {
      if (random.nextInt(3) == 0) {
        rule.put(key, Json.of(pick(random, GLOBS)));
      }
    }
    if (random.nextInt(5) == 0) {
      rule.put("breaking", Json.of(random.nextInt(4) > 0));
    }
    if (random.nextInt(6) == 0) {
      rule.put("revert", Json.of(true));
    }
    if (random.nextInt(30) > 0) {
      rule.put("release", pick(random, RELEASES));
    }
    return new Json.Obj(rule);
  }

  private static Json.Obj notes(RandomGenerator random) {
    Map<String, Json> options = new LinkedHashMap<>();
    grammar(random, options);
    if (random.nextBoolean()) {
      options.put("writerOpts", writer(random));
    }
    maybe(random, options, "host", Json.of("https://git.example.org"));
    maybe(random, options, "linkCompare", Json.of(false), Json.of(true), new Json.Null());
    maybe(random, options, "linkReferences", Json.of(false), Json.of(true));
    maybe(random, options, "commit", Json.of("-/commit"));
    maybe(random, options, "issue", Json.of("-/issues"));
    return new Json.Obj(options);
  }

  private static void grammar(RandomGenerator random, Map<String, Json> options) {
    if (random.nextBoolean()) {
      options.put("preset", Json.of(pick(random, PRESETS)));
    } else if (random.nextInt(12) == 0) {
      options.put("config", Json.of("conventional-changelog-" + pick(random, PRESETS)));
    }
    if (random.nextInt(3) == 0) {
      options.put("parserOpts", parser(random));
    }
    if (random.nextInt(3) == 0) {
      options.put("presetConfig", presetConfig(random));
    }
  }

  private static Json parser(RandomGenerator random) {
    Map<String, Json> options = new LinkedHashMap<>();
    for (String key :
        List.of(
            "headerPattern",
            "headerPattern",
            "breakingHeaderPattern",
            "mergePattern",
            "revertPattern",
            "fieldPattern")) {
      if (random.nextInt(5) == 0) {
        String text =
            pick(random, PATTERNS.subList(0, random.nextInt(6) == 0 ? PATTERNS.size() : 12));
        options.put(key, random.nextInt(12) == 0 ? new Json.Null() : Json.of(text));
      }
    }
    for (String key :
        List.of(
            "headerCorrespondence",
            "mergeCorrespondence",
            "revertCorrespondence",
            "noteKeywords",
            "issuePrefixes",
            "referenceActions")) {
      if (random.nextInt(6) == 0) {
        options.put(key, pick(random, TEXTS));
      }
    }
    maybe(random, options, "commentChar", Json.of("#"), new Json.Null(), Json.of(""));
    maybe(random, options, "issuePrefixesCaseSensitive", Json.of(true), Json.of(false));
    return new Json.Obj(options);
  }

  private static Json presetConfig(RandomGenerator random) {
    Map<String, Json> options = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      List<Json> types = new ArrayList<>();
      for (int left = random.nextInt(5); left > 0; left--) {
        Json.Obj type =
            Json.empty()
                .with("type", Json.of(pick(random, List.of("feat", "fix", "docs", "chore"))));
        type =
            random.nextInt(4) > 0
                ? type.with("section", Json.of(pick(random, List.of("New", "Mended", "Rest"))))
                : type;
        type = random.nextInt(3) == 0 ? type.with("hidden", Json.of(random.nextBoolean())) : type;
        types.add(random.nextInt(5) == 0 ? type.with("scope", Json.of("core")) : type);
      }
      options.put("types", new Json.Arr(types));
    }
    maybe(random, options, "issuePrefixes", Json.of(List.of("#", "JIRA-")), Json.of(List.of("T-")));
    maybe(random, options, "issueUrlFormat", Json.of("{{host}}/t/{{prefix}}{{id}}"));
    maybe(random, options, "commitUrlFormat", Json.of("{{host}}/c/{{hash}}"));
    maybe(
        random, options, "compareUrlFormat", Json.of("{{host}}/d/{{previousTag}}..{{currentTag}}"));
    maybe(random, options, "userUrlFormat", Json.of("{{host}}/u/{{user}}"));
    maybe(random, options, "scope", Json.of("core"), Json.of(List.of("api", "core")));
    maybe(random, options, "scopeOnly", Json.of(true));
    maybe(random, options, "preMajor", Json.of(true));
    maybe(random, options, "ignoreCommits", Json.of("^docs"), Json.of("("));
    return new Json.Obj(options);
  }

  private static Json writer(RandomGenerator random) {
    Map<String, Json> options = new LinkedHashMap<>();
    maybe(
        random,
        options,
        "groupBy",
        Json.of("scope"),
        Json.of("type"),
        Json.of(false),
        new Json.Null());
    for (String key : List.of("commitsSort", "commitGroupsSort", "noteGroupsSort", "notesSort")) {
      maybe(
          random,
          options,
          key,
          Json.of("subject"),
          Json.of(List.of("scope", "subject")),
          Json.of("title"),
          Json.of("text"),
          Json.of(false));
    }
    for (String key : List.of("mainTemplate", "headerPartial", "commitPartial", "footerPartial")) {
      if (random.nextInt(6) == 0) {
        // A part that asks for another part is the main template alone.
        List<String> fitting =
            key.equals("mainTemplate")
                ? TEMPLATES
                : TEMPLATES.stream().filter(text -> !text.contains("{{>")).toList();
        options.put(key, Json.of(pick(random, fitting)));
      }
    }
    maybe(
        random,
        options,
        "partials",
        Json.empty().with("owner", Json.of("{{owner}}!")),
        Json.empty().with("header", Json.of("own {{version}}\n")),
        new Json.Null());
    maybe(random, options, "reverse", Json.of(true), Json.of(false));
    maybe(random, options, "ignoreReverted", Json.of(false));
    return new Json.Obj(options);
  }

  private static void maybe(
      RandomGenerator random, Map<String, Json> options, String key, Json... values) {
    if (random.nextInt(6) == 0) {
      options.put(key, values[random.nextInt(values.length)]);
    }
  }

  private static <T> T pick(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static RandomConfiguration written(RandomGenerator random, Json.Obj root) {
    return switch (random.nextInt(6)) {
      case 0 -> new RandomConfiguration(".releaserc.json", JsonWriter.pretty(root));
      case 1 -> new RandomConfiguration(".releaserc", JsonWriter.compact(root));
      case 2 -> new RandomConfiguration(".releaserc.yml", yaml(root, 0) + "\n");
      case 3 ->
          new RandomConfiguration(
              "package.json",
              JsonWriter.pretty(
                  Json.empty().with("name", Json.of("widget")).with("release", root)));
      case 4 ->
          new RandomConfiguration("release.config.cjs", "module.exports = " + script(root) + ";\n");
      default ->
          new RandomConfiguration(
              "release.config.mjs",
              "const options = " + script(root) + ";\nexport default { ...options };\n");
    };
  }

  /// Block style, as people write it; texts are quoted where a plain one would be something else.
  private static String yaml(Json value, int depth) {
    String indent = "\n" + "  ".repeat(depth);
    return switch (value) {
      case Json.Obj(var members) when !members.isEmpty() -> {
        StringBuilder out = new StringBuilder();
        members.forEach((key, member) ->
            out.append(indent).append(key).append(':').append(inner(member, depth)));
        yield depth == 0 ? out.substring(1) : out.toString();
      }
      case Json.Arr(var items) when !items.isEmpty() -> {
        StringBuilder out = new StringBuilder();
        items.forEach(item -> out.append(indent).append('-').append(inner(item, depth)));
        yield out.toString();
      }
      case Json.Str(var text)
          when text.matches("[a-z][a-z ]*") && !List.of("true", "false", "null").contains(text) ->
          text;
      default -> JsonWriter.compact(value);
    };
  }

  private static String inner(Json member, int depth) {
    String text = yaml(member, depth + 1);
    return text.startsWith("\n") ? text : " " + text;
  }

  /// An object literal; patterns are regular expressions.
  private static String script(Json value) {
    return switch (value) {
      case Json.Obj(var members) -> {
        StringBuilder out = new StringBuilder("{");
        members.forEach((key, member) ->
            out.append(key)
                .append(": ")
                .append(
                    key.endsWith("Pattern") && member instanceof Json.Str(var source)
                        ? pattern(source)
                        : script(member))
                .append(", "));
        yield out.append("}").toString();
      }
      case Json.Arr(var items) ->
          "[" + String.join(", ", items.stream().map(RandomConfiguration::script).toList()) + "]";
      case Json.Str(var text)
          when !text.contains("'") && !text.contains("\n") && !text.contains("\\") ->
          "'" + text + "'";
      default -> JsonWriter.compact(value);
    };
  }

  private static String pattern(String source) {
    return source.equals("(a") || source.isEmpty()
        ? JsonWriter.compact(Json.of(source))
        : "/" + source + "/";
  }
}
