package dev.slipway.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Configuration files of every place, format and form.
@SuppressWarnings("StringConcatToTextBlock")
final class ConfigurationCases {
  private ConfigurationCases() {}

  /// Files of a folder.
  ///
  /// @param refusedHere true where Slipway may refuse what semantic-release would run
  record Case(Map<String, String> files, boolean refusedHere) {}

  private static final List<String> OBJECTS =
      List.of(
          "{}",
          "{\"branches\":[\"main\"]}",
          "{\"branches\":\"main\"}",
          "{\"branches\":{\"name\":\"main\"}}",
          "{\"branches\":[\"main\",{\"name\":\"beta\",\"prerelease\":true,\"channel\":false}]}",
          "{\"branches\":null,\"tagFormat\":\"${version}\"}",
          "{\"tagFormat\":\"pkg@${version}\",\"dryRun\":true,\"ci\":false}",
          "{\"plugins\":[\"@semantic-release/commit-analyzer\"]}",
          "{\"plugins\":[[\"@semantic-release/npm\",{\"npmPublish\":false,\"pkgRoot\":\"dist\"}]]}",
          "{\"plugins\":[{\"path\":\"@semantic-release/npm\",\"npmPublish\":false}]}",
          "{\"plugins\":\"@semantic-release/npm\"}",
          "{\"plugins\":null,\"preset\":\"conventionalcommits\"}",
          "{\"plugins\":[]}",
          "{\"plugins\":[1]}",
          "{\"plugins\":[[\"@semantic-release/npm\",1]]}",
          "{\"plugins\":[[\"@semantic-release/npm\",{},{}]]}",
          "{\"plugins\":[[\"@semantic-release/npm\",null]]}",
          "{\"plugins\":[[\"@semantic-release/npm\"]],\"publish\":false}",
          "{\"plugins\":[\"@semantic-release/npm\"],\"analyzeCommits\":[]}",
          "{\"publish\":[\"@semantic-release/npm\",{\"npmPublish\":false}]}",
          "{\"publish\":[[\"@semantic-release/npm\",{\"npmPublish\":false}]]}",
          "{\"publish\":[{\"path\":\"@semantic-release/npm\",\"npmPublish\":false}]}",
          "{\"prepare\":[\"@semantic-release/commit-analyzer\"]}",
          "{\"verifyConditions\":[\"@semantic-release/npm\",\"@semantic-release/github\"],"
              + "\"publish\":[\"@semantic-release/npm\"],\"success\":[],\"fail\":[]}",
          "{\"unknown\":{\"deep\":[1,2.50,-0,1e3,1e21,1.5e-7,true,null,\"\\u00e9\\n\"]}}",
          "{\"releaseRules\":[{\"type\":\"docs\",\"scope\":\"README\",\"release\":\"patch\"},"
              + "{\"breaking\":true,\"release\":\"major\"},{\"type\":\"chore\",\"release\":false}]}");

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (String object : OBJECTS) {
      all.add(one(".releaserc.json", object));
      all.add(one(".releaserc", object.replace("{", "{\n\t").replace(",", ",\n\t\t")));
      all.add(one(".releaserc.yaml", "---\n" + object + "\n"));
      all.add(one("release.config.cjs", "module.exports = " + object + ";\n"));
      all.add(one("release.config.mjs", "export default " + object + "\n"));
      all.add(one("package.json", "{\"name\":\"x\",\"release\":" + object + "}"));
    }
    places(all);
    yaml(all);
    json(all);
    merging(all);
    javascript(all);
    return all;
  }

  private static Case one(String file, String text) {
    return new Case(Map.of(file, text), false);
  }

  private static Case two(String file, String text, String other, String more) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(file, text);
    files.put(other, more);
    return new Case(files, false);
  }

  private static void places(List<Case> all) {
    List<String> places = ConfigurationFiles.searched();
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).endsWith(".ts")) {
        all.add(one(places.get(i), text(places.get(i), "one")));
        for (int k = i + 1; k < places.size(); k += 5) {
          if (!places.get(k).endsWith(".ts")) {
            all.add(
                two(
                    places.get(i),
                    text(places.get(i), "one"),
                    places.get(k),
                    text(places.get(k), "two")));
          }
        }
      }
    }
    all.add(two(".releaserc", "", ".releaserc.json", "{\"branches\":\"second\"}"));
    all.add(two(".releaserc", " \n", "release.config.cjs", "module.exports = {branches: 'b'}"));
    all.add(two(".releaserc", "# nothing\n", ".releaserc.yml", "branches: second"));
    all.add(two(".releaserc", "null", ".releaserc.yml", "branches: second"));
    all.add(two(".releaserc", "~", ".releaserc.yml", "branches: second"));
    all.add(two("package.json", "{\"name\":\"x\"}", ".releaserc.yml", "branches: second"));
    all.add(two("package.json", "{\"release\":null}", ".releaserc.yml", "branches: second"));
    all.add(two("package.json", "{\"release\":}", ".releaserc.yml", "branches: second"));
    all.add(one("sub/.releaserc", "branches: hidden"));
    all.add(one("other.json", "{}"));
  }

  private static String text(String place, String branch) {
    String object = "{\"branches\": [\"" + branch + "\"]}";
    if (place.equals("package.json")) {
      return "{\"release\": " + object + "}";
    }
    if (place.endsWith(".mjs")) {
      return "export default " + object;
    }
    return place.endsWith(".js") || place.endsWith(".cjs") ? "module.exports = " + object : object;
  }

  private static void yaml(List<Case> all) {
    for (String scalar :
        List.of(
            "yes",
            "on",
            "no",
            "off",
            "y",
            "True",
            "TRUE",
            "tRUE",
            "false",
            "~",
            "null",
            "Null",
            "nULL",
            "",
            "010",
            "0o10",
            "0x1F",
            "0b11",
            "1_000",
            "+1",
            "-1",
            "-0",
            "1.",
            ".5",
            "-.5",
            "+.5",
            "1e3",
            "1E-3",
            "1.5e+3",
            "1e",
            "e3",
            ".inf",
            "-.inf",
            ".nan",
            "12:30:45",
            "'yes'",
            "\"no\"",
            "'it''s'",
            "\"a\\tb\\u00e9\\x41\"",
            "1.2.3",
            "v1",
            "@scope",
            "- x",
            "[a, b]",
            "{a: 1}",
            "!!str 5",
            "!!int '5'",
            "!!float 1",
            "!!bool true",
            "!custom x",
            "! 5",
            "*nobody",
            "|\n  line one\n  line two\n",
            ">\n  folded\n  text\n",
            "|-\n  kept\n",
            ">+\n  more\n\n",
            "plain\n  goes on",
            "a # comment",
            "a#b",
            "'#'",
            "0",
            "00",
            "08",
            "9007199254740993",
            "123456789012345678901234567890",
            "0.1",
            "100000000000000000000000",
            "'multi\n  line'",
            "<<",
            "=",
            "%",
            "\"\\/\"",
            "[1,]",
            "[,]",
            "{a: 1,}",
            "{a}",
            "{a, b: 2}",
            "[a: 1]",
            "\"unclosed",
            "'x' y",
            "[1",
            "{",
            "\ttab",
            "- a\n- b",
            "&x 1",
            "? a",
            "!!null ''")) {
      all.add(one(".releaserc.yml", "before: 1\nvalue: " + scalar + "\n"));
    }
    all.add(one(".releaserc", "branches:\n- main\n- name: next\n  channel: next\n"));
    all.add(one(".releaserc", "branches:\n  - main\n  -\n    name: beta\n    prerelease: true\n"));
    all.add(one(".releaserc", "a: 1\na: 2\n"));
    all.add(one(".releaserc", "{\"a\": 1, \"a\": 2}"));
    all.add(one(".releaserc", "1: a\n'1': b\n"));
    all.add(one(".releaserc", "1: a\ntrue: b\nnull: c\n1.50: d\n"));
    all.add(one(".releaserc", "base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\n  z: 4\n"));
    all.add(one(".releaserc", "base: &b {x: 1, y: 2}\nmore:\n  y: 3\n  <<: *b\n"));
    all.add(one(".releaserc", "a: &a {x: 1}\nb: &b {y: 2, x: 9}\nmore:\n  <<: [*a, *b]\n"));
    all.add(one(".releaserc", "more:\n  <<: 5\n"));
    all.add(one(".releaserc", "list: &l [1, 2]\nagain: *l\n"));
    all.add(one(".releaserc", "--- {a: 1}\n--- {b: 2}\n"));
    all.add(one(".releaserc", "---\na: 1\n...\n"));
    all.add(one(".releaserc", "%YAML 1.2\n---\na: 1\n"));
    all.add(one(".releaserc", "\uFEFFa: 1\n"));
    all.add(one(".releaserc", "a: 1\r\nb:\r\n  - c\r\n"));
    all.add(one(".releaserc", "a:\n\t- b\n"));
    all.add(one(".releaserc", "a:\tb\n"));
    all.add(one(".releaserc", "a: 1\n  b: 2\n"));
    all.add(one(".releaserc", "{\n  // comment\n  \"a\": 1\n}"));
    all.add(one(".releaserc", "{\n  # comment\n  \"a\": 1,\n}"));
    all.add(one(".releaserc", "{\"a\":1}"));
    all.add(one(".releaserc", "{'a': 'b', c: d}"));
    all.add(one(".releaserc", "{\n\t\"a\": [\n\t\t\"x\",\n\t\t\"y\"\n\t]\n}\n"));
    all.add(one(".releaserc", "{\n\t\"a\": \"tab\\there\t\",\n\t'b': 'it''s\t'\n}\n"));
    all.add(one(".releaserc", "? complex\n: value\n"));
    all.add(refusable(".releaserc", "? [a, b]\n: value\n"));
    all.add(one(".releaserc", "a: b: c\n"));
    all.add(one(".releaserc", "a: 'x\n\n  y'\n"));
    all.add(one(".releaserc", "a: \"x \\\n  y\"\n"));
    all.add(one(".releaserc", "a: \u0001\n"));
    all.add(refusable(".releaserc", "- main\n"));
    all.add(refusable(".releaserc", "plain text"));
    all.add(one(".releaserc", "tagFormat: v${version}\nplugins:\n  - '@semantic-release/npm'\n"));
    all.add(one(".releaserc", "plugins:\n  - @semantic-release/npm\n"));
    all.add(
        one(".releaserc", "plugins:\n  - - \"@semantic-release/npm\"\n    - npmPublish: false\n"));
  }

  private static void json(List<Case> all) {
    for (String text :
        List.of(
            "{\"a\":1,}",
            "{'a':1}",
            "{a:1}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":+1}",
            "{\"a\":\"\t\"}",
            "{\"a\":1}x",
            "{\"a\":1,\"a\":2}",
            "null",
            "{\"a\":\"\\ud83d\\ude80\"}",
            "{\"a\":\"\\x41\"}",
            "{\"a\":NaN}",
            "// c\n{}",
            "{\"__proto__\":{\"x\":1}}",
            "{\"a\":1e400}",
            "{\"a\":-0}",
            "{\"a\":1E5}")) {
      all.add(one(".releaserc.json", text));
    }
  }

  /// A configuration that is no object is passed over in silence there, and refused here; so is an
  /// import of a file that is not there, which makes the importing file disappear there.
  private static Case refusable(String file, String text) {
    return new Case(Map.of(file, text), true);
  }

  private static void merging(List<Case> all) {
    all.add(
        two(
            ".releaserc.json",
            "{\"extends\":\"./base.json\",\"branches\":[\"own\"]}",
            "base.json",
            "{\"branches\":[\"base\"],\"tagFormat\":\"b${version}\"}"));
    all.add(
        two(
            ".releaserc.json",
            "{\"extends\":\"./base\",\"tagFormat\":null}",
            "base.json",
            "{\"branches\":[\"base\"],\"tagFormat\":\"b${version}\",\"extends\":\"./none\"}"));
    all.add(
        two(
            ".releaserc.json",
            "{\"extends\":[\"./base.cjs\"],\"preset\":\"angular\"}",
            "base.cjs",
            "module.exports = {preset: 'atom', plugins: null}"));
    all.add(
        two(
            ".releaserc.json",
            "{\"extends\":\"./base.mjs\"}",
            "base.mjs",
            "export default {preset: 'atom'}"));
    all.add(one(".releaserc.json", "{\"extends\":\"./missing.json\"}"));
    all.add(one(".releaserc.json", "{\"extends\":\"some-package-that-is-not-there\"}"));
    Map<String, String> shared = new LinkedHashMap<>();
    shared.put(".releaserc.json", "{\"extends\":[\"shared\",\"@org/other/sub\"],\"a\":1}");
    shared.put(
        "node_modules/shared/package.json", "{\"name\":\"shared\",\"main\":\"config.json\"}");
    shared.put("node_modules/shared/config.json", "{\"a\":2,\"b\":2}");
    shared.put("node_modules/@org/other/package.json", "{\"name\":\"@org/other\"}");
    shared.put("node_modules/@org/other/sub.json", "{\"b\":3,\"c\":3}");
    all.add(new Case(shared, false));
    Map<String, String> exported = new LinkedHashMap<>();
    exported.put("release.config.mjs", "export default {extends: 'shared'}");
    exported.put(
        "node_modules/shared/package.json",
        "{\"name\":\"shared\",\"exports\":{\".\":{\"import\":\"./m.mjs\",\"require\":\"./c.cjs\"}}}");
    exported.put("node_modules/shared/m.mjs", "export default {branches: ['m']}");
    exported.put("node_modules/shared/c.cjs", "module.exports = {branches: ['c']}");
    all.add(new Case(exported, false));
    all.add(
        two(
            ".releaserc.json",
            "{\"$import\":\"./base.json\",\"branches\":[\"own\"],\"deep\":{\"b\":2}}",
            "base.json",
            "{\"branches\":[\"base\"],\"deep\":{\"a\":1,\"b\":1}}"));
    all.add(
        two(
            ".releaserc.yml",
            "$import: [config/base.yml]\nbranches: [own]\n",
            "config/base.yml",
            "branches: [base]\n"));
    for (String text : List.of("[1]", "\"text\"", "5")) {
      all.add(refusable(".releaserc.json", text));
    }
    all.add(one(".releaserc.yml", "$import: .releaserc.yml\n"));
    all.add(one(".releaserc.yml", "$import: 5\n"));
    all.add(refusable(".releaserc.yml", "$import: none.yml\n"));
    all.add(two(".releaserc.yml", "$import: b.yml\n", "b.yml", "$import: .releaserc.yml\n"));
    all.add(two(".releaserc.yml", "$import: b.yml\na: 1", "b.yml", ""));
  }

  private static void javascript(List<Case> all) {
    for (String text :
        List.of(
            "module.exports = {branches: ['main'],};",
            "'use strict';\n"
                + "module.exports = {\n"
                + "  // comment\n"
                + "  branches: [\"main\"], /* more */\n"
                + "};",
            "exports.branches = ['main'];",
            "module.exports.branches = ['a'];\nmodule.exports.tagFormat = 'v${version}';",
            "const branches = ['main'];\nmodule.exports = { branches };",
            "const a = 'ma', b = 'in'; let c = a + b;\nmodule.exports = { branches: [c] };",
            "const base = {a: 1, b: 2};\nmodule.exports = {...base, b: 3, ...{c: 4}};",
            "const list = ['x', 'y'];\nmodule.exports = {value: [...list, 'z', ...[]]};",
            "module.exports = {tagFormat: `v\\${version}`};",
            "const n = 'pkg';\nmodule.exports = {tagFormat: `${n}@\\${version}`};",
            "module.exports = {a: 1 + 2, b: 'a' + 1, c: 7 % 4, d: 2 ** 10, e: 1 / 3, f: -5, g:"
                + " +'4'};",
            "module.exports = {a: process.env.RELEASE_BRANCH === 'trunk' ? 1 : 2};",
            "module.exports = {a: process.env.RELEASE_BRANCH || 'none', b: process.env.NOPE ||"
                + " 'none'};",
            "module.exports = {a: process.env.EMPTY ?? 'x', b: process.env.NOPE ?? 'x'};",
            "module.exports = {a: process.env['CI_LEVEL'] > 2, b: !process.env.EMPTY, c:"
                + " !!process.env.CI_LEVEL};",
            "const { RELEASE_BRANCH, NOPE = 'dflt', ...rest } = process.env;\n"
                + "module.exports = {branches: [RELEASE_BRANCH], n: NOPE};",
            "const { env } = process;\nmodule.exports = {a: env.RELEASE_BRANCH};",
            "module.exports = {a: typeof process.env.NOPE, b: void 0, c: undefined, d: null};",
            "module.exports = {parserOpts: {headerPattern: /^(\\w+): (.*)$/i, x: [/a\\/b/g]}};",
            "module.exports = {parserOpts: {noteKeywords: ['A', \"B\"]}, n: 0x1f, o: 0o17, b: 0b11,"
                + " s: 1_000};",
            "module.exports = {'quoted-key': 1, 2: 'two', [`comp${1}`]: 3, [\"x\" + 'y']: 4};",
            "module.exports = {s: 'it\\'s', t: \"\\u00e9\\x41\\n\\\nend\", u: '\\u{1F680}'};",
            "module.exports = {list: [1,,3], nested: [[], {}]};",
            "const x = {};\nx.a = 1;\nx['b'] = 2;\nx.c ||= 3;\nx.a += 5;\nmodule.exports = x;",
            "const plugins = ['@semantic-release/npm'];\n"
                + "const config = {plugins};\n"
                + "if (process.env.RELEASE_BRANCH) {\n"
                + "  plugins.push('@semantic-release/github');\n"
                + "}\n"
                + "module.exports = config;",
            "let level = 'low';\n"
                + "if (process.env.NOPE) { level = 'high' } else if (process.env.CI_LEVEL === '3')"
                + " level = 'three'\n"
                + "module.exports = {level};",
            "const rule = (type, release) => ({ type, release });\n"
                + "module.exports = {releaseRules: [rule('docs', 'patch'), rule('x', false)]};",
            "function rule(type) {\n  const release = 'patch';\n  return { type, release };\n}\n"
                + "module.exports = {releaseRules: ['docs', 'ci'].map(rule)};",
            "module.exports = {releaseRules: ['docs', 'ci'].map((type) => ({type, release:"
                + " 'patch'}))};",
            "module.exports = {a: ['x', false, null, 'y'].filter(Boolean), b: [1, 2,"
                + " 3].includes(2), c: ['a','b'].join('-')};",
            "module.exports = {a: 'A-B'.toLowerCase().replace('-', '_'), b: 'a,b'.split(','), c: '"
                + " x '.trim(), d: 'abc'.slice(-2)};",
            "module.exports = {a: 'refs/heads/x'.replace(/^refs\\/heads\\//, ''), b:"
                + " /^v\\d/.test('v1'), c: 'a1b2'.replace(/\\d/g, '#')};",
            "module.exports = Object.assign({}, {a: 1}, {b: 2});",
            "module.exports = {a: Object.keys({x: 1, y: 2}), b: Object.entries({x: 1})};",
            "module.exports = {...(process.env.NOPE && {a: 1}), ...(process.env.CI_LEVEL ? {b: 2} :"
                + " {})};",
            "/** @type {import('semantic-release').GlobalConfig} */\n"
                + "module.exports = {branches: ['main']};",
            "/**\n"
                + " * @type {import('semantic-release').GlobalConfig}\n"
                + " */\n"
                + "const config = {branches: ['main']};\n\n"
                + "module.exports = config",
            "console.log('hello');\nmodule.exports = {a: 1};",
            "const path = require('path');\nmodule.exports = {a: 1};",
            "module.exports = {a: (1, 2), b: (((3))), c: [[[4]]], d: {e: {f: {}}}}",
            "var a = 1\nvar b = a\n;(b)\nmodule.exports = {a, b}",
            "module.exports = {a: true && 'x', b: false || null, c: 0 || '', d: 'a' < 'b', e: 1 =="
                + " 1, f: '1' === 1, g: 1 !== 2}",
            "module.exports = {a: \"x\".length, b: [1,2].length, c: ['a'][0], d: {x: {y: 1}}.x.y,"
                + " e: {}?.x?.y, f: null?.z}",
            "module.exports = {\n"
                + "  plugins: [\n"
                + "    ['@semantic-release/npm', {\n"
                + "      npmPublish: false,\n"
                + "    }],\n"
                + "  ],\n"
                + "}\n")) {
      all.add(one("release.config.cjs", text));
      all.add(one(".releaserc.js", text));
    }
    for (String text :
        List.of(
            "export default {branches: ['main']};",
            "const config = {branches: ['main']};\nexport default config;",
            "const config = {branches: ['main']};\nexport { config as default };",
            "export const other = 1;\nexport default {other};",
            "import process from 'node:process';\nexport default {a: process.env.RELEASE_BRANCH};",
            "import { env } from 'node:process';\nexport default {a: env.RELEASE_BRANCH};",
            "import path from 'node:path';\nexport default {a: 1};",
            "export const branches = ['main'];",
            "/** @type {import('x').Y} */\nexport default /** @type {any} */ ({a: 1});",
            "export default {a: 1}\nconst late = 2\n")) {
      all.add(one("release.config.mjs", text));
    }
    all.add(
        two(
            "release.config.cjs",
            "const base = require('./base.json');\nmodule.exports = {...base, b: 2};",
            "base.json",
            "{\"a\": 1, \"b\": 1}"));
    all.add(
        two(
            "release.config.cjs",
            "const { name } = require('./package.json');\n"
                + "module.exports = {tagFormat: name + '-v${version}'};",
            "package.json",
            "{\"name\": \"widget\"}"));
    all.add(
        two(
            "release.config.mjs",
            "import base from './base.mjs';\n"
                + "export default {...base, plugins: [...base.plugins, '@semantic-release/npm']};",
            "base.mjs",
            "export default {plugins: ['@semantic-release/github']};"));
    all.add(
        two(
            "release.config.cjs",
            "module.exports = require('./release/base');",
            "release/base.js",
            "module.exports = {a: [1]};"));
    for (String text :
        List.of(
            "module.exports = {tagFormat: 'v${version}', a: require('os').platform()};",
            "module.exports = {a: require('path').join('a', 'b')};",
            "const fs = require('fs');\nmodule.exports = {a: fs.existsSync('x') ? 1 : 2};",
            "module.exports = {writerOpts: {transform: (commit) => commit}};",
            "module.exports = {plugins: [{async publish() {}}]};",
            "module.exports = {a: new Date(0).getTime()};",
            "const list = [3, 1, 2];\nlist.sort();\nmodule.exports = {list};",
            "const c = {a: 1};\nfor (const k of ['b']) { c[k] = 1 }\nmodule.exports = c;",
            "const c = {a: 1};\ntry { c.b = 1 } catch (e) {}\nmodule.exports = c;",
            "const c = {a: 1};\nReflect.set(c, 'b', 2);\nmodule.exports = c;",
            "const c = {a: [1]};\n[c].forEach((x) => { x.a = 2 });\nmodule.exports = c;",
            "let n = 1;\nn++;\nmodule.exports = {n};",
            "module.exports = {a: process.cwd()};",
            "module.exports = {a: process.env.MY_TOKEN};",
            "module.exports = {a: String(Symbol('x'))};",
            "module.exports = (() => ({a: 1}))();",
            "module.exports = {get a() { return 1 }};",
            "class A { static x = 1 }\nmodule.exports = {a: A.x};",
            "module.exports = {a: `${{}}`, b: 'x'.padEnd(3, '-')};",
            "module.exports = {a: JSON.parse('{\"x\":1}')};",
            "module.exports = {__proto__: {a: 1}, b: 2};",
            "let s = 'x';\nwhile (s.length < 5) s += 'x';\nmodule.exports = {s};")) {
      all.add(new Case(Map.of("release.config.cjs", text), true));
    }
    for (String text :
        List.of(
            "module.exports = {a: }",
            "module.exports = {a: 1",
            "const const = 1",
            "module.exports = 'x",
            "}")) {
      all.add(one("release.config.cjs", text));
    }
  }
}
