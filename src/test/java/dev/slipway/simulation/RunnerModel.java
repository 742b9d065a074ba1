package dev.slipway.simulation;

import dev.slipway.world.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/// The runner, as far as it says who a run is: id tokens, each good for one exchange.
final class RunnerModel {
  static final String HOST = "runner.test";
  static final String SECRET = "runner_secret";

  private final Set<String> given = new HashSet<>();
  private int count;

  /// An id token.
  Answer answer() {
    count++;
    String token =
        part("{\"alg\":\"none\"}") + "." + part("{\"repository\":\"o/r\"}") + ".id" + count;
    given.add(token);
    return RegistryModel.json(200, "{\"value\":\"" + token + "\"}");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether it looks like one of its own.
  boolean knows(String token) {
    return token.contains(".id");
  }

  /// Takes an id token; false when it is none, or was taken before.
  boolean take(String token) {
    return given.remove(token);
  }
}
