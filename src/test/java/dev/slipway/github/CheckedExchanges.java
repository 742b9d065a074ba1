package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Exchanges with a GitHub, real or not, each held against GitHub's own descriptions: a request
/// that the OpenAPI description does not allow, or an answer that it does not describe, fails the
/// test. What is asked of GraphQL is kept, for `GraphQlCheck` to hold it against the schema.
///
/// Put it around the exchanges of whatever plays GitHub. What goes elsewhere passes untouched.
public final class CheckedExchanges implements Exchanges {
  private final Exchanges inner;
  private final URI api;
  private final URI graphql;
  private final List<Asked> asked = new ArrayList<>();

  /// A question to GraphQL, and its answer.
  public record Asked(String document, Json variables, Json answer) {}

  /// @param address where the GitHub is
  public CheckedExchanges(Exchanges inner, Address address) {
    this.inner = inner;
    this.api = address.api();
    this.graphql = address.graphql();
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    if (request.uri().equals(graphql)) {
      Answer answer = inner.exchange(request);
      keep(request, answer);
      return answer;
    }
    if (!Address.isSameOrigin(request.uri(), api)) {
      return inner.exchange(request);
    }
    fail(request, GitHubDescription.read().wrong(api, request));
    Answer answer = inner.exchange(request);
    fail(request, GitHubDescription.read().wrong(api, request, answer));
    return answer;
  }

  private static void fail(Request request, List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          request.method() + " " + request.uri() + " (" + request.purpose() + "): " + wrong);
    }
  }

  private void keep(Request request, Answer answer) {
    if (request.payload() instanceof Payload.Content(var bytes, var _) && answer.status() == 200) {
      Json body = JsonReader.read(bytes.text());
      asked.add(
          new Asked(
              body.text("query").orElse(""),
              body.get("variables").orElseGet(Json::empty),
              JsonReader.read(answer.text())));
    }
  }

  /// What was asked of GraphQL.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }
}
