package dev.slipway.npm;

import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version that waits for a person's approval.
///
/// @param id what `npm stage approve` wants
/// @param shasum the SHA-1 of its tarball in hex
/// @param actor who staged it
public record StagedVersion(
    String id, String name, String version, String tag, String shasum, String actor) {

  private static final int PAGE = 100;
  private static final int PAGES = 20;

  /// The command by which a maintainer approves it.
  public String approval() {
    return "npm stage approve " + id;
  }

  static Lookup<List<StagedVersion>> list(Registry registry, String name) {
    List<StagedVersion> all = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      Lookup<Json> answer =
          registry.read(
              Operation.STAGE_LIST,
              name,
              "",
              registry
                  .get(
                      "list the staged versions of " + name,
                      registry
                          .paths()
                          .of(
                              "-/stage?page="
                                  + page
                                  + "&perPage="
                                  + PAGE
                                  + "&package="
                                  + Paths.component(name)))
                  .header("accept", "application/json"),
              json -> json.get("items").isPresent() ? Optional.of(json) : Optional.empty());
      switch (answer) {
        case Lookup.Found<Json>(var json) -> {
          List<Json> items = json.get("items").orElseThrow().items();
          items.stream().map(StagedVersion::of).flatMap(Optional::stream).forEach(all::add);
          long total = json.get("total").flatMap(Json::whole).orElse(0L);
          if (items.isEmpty() || (page + 1L) * PAGE >= total) {
            return new Lookup.Found<>(
                all.stream().filter(staged -> staged.name().equals(name)).toList());
          }
        }
        case Lookup.Absent<Json>() -> {
          return new Lookup.Absent<>();
        }
        case Lookup.Denied<Json>(var problem) -> {
          return new Lookup.Denied<>(problem);
        }
        case Lookup.Unknown<Json>(var problem) -> {
          return new Lookup.Unknown<>(problem);
        }
      }
    }
    return new Lookup.Found<>(List.copyOf(all));
  }

  static Lookup<StagedVersion> one(Registry registry, String name, String id) {
    return registry.read(
        Operation.STAGE_LIST,
        name,
        "",
        registry
            .get(
                "look at a staged version of " + name,
                registry.paths().of("-/stage/" + Paths.component(id)))
            .header("accept", "application/json"),
        StagedVersion::of);
  }

  private static Optional<StagedVersion> of(Json json) {
    return json.text("id")
        .filter(id -> json.text("version").isPresent())
        .map(id ->
            new StagedVersion(
                id,
                json.text("packageName").orElse(""),
                json.text("version").orElse(""),
                json.text("tag").orElse(""),
                json.text("shasum").orElse(""),
                json.text("actor").orElse("")));
  }
}
