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
    secretsAtHome(request, host, process.universe);
    boolean writes =
        !request.method().equals("GET")
            && !request.uri().getRawPath().startsWith(RegistryModel.EXCHANGE);
    return process.effect(
        request.method() + " " + host + request.uri().getRawPath(),
        writes,
        () -> serve(request, host),
        () -> process.universe.github.breakOff(request),
        fault -> meet(fault, request, host));
  }

  /// I8: a secret reaches its own host and nothing else.
  private static void secretsAtHome(Request request, String host, Universe universe) {
    String token = token(request);
    if (!token.isEmpty() && !mayKnow(host, token, request.uri().getRawPath(), universe)) {
      throw new Violation("I8", "a token was sent to " + request.uri());
    }
    if (request.uri().toString().contains("secret")
        || request.headers().values().stream().anyMatch(value -> value.contains("secret"))) {
      throw new Violation("I8", "a token stands in an address or a header");
    }
  }

  /// What a request carries to show who asks; empty when nothing.
  static String token(Request request) {
    return switch (request.credential()) {
      case Credential.Bearer(var secret) -> secret.reveal();
      case Credential.Basic(var secret) -> secret.reveal();
      case Credential.None() -> "";
    };
  }

  private static boolean mayKnow(String host, String token, String path, Universe universe) {
    if (host.equals(SimProcess.REGISTRY.getHost())) {
      return universe.scenario.trusted()
          ? token.startsWith(RegistryModel.EXCHANGED)
              || (path.startsWith(RegistryModel.EXCHANGE) && universe.runner.knows(token))
          : token.equals("npm_secret");
    }
    return switch (host) {
      case "api.gh.test", "uploads.gh.test" -> token.equals("ghs_secret");
      case RunnerModel.HOST -> token.equals(RunnerModel.SECRET);
      default -> false;
    };
  }

  private Answer serve(Request request, String host) {
    Universe universe = process.universe;
    if (host.equals(SimProcess.REGISTRY.getHost())) {
      return universe.registry.answer(request, process.name);
    }
    return switch (host) {
      case "api.gh.test", "uploads.gh.test" -> universe.github.answer(request, process.name);
      case "objects.gh.test" -> universe.github.stored(request);
      case RunnerModel.HOST -> universe.runner.answer();
      // Where a redirect led, without a secret.
      default -> RegistryModel.json(404, "{}");
    };
  }

  private Answer meet(Fault fault, Request request, String host) throws Lost {
    if (fault.applied()) {
      serve(request, host);
      process.universe.github.unheard(process.name);
    } else if (request.method().equals("GET") && host.equals(SimProcess.REGISTRY.getHost())) {
      // Whether a number is free can be learned from a 404 alone.
      if (fault.answer().filter(answer -> answer.status() == 404).isPresent()) {
        process.universe.registry.answer(request, process.name);
      }
    }
    boolean lie = fault.answer().filter(Answer::isOk).isPresent() && !fault.applied();
    boolean declined =
        fault.answer().filter(answer -> answer.status() / 100 == 4).isPresent()
            && !host.equals(SimProcess.REGISTRY.getHost());
    boolean hidden =
        fault.answer().filter(Answer::isOk).isPresent()
            && !host.equals(SimProcess.REGISTRY.getHost());
    if (declined || hidden) {
      // A page that GitHub declines is left out, and a run that dies cannot say so any more; one
      // that GitHub denies to have is made again.
      process.universe.withheld = true;
    }
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
