package dev.slipway;

import dev.slipway.github.Address;
import dev.slipway.github.GitHub;
import dev.slipway.github.Repository;
import dev.slipway.settings.InputTable;
import java.util.Optional;

/// Where the repository of this run is at home.
final class Hosts {
  private Hosts() {}

  /// Its GitHub; empty where the run is no workflow.
  static Optional<GitHub> github(Hands hands) {
    return hands
        .runner()
        .repository()
        .flatMap(Repository::parse)
        .map(repository ->
            GitHub.at(
                Address.of(
                    hands.runner().api().toString(),
                    hands.runner().graphql().toString(),
                    hands.runner().server().toString()),
                repository,
                hands.inputs().of(InputTable.GITHUB_TOKEN),
                hands.http(),
                hands.time()));
  }
}
