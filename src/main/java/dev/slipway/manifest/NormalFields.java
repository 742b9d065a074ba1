package dev.slipway.manifest;

import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The descriptive fields as npm sends them.
final class NormalFields {
  private NormalFields() {}

  static void repository(Draft draft) {
    draft
        .truthy("repositories")
        .ifPresent(list -> {
          if (list.items().isEmpty()) {
            draft.remove("repository");
          } else {
            draft.set("repository", list.items().getFirst());
          }
        });
    Optional<Json> given = draft.truthy("repository");
    if (given.isEmpty()) {
      return;
    }
    if (given.get() instanceof Json.Str) {
      Map<String, Json> object = new LinkedHashMap<>();
      object.put("type", Json.of("git"));
      object.put("url", given.get());
      draft.set("repository", new Json.Obj(object));
    }
    boolean fromList = draft.truthy("repositories").isPresent() && given.get() instanceof Json.Obj;
    if (draft.get("repository").orElseThrow() instanceof Json.Obj object) {
      hosted(draft)
          .ifPresent(host ->
              draft.set(
                  "repository",
                  object.with(
                      "url",
                      Json.of(host.written().equals("shortcut") ? host.https() : host.address()))));
    }
    if (fromList) {
      // In npm the field and the list's first item are one object.
      List<Json> items = new ArrayList<>(draft.get("repositories").orElseThrow().items());
      items.set(0, draft.get("repository").orElseThrow());
      draft.set("repositories", new Json.Arr(items));
    }
  }

  private static Optional<HostedGit> hosted(Draft draft) {
    return draft
        .get("repository")
        .flatMap(repository -> repository.text("url"))
        .flatMap(HostedGit::of);
  }

  static void overrides(Draft draft) {
    if (draft.has("overrides") && draft.get("overrides").orElseThrow().members().isEmpty()) {
      draft.remove("overrides");
    }
  }

  /// A script named by its path in `node_modules/.bin` is found without it; what is no text is no
  /// script.
  static void scripts(Draft draft) {
    if (!draft.has("scripts")) {
      return;
    }
    Json scripts = draft.get("scripts").orElseThrow();
    switch (scripts) {
      case Json.Obj(var members) -> {
        Map<String, Json> kept = new LinkedHashMap<>();
        members.forEach((name, script) ->
            script.text().ifPresent(text -> kept.put(name, Json.of(withoutBin(text)))));
        draft.set("scripts", new Json.Obj(kept));
      }
      case Json.Null _ -> {}
      case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _ -> draft.remove("scripts");
    }
  }

  private static String withoutBin(String script) {
    String path = script.replace('\\', '/');
    int from = path.startsWith("./") ? 2 : 0;
    // npm's pattern has a bare dot in it, which stands for any character.
    String modules = "node_modules/";
    boolean there =
        path.startsWith(modules, from)
            && path.length() > from + modules.length() + 4
            && path.startsWith("bin/", from + modules.length() + 1);
    return there ? script.substring(from + modules.length() + 5) : script;
  }

  static void description(Draft draft) {
    if (draft.truthy("description").filter(value -> !(value instanceof Json.Str)).isPresent()) {
      draft.remove("description");
    }
    Optional<String> readme =
        draft.text("readme").filter(text -> !text.isEmpty() && !text.equals(ReadmeFile.MISSING));
    if (readme.isPresent() && draft.truthy("description").isEmpty()) {
      draft.set("description", Json.of(ReadmeFile.description(readme.get())));
    }
  }

  static void lists(Draft draft) {
    if (draft.truthy("modules").isPresent()) {
      draft.remove("modules");
    }
    if (draft.truthy("files").isPresent()) {
      texts(draft, "files");
    }
    draft
        .text("man")
        .filter(man -> !man.isEmpty())
        .ifPresent(man -> draft.set("man", Json.of(List.of(man))));
    draft.text("keywords").ifPresent(text -> draft.set("keywords", Json.of(splitKeywords(text))));
    if (draft.truthy("keywords").isPresent()) {
      texts(draft, "keywords");
    }
  }

  private static void texts(Draft draft, String field) {
    if (draft.get(field).orElseThrow() instanceof Json.Arr(var items)) {
      draft.set(
          field,
          Json.of(
              items.stream()
                  .flatMap(item -> item.text().stream())
                  .filter(text -> !text.isEmpty())
                  .toList()));
    } else {
      draft.remove(field);
    }
  }

  /// Cut at commas that a blank follows.
  private static List<String> splitKeywords(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int next = at + 1;
      while (text.charAt(at) == ','
          && next < text.length()
          && dev.slipway.version.JavaScriptSpace.is(text.charAt(next))) {
        next++;
      }
      if (next > at + 1) {
        words.add(text.substring(from, at));
        from = next;
      }
      at = next;
    }
    words.add(text.substring(from));
    return words;
  }

  static void bugs(Draft draft) {
    Optional<Json> given = draft.truthy("bugs");
    if (given.isEmpty()) {
      hosted(draft)
          .flatMap(HostedGit::bugs)
          .ifPresent(url -> draft.set("bugs", new Json.Obj(Map.of("url", Json.of(url)))));
      return;
    }
    Map<String, Json> bugs = new LinkedHashMap<>();
    switch (given.get()) {
      case Json.Str(var text) -> {
        if (isEmail(text)) {
          bugs.put("email", Json.of(text));
        } else if (GitUrl.parse(text).isPresent()) {
          bugs.put("url", Json.of(text));
        }
      }
      case Json.Obj(var members) -> {
        Map<String, Json> renamed = new LinkedHashMap<>(members);
        for (String wrong : List.of("web", "name")) {
          Json value = renamed.remove(wrong);
          if (value != null) {
            renamed.put("url", value);
          }
        }
        Json old = new Json.Obj(renamed);
        old.text("url")
            .filter(url -> GitUrl.parse(url).isPresent())
            .ifPresent(url -> bugs.put("url", Json.of(url)));
        old.text("email")
            .filter(NormalFields::isEmail)
            .ifPresent(mail -> bugs.put("email", Json.of(mail)));
      }
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
    if (bugs.isEmpty()) {
      draft.remove("bugs");
    } else {
      draft.set("bugs", new Json.Obj(bugs));
    }
  }

  private static boolean isEmail(String text) {
    return text.indexOf('@') >= 0 && text.indexOf('@') < text.lastIndexOf('.');
  }

  static void homepage(Draft draft) {
    if (draft.truthy("homepage").isEmpty()) {
      hosted(draft).ifPresent(host -> draft.set("homepage", Json.of(host.docs())));
    }
    Optional<Json> given = draft.truthy("homepage");
    if (given.isEmpty()) {
      return;
    }
    if (given.get() instanceof Json.Str(var address)) {
      if (GitUrl.parse(address).isEmpty()) {
        draft.set("homepage", Json.of("http://" + address));
      }
    } else {
      draft.remove("homepage");
    }
  }

  static void people(Draft draft) {
    draft.truthy("author").ifPresent(author -> draft.set("author", Person.of(author)));
    for (String list : List.of("maintainers", "contributors")) {
      if (draft.get(list).orElseGet(Json.Null::new) instanceof Json.Arr(var items)) {
        draft.set(list, new Json.Arr(items.stream().<Json>map(Person::of).toList()));
      }
    }
  }
}
