package dev.slipway.npm;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// What was being tried when an answer came: everything that its explanation may name.
///
/// @param name the package
/// @param version the version, or the tag where it was about one
/// @param registry the registry's address
/// @param kind how we proved who we are
public record Attempt(
    Operation operation, String name, String version, URI registry, CredentialKind kind) {

  /// The words that stand for the placeholders of the dictionary.
  Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    words.put("name", name);
    words.put("version", version);
    words.put("registry", registry.toString());
    words.put("scope", name.startsWith("@") ? name.substring(0, name.indexOf('/')) : "no scope");
    words.put("host", registry.getHost() == null ? "the registry" : registry.getHost());
    words.put(
        "newToken",
        Template.fill(
            PublicRegistry.is(registry) ? Advice.NPM_TOKEN : Advice.OTHER_TOKEN,
            Map.copyOf(words)));
    return words;
  }
}
