package dev.slipway.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A package made by chance: the same for the same seed.
public final class RandomTree {
  private static final List<String> NAMES =
      List.of(
          "a.js",
          "b.js",
          "B.js",
          "index.js",
          "index.d.ts",
          "c.map",
          "README.md",
          "license",
          ".npmrc",
          ".DS_Store",
          "x.orig",
          "é.js",
          "日本.txt",
          "data.json",
          "LICENSE.txt",
          ".hidden",
          "core",
          "yarn.lock",
          "_x.js",
          "-y.js",
          "10.js",
          "9.js",
          "a b.js",
          "@at.js",
          "readme");

  private static final List<String> FOLDERS =
      List.of(
          "lib", "src", "dist", "test", "Lib", ".config", "deep", "@scope", "node_modules", "sub");

  private static final List<String> PATTERNS =
      List.of(
          "lib",
          "dist/",
          "/src",
          "*.js",
          "*.map",
          "!*.js",
          "!lib/a.js",
          "lib/*",
          "**/test",
          "test/**",
          "!/dist",
          "sub/*.js",
          "*.{js,map}",
          "[a-b].js",
          "!README.md",
          "README*",
          "?.js",
          "deep/**/x*",
          "**/*.ts",
          "!(lib)",
          "+(a|b).js",
          "# comment",
          "",
          "lib/**/",
          ".*",
          "!.hidden",
          "*",
          "!*/");

  private static final List<String> FILES =
      List.of(
          "lib",
          "./dist",
          "/src",
          "*.js",
          "**/*.js",
          "lib/**",
          "!lib/b.js",
          "!**/*.map",
          "sub/",
          "*",
          ".",
          "lib/*.js",
          "{lib,src}",
          "deep/../lib",
          ".config",
          "nope",
          "!test",
          "**/index.*",
          "index.js",
          "!./dist/a.js",
          "dist/*",
          "?.js",
          "@scope");

  private final Random random;

  private RandomTree(long seed) {
    this.random = new Random(seed);
  }

  public static Sample of(long seed) {
    return new RandomTree(seed).sample("random tree " + seed);
  }

  private Sample sample(String name) {
    Set<String> paths = new LinkedHashSet<>();
    int count = 3 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      paths.add(path());
    }
    List<String> lines = new ArrayList<>();
    lines.add("package.json " + manifest());
    for (String path : paths) {
      if (path.indexOf(' ') < 0) {
        String mode = List.of("644", "755", "600", "664", "775").get(random.nextInt(5));
        lines.add(mode + ":" + path + " " + "x".repeat(random.nextInt(1200)));
      }
    }
    for (String ignore : List.of(".npmignore", ".gitignore", "lib/.npmignore", "sub/.gitignore")) {
      if (random.nextInt(4) == 0) {
        lines.add(ignore + " " + String.join("\\n", some(PATTERNS, 5)));
      }
    }
    return new Sample(name, lines);
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      path.append(FOLDERS.get(random.nextInt(FOLDERS.size()))).append('/');
    }
    return path.append(NAMES.get(random.nextInt(NAMES.size()))).toString();
  }

  private List<String> some(List<String> all, int most) {
    List<String> some = new ArrayList<>();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }

  private String manifest() {
    StringBuilder json = new StringBuilder("{\"name\":\"widget\",\"version\":\"1.2.3\"");
    if (random.nextInt(2) == 0) {
      json.append(",\"files\":[\"").append(String.join("\",\"", some(FILES, 5))).append("\"]");
    }
    if (random.nextInt(3) == 0) {
      json.append(",\"main\":\"").append(path()).append('"');
    }
    if (random.nextInt(3) == 0) {
      json.append(",\"bin\":{\"w\":\"./").append(path()).append("\"}");
    }
    return json.append('}').toString();
  }
}
