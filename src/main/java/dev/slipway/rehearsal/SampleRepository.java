package dev.slipway.rehearsal;

import dev.slipway.git.NewRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A small package with a history: one release, and since then a feature, two fixes and a chore.
final class SampleRepository {
  private SampleRepository() {}

  /// Makes it in a folder.
  ///
  /// @param now the time of the last commit
  static void make(Path folder, Instant now) throws IOException {
    try (NewRepository sample = NewRepository.in(folder, "main")) {
      String first =
          sample.commit(
              Map.of(
                  "package.json",
                  """
                  {
                    "name": "slipway-sample",
                    "version": "1.0.0",
                    "description": "Says hello, and shows how a merge becomes a release.",
                    "license": "MIT",
                    "main": "index.js",
                    "files": ["index.js", "lib"]
                  }
                  """,
                  "index.js",
                  "module.exports = require('./lib/greet')\n",
                  "lib/greet.js",
                  "module.exports = name => `Hello, ${name}!`\n",
                  "README.md",
                  "# slipway-sample\n\nSays hello.\n",
                  "test/greet.test.js",
                  "require('node:assert').ok(require('..')('you'))\n"),
              "feat: say hello",
              "Ada",
              now.minus(Duration.ofDays(30)));
      sample.tag("v1.0.0", first);
      sample.commit(
          Map.of("lib/greet.js", "module.exports = (name = 'world') => `Hello, ${name}!`\n"),
          "fix: greet the world when nobody is named\n\nCloses #7",
          "Grace",
          now.minus(Duration.ofDays(9)));
      sample.commit(
          Map.of(
              "lib/languages.js",
              "module.exports = { en: 'Hello', fr: 'Bonjour', de: 'Hallo' }\n",
              "lib/greet.js",
              """
              const languages = require('./languages')
              module.exports = (name = 'world', language = 'en') =>
                `${languages[language] || languages.en}, ${name}!`
              """),
          "feat(languages): greet in French and German",
          "Ada",
          now.minus(Duration.ofDays(4)));
      sample.commit(
          Map.of(
              "test/greet.test.js",
              "require('node:assert').equal(require('..')(), 'Hello, world!')\n"),
          "test: say what is expected",
          "Grace",
          now.minus(Duration.ofDays(2)));
      sample.commit(
          Map.of("README.md", "# slipway-sample\n\nSays hello in three languages.\n"),
          "docs: tell of the languages",
          "Ada",
          now.minus(Duration.ofDays(1)));
    }
  }
}
