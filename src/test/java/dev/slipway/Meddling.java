package dev.slipway;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Things that happen between the program and its servers.
final class Meddling {
  private Meddling() {}

  /// A request of this method whose path ends so.
  static Predicate<Request> of(String method, String end) {
    return request -> request.method().equals(method) && request.uri().getPath().endsWith(end);
  }

  /// These requests are answered so, and reach nobody.
  static UnaryOperator<Exchanges> answering(Predicate<Request> which, int status, String body) {
    return network ->
        request ->
            which.test(request)
                ? new Answer(status, Map.of("content-type", "application/json"), Bytes.of(body))
                : network.exchange(request);
  }

  /// These requests arrive, and their answers do not.
  static UnaryOperator<Exchanges> losingAnswers(Predicate<Request> which) {
    return network ->
        request -> {
          Answer answer = network.exchange(request);
          if (which.test(request)) {
            throw new Lost(Lost.Reach.UNKNOWN, "the connection was reset");
          }
          return answer;
        };
  }

  /// Something happens right before the first of these requests.
  static UnaryOperator<Exchanges> before(Predicate<Request> which, Runnable what) {
    boolean[] done = {false};
    return network ->
        request -> {
          if (!done[0] && which.test(request)) {
            done[0] = true;
            what.run();
          }
          return network.exchange(request);
        };
  }
}
