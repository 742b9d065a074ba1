package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The commands of a package as npm understands its `bin`: an object of plain names and paths
/// inside the package.
public final class NormalBin {
  private NormalBin() {}

  /// The normalized `bin`; empty where there is none worth keeping. `directories.bin` is not looked
  /// at.
  ///
  /// @throws Refused when it is a list with something else than texts, which stops npm, too
  public static Json.Obj of(PackageManifest manifest) {
    return of(manifest.json());
  }

  /// Whether a value of `bin` is one that npm looks at.
  public static boolean isSet(Json bin) {
    return Truth.of(bin);
  }

  static Json.Obj of(Json.Obj json) {
    Optional<Json> bin = json.get("bin").filter(Truth::of);
    if (bin.isEmpty()) {
      return Json.empty();
    }
    Map<String, Json> commands = new LinkedHashMap<>();
    switch (bin.get()) {
      case Json.Str path ->
          json.text("name")
              .filter(name -> !name.isEmpty())
              .ifPresent(name -> commands.put(name, path));
      case Json.Arr(var paths) -> {
        for (Json path : paths) {
          commands.put(PosixPath.base(path.text().orElseThrow(NormalBin::notTexts)), path);
        }
      }
      case Json.Obj(var members) -> commands.putAll(members);
      case Json.Null _, Json.Bool _, Json.Num _ -> {}
    }
    for (String key : commands.keySet().toArray(String[]::new)) {
      clean(key, commands);
    }
    return new Json.Obj(commands);
  }

  private static void clean(String key, Map<String, Json> commands) {
    String name = PosixPath.base(PosixPath.secured(key));
    String target =
        Optional.ofNullable(commands.get(key))
            .flatMap(Json::text)
            .map(PosixPath::secured)
            .orElse("");
    if (name.isEmpty() || target.isEmpty()) {
      commands.remove(key);
      return;
    }
    if (!name.equals(key)) {
      commands.remove(key);
    }
    commands.put(name, Json.of(target));
  }

  private static Refused notTexts() {
    return new Refused(
        Problem.configuration(
                "BIN_NOT_TEXTS",
                "\"bin\" in package.json is a list with something else than texts in it.",
                "Write it as an object: \"bin\": { \"command\": \"path/to/file.js\" }.")
            .at(Place.member(PackageManifest.FILE, "bin")));
  }
}
