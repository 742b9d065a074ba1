package dev.slipway.apply;

import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.plan.Plan;
import java.net.URI;

/// How the registries of a plan are reached, and as whom.
public interface Registries {
  /// A registry for reading what it says of a package.
  Registry reader(String name, URI registry);

  /// A registry for writing one package now: where a token has to be fetched for it, it is fetched
  /// here.
  ///
  /// @throws dev.slipway.problem.Refused when no credential can be had
  Registry writer(String name, URI registry);

  /// The request as it shall be sent to a registry: with a provenance, where there is one.
  ///
  /// @throws dev.slipway.problem.Refused when a provenance was asked for and cannot be made
  default PublishRequest signed(PublishRequest request, URI registry) {
    return request;
  }

  /// How what an earlier run planned is published by this one.
  default Plan.Mode mode(Plan.Mode planned) {
    return planned;
  }

  /// Whether a version may be staged where a registry refuses to publish it directly.
  default boolean mayStageInstead() {
    return false;
  }

  /// One registry for everything, with one credential.
  static Registries of(Registry registry) {
    return new Registries() {
      @Override
      public Registry reader(String name, URI address) {
        return registry;
      }

      @Override
      public Registry writer(String name, URI address) {
        return registry;
      }
    };
  }
}
