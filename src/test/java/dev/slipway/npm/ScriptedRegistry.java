package dev.slipway.npm;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A registry in memory that answers each path as a test says; anything else is 404.
final class ScriptedRegistry implements Exchanges {
  static final URI ADDRESS = URI.create("https://registry.example/");

  private final Map<String, Function<Request, Answer>> answers = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();

  static Answer answer(int status, String body) {
    return new Answer(status, Map.of(), Bytes.of(body));
  }

  ScriptedRegistry on(String methodAndPath, int status, String body) {
    return on(methodAndPath, _ -> answer(status, body));
  }

  ScriptedRegistry on(String methodAndPath, Function<Request, Answer> answer) {
    answers.put(methodAndPath, answer);
    return this;
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public Answer exchange(Request request) {
    String key = request.method() + " " + request.uri().getRawPath();
    requests.add(key);
    return answers.getOrDefault(key, _ -> answer(404, "{}")).apply(request);
  }
}
