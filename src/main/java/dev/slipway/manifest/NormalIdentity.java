package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.JavaScriptSpace;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Name and version as npm wants them.
final class NormalIdentity {
  private NormalIdentity() {}

  static void clean(Draft draft) {
    name(draft);
    version(draft);
  }

  private static void name(Draft draft) {
    Json given = draft.truthy("name").orElseGet(() -> Json.of(""));
    String name = trim(given.text().orElse(""));
    draft.set("name", Json.of(name));
    boolean reserved =
        List.of("node_modules", "favicon.ico").contains(name.toLowerCase(Locale.ROOT));
    if (name.startsWith(".") || reserved || !(isScoped(name) || isPlain(name))) {
      throw new Refused(
          Problem.configuration(
                  "NAME_INVALID",
                  name.isEmpty()
                      ? "package.json has no \"name\"."
                      : "\"" + name + "\" is not a name that npm takes.",
                  "Give the package a name such as \"widget\" or \"@acme/widget\": lower case"
                      + " letters, digits and hyphens.")
              .at(Place.member(PackageManifest.FILE, "name")));
    }
  }

  private static boolean isScoped(String name) {
    int slash = name.indexOf('/');
    return name.startsWith("@")
        && slash > 1
        && slash < name.length() - 1
        && Percent.isPlain(name.substring(1, slash))
        && Percent.isPlain(name.substring(slash + 1));
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty() && Percent.isPlain(name);
  }

  private static void version(Draft draft) {
    String given = draft.text("version").orElse("");
    String version =
        cleaned(given)
            .orElseThrow(() ->
                new Refused(
                    Problem.configuration(
                            "VERSION_INVALID",
                            "\"" + given + "\" in package.json is not a semantic version.",
                            "Write it as \"version\": \"1.2.3\".")
                        .at(Place.member(PackageManifest.FILE, "version"))));
    draft.set("version", Json.of(version));
  }

  /// Without `v` or `=` in front, blanks, and build metadata.
  private static Optional<String> cleaned(String given) {
    String text = trim(given);
    int from = 0;
    while (from < text.length()
        && (text.charAt(from) == 'v'
            || text.charAt(from) == '='
            || JavaScriptSpace.is(text.charAt(from)))) {
      from++;
    }
    String plain = text.substring(from);
    int plus = plain.indexOf('+');
    return Version.parse(plain)
        .map(version -> plain.substring(0, plus < 0 ? plain.length() : plus));
  }

  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && JavaScriptSpace.is(text.charAt(from))) {
      from++;
    }
    while (to > from && JavaScriptSpace.is(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
