package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Branches and tags, as the API shows them. They are moved by a push, not from here.
public final class Refs {
  private final Calls calls;

  Refs(Calls calls) {
    this.calls = calls;
  }

  /// The object a ref holds; for an annotated tag that of the tag.
  ///
  /// @param name full, such as `refs/heads/main`
  public Optional<String> read(String name) throws Lost {
    String purpose = "read " + name;
    Answer answer = calls.read(purpose, calls.at("/git/ref/" + PathText.ref(shorten(name))));
    return answer.status() == 404 || answer.status() == 409
        ? Optional.empty()
        : calls.json(purpose, answer).at("object", "sha").flatMap(Json::text);
  }

  /// The refs whose full names start with a text, and the objects they hold.
  ///
  /// @param prefix such as `refs/tags/v`
  public Map<String, String> startingWith(String prefix) throws Lost {
    Map<String, String> refs = new LinkedHashMap<>();
    String path = "/git/matching-refs/" + PathText.ref(shorten(prefix));
    for (Json ref : calls.pages("list " + prefix, path, 100)) {
      Optional<String> sha = ref.at("object", "sha").flatMap(Json::text);
      ref.text("ref").ifPresent(name -> sha.ifPresent(value -> refs.put(name, value)));
    }
    return refs;
  }

  private static String shorten(String name) {
    return name.startsWith("refs/") ? name.substring("refs/".length()) : name;
  }
}
