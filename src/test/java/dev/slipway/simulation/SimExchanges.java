package dev.slipway.simulation;

import dev.slipway.world.Answer;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;

/// The network of one process.
record SimExchanges(SimProcess process) implements Exchanges {
  @Override
  public Answer exchange(Request request) throws Lost {
    String host = request.uri().getHost();
    secretsAtHome(request, host);
    boolean writes = !request.method().equals("GET");
    return process.effect(
        request.method() + " " + host + request.uri().getRawPath(),
        writes,
        () -> serve(request, host),
        () -> process.universe.github.breakOff(request),
        fault -> meet(fault, request, host));
  }

  /// I8: a secret reaches its own host and nothing else.
  private static void secretsAtHome(Request request, String host) {
    String token =
        switch (request.credential()) {
          case Credential.Bearer(var secret) -> secret.reveal();
          case Credential.Basic(var secret) -> secret.reveal();
          case Credential.None() -> "";
        };
    String wanted =
        switch (host) {
          case "registry.test" -> "npm_secret";
          case "api.gh.test", "uploads.gh.test" -> "ghs_secret";
          default -> "";
        };
    if (!token.isEmpty() && !token.equals(wanted)) {
      throw new Violation("I8", "a token was sent to " + host);
    }
    if (request.uri().toString().contains("secret")
        || request.headers().values().stream().anyMatch(value -> value.contains("secret"))) {
      throw new Violation("I8", "a token stands in an address or a header");
    }
  }

  private Answer serve(Request request, String host) {
    Universe universe = process.universe;
    return switch (host) {
      case "registry.test" -> universe.registry.answer(request, process.name);
      case "api.gh.test", "uploads.gh.test" -> universe.github.answer(request);
      case "objects.gh.test" -> universe.github.stored(request);
      // Where a redirect led, without a secret.
      default -> RegistryModel.json(404, "{}");
    };
  }

  private Answer meet(Fault fault, Request request, String host) throws Lost {
    if (fault.applied()) {
      serve(request, host);
    } else if (request.method().equals("GET") && host.equals("registry.test")) {
      // Whether a number is free can be learned from a 404 alone.
      if (fault.answer().filter(answer -> answer.status() == 404).isPresent()) {
        process.universe.registry.answer(request, process.name);
      }
    }
    boolean lie = fault.answer().filter(Answer::isOk).isPresent() && !fault.applied();
    if (lie && request.uri().getPath().contains("/dist-tags/")) {
      // Nothing says that it was not done.
      process.universe.withheld = true;
    }
    if (fault.deadline()) {
      process.universe.pass(request.deadline().toMillis());
    }
    if (fault.lost().isPresent()) {
      throw new Lost(fault.lost().get(), host + ": " + fault.name());
    }
    return fault.answer().orElseThrow();
  }
}
