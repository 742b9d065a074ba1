package dev.slipway;

import dev.slipway.http.JdkExchanges;
import dev.slipway.npm.PublishAnswer;
import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.pack.Tarball;
import dev.slipway.settings.Choices;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Packs one directory, looks at it and publishes it, once; `bench/publish` measures it from
/// outside.
public final class PublishBench {
  private PublishBench() {}

  /// Packs the first argument, a directory, into the second, and publishes it to the third, a
  /// registry.
  public static void main(String[] args) {
    Path directory = Path.of(args[0]).toAbsolutePath().normalize();
    Packing packing =
        new Packing(
            directory, directory, new Inspecting(Choices.Guard.STRICT, false, Optional.empty()));
    Inspecting.Inspected inspected =
        packing.inspected(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            java.util.Map.of(),
            Path.of(args[1]));
    Tarball tarball = inspected.packed().tarball();
    try (JdkExchanges network = JdkExchanges.plain("slipway/bench")) {
      Registry registry =
          Registry.at(
              URI.create(args[2]),
              new Credential.Bearer(Secret.of("npm_bench")),
              network,
              new LiveTime(Clock.systemUTC()));
      PublishAnswer answer =
          registry.publish(
              new PublishRequest(
                  inspected.packed().manifest().json(),
                  PublishRequest.Tarball.in(
                      tarball.file(), tarball.size(), tarball.shasum(), tarball.integrity()),
                  "latest",
                  Optional.empty(),
                  Optional.empty()));
      System.out.println(tarball.size() + " " + answer);
    }
  }
}
