package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.version.JavaScriptSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Dependencies, and which of them are bundled, as npm sends them.
final class NormalDependencies {
  private NormalDependencies() {}

  /// Texts and lists become objects; what is no text goes; git addresses of known hosts are tidied.
  static void clean(Draft draft) {
    for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
      Optional<Json> given = draft.truthy(kind);
      if (given.isPresent() && given.get() instanceof Json.Str(var text)) {
        draft.set(kind, object(words(text)));
      } else if (given.isPresent() && given.get() instanceof Json.Arr(var items)) {
        draft.set(kind, object(items.stream().flatMap(item -> item.text().stream()).toList()));
      }
    }
    for (String kind : List.of("dependencies", "devDependencies")) {
      if (draft.has(kind)) {
        if (draft.get(kind).orElseGet(Json.Null::new) instanceof Json.Obj(var members)) {
          draft.set(kind, tidied(members));
        } else {
          draft.remove(kind);
        }
      }
    }
  }

  private static Json.Obj tidied(Map<String, Json> members) {
    Map<String, Json> kept = new LinkedHashMap<>();
    members.forEach((name, range) ->
        range
            .text()
            .ifPresent(text ->
                kept.put(name, Json.of(HostedGit.of(text).map(HostedGit::address).orElse(text)))));
    return new Json.Obj(kept);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String trimmed = NormalIdentity.trim(text);
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c == ',' || JavaScriptSpace.is(c)) {
        if (i == 0 || !isGap(trimmed.charAt(i - 1))) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }

  private static boolean isGap(char c) {
    return c == ',' || JavaScriptSpace.is(c);
  }

  /// `name@range`, `name>=1`, `name 1`, or just `name`.
  private static Json.Obj object(List<String> entries) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String entry : entries) {
      String text = NormalIdentity.trim(entry);
      int at = 0;
      while (at < text.length() && !isSeparator(text, at)) {
        at++;
      }
      String range = text.substring(at);
      members.put(
          text.substring(0, at),
          Json.of(NormalIdentity.trim(range.startsWith("@") ? range.substring(1) : range)));
    }
    return new Json.Obj(members);
  }

  private static boolean isSeparator(String text, int at) {
    char c = text.charAt(at);
    int next = c == ':' ? at + 1 : at;
    return next < text.length()
        && ("@><=".indexOf(text.charAt(next)) >= 0 || JavaScriptSpace.is(text.charAt(next)));
  }

  /// `true` and objects become lists of names.
  ///
  /// @param falseIsEmpty what `false` becomes: an empty list, or nothing
  static void bundle(Draft draft, boolean falseIsEmpty) {
    Optional<Json> given = draft.get("bundleDependencies");
    if (given.isEmpty()) {
      return;
    }
    switch (given.get()) {
      case Json.Bool(var all) -> {
        if (all) {
          draft.set(
              "bundleDependencies",
              Json.of(
                  List.copyOf(
                      draft.get("dependencies").orElseGet(Json::empty).members().keySet())));
        } else if (falseIsEmpty) {
          draft.set("bundleDependencies", Json.of(List.of()));
        } else {
          draft.remove("bundleDependencies");
        }
      }
      case Json.Obj(var members) ->
          draft.set("bundleDependencies", Json.of(List.copyOf(members.keySet())));
      case Json.Arr _ -> {}
      case Json.Null _, Json.Num _, Json.Str _ -> draft.remove("bundleDependencies");
    }
  }

  /// The older spelling gives way to the newer.
  static void renameBundle(Draft draft) {
    Optional<Json> older = draft.get("bundledDependencies");
    if (!draft.has("bundleDependencies") && older.isPresent()) {
      draft.set("bundleDependencies", older.get());
    }
    draft.remove("bundledDependencies");
  }

  /// What is bundled is a dependency, of any version where none is named.
  static void requireBundled(Draft draft) {
    Optional<Json> given = draft.truthy("bundleDependencies");
    if (given.isEmpty()) {
      return;
    }
    if (!(given.get() instanceof Json.Arr(var items))) {
      draft.remove("bundleDependencies");
      return;
    }
    List<String> names =
        items.stream()
            .flatMap(item -> item.text().stream())
            .filter(name -> !name.isEmpty())
            .toList();
    Json.Obj dependencies =
        draft.truthy("dependencies").orElseGet(Json::empty) instanceof Json.Obj object
            ? object
            : Json.empty();
    boolean changed = names.size() > 0 && draft.truthy("dependencies").isEmpty();
    for (String name : names) {
      if (dependencies.get(name).isEmpty()) {
        dependencies = dependencies.with(name, Json.of("*"));
        changed = true;
      }
    }
    draft.set("bundleDependencies", Json.of(names));
    if (changed) {
      draft.set("dependencies", dependencies);
    }
  }
}
