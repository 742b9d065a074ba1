package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.Optional;

/// A package.json, read as data.
///
/// @param json the whole document, as it stands in the file
public record PackageManifest(Json.Obj json) {

  /// Larger files are refused: a manifest is written by people and read by everybody.
  public static final int LARGEST = 1 << 20;

  /// The name of the file.
  public static final String FILE = "package.json";

  /// Reads the bytes of a package.json.
  ///
  /// @param file the path that a problem names
  /// @throws Refused when it is no JSON object or larger than 1 MiB
  public static PackageManifest read(byte[] bytes, String file) {
    if (bytes.length > LARGEST) {
      throw new Refused(
          Problem.configuration(
                  "MANIFEST_TOO_LARGE",
                  file + " is " + bytes.length + " bytes long; at most " + LARGEST + " are read.",
                  "Move data out of the manifest into a file of its own.")
              .at(Place.file(file)));
    }
    try {
      return switch (JsonReader.read(bytes)) {
        case Json.Obj object -> new PackageManifest(object);
        case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
            throw new Refused(
                Problem.configuration(
                        "MANIFEST_NOT_AN_OBJECT",
                        file + " holds JSON, but not an object.",
                        "Write the manifest as one object: { \"name\": …, \"version\": … }.")
                    .at(Place.file(file)));
      };
    } catch (NotJson notJson) {
      throw new Refused(
          Problem.configuration(
                  "MANIFEST_NOT_JSON",
                  file + " is not valid JSON: " + notJson.getMessage() + ".",
                  "Mend the file; `npm pkg get` shows the same fault.")
              .at(new Place(file, notJson.line(), notJson.column())));
    }
  }

  /// The name; empty where there is none.
  public String name() {
    return json.text("name").orElse("");
  }

  /// The version as written; empty where there is none.
  public String version() {
    return json.text("version").orElse("");
  }

  /// True when the package says it must not be published. Like npm, any value but `false`, `null`,
  /// `0` and the empty text counts as yes.
  public boolean isPrivate() {
    return json.get("private").filter(Truth::of).isPresent();
  }

  /// The scope with its `@`, such as `@acme`.
  public Optional<String> scope() {
    int slash = name().indexOf('/');
    return name().startsWith("@") && slash > 0
        ? Optional.of(name().substring(0, slash))
        : Optional.empty();
  }

  /// The settings under `publishConfig`; empty where there are none.
  public Json.Obj publishConfig() {
    return json.get("publishConfig").orElseGet(Json::empty) instanceof Json.Obj settings
        ? settings
        : Json.empty();
  }

  /// The same with another version, in its place.
  public PackageManifest withVersion(String version) {
    return new PackageManifest(json.with("version", Json.of(version)));
  }
}
