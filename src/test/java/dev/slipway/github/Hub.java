package dev.slipway.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A fake GitHub with a client, every exchange checked.
final class Hub {
  static final Address GHES = Address.of(URI.create("https://github.acme.example"));

  final VirtualTime time = new VirtualTime();
  final FakeGitHub fake;
  final CheckedExchanges checked;
  final GitHub client;

  Hub() {
    this(Address.PUBLIC);
  }

  private static final List<CheckedExchanges> ALL = new ArrayList<>();

  Hub(Address address) {
    fake = new FakeGitHub(address, time);
    checked = new CheckedExchanges(fake, address);
    ALL.add(checked);
    client =
        GitHub.at(
            address,
            new Repository("acme", "widget"),
            Optional.of(Secret.of("ghs_token")),
            checked,
            time);
  }

  /// Holds all that any of these asked of GraphQL, and was answered, against GitHub's schema: at
  /// once, since the schema takes a second to read.
  static void checkGraphQl() {
    Set<CheckedExchanges.Asked> asked = new LinkedHashSet<>();
    ALL.forEach(checked -> asked.addAll(checked.asked()));
    ALL.clear();
    assertThat(wrong(asked)).isEmpty();
  }

  /// What is wrong with questions and answers.
  static String wrong(Collection<CheckedExchanges.Asked> asked) {
    List<Json> lines =
        asked.stream()
            .<Json>map(a ->
                Json.empty()
                    .with("document", Json.of(a.document()))
                    .with("variables", a.variables())
                    .with("answer", a.answer()))
            .toList();
    return Peers.node(
            Peers.folder(),
            Map.of(),
            Optional.of(JsonWriter.compact(new Json.Arr(lines))),
            "check-graphql.mjs")
        .ok();
  }
}
