package dev.slipway.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The rehearsal's servers, for tests of the whole program.
public final class LoopbackHub implements AutoCloseable {
  private final RegistryServer registry;
  private final GitHubServer github;

  private LoopbackHub(RegistryServer registry, GitHubServer github) {
    this.registry = registry;
    this.github = github;
  }

  /// An empty registry and a GitHub with one repository, `acme/widget`, without branches of its
  /// own.
  public static LoopbackHub start(String npmToken) {
    try {
      return new LoopbackHub(
          RegistryServer.start(npmToken, Clock.systemUTC()),
          GitHubServer.start("acme/widget", Map::of, Clock.systemUTC()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The registry's address.
  public String registry() {
    return registry.address();
  }

  /// The address of GitHub's API.
  public String github() {
    return github.address();
  }

  /// What was written to the registry: method and path.
  public List<String> registryWrites() {
    return registry.writes();
  }

  /// What was written to GitHub: method and path.
  public List<String> githubWrites() {
    return github.writes();
  }

  /// How many requests GitHub has had.
  public int githubRequests() {
    return github.requests();
  }

  /// The tags of all release pages; a draft's with `draft of` before it.
  public List<String> pages() {
    return github.pages();
  }

  /// The registry takes the token for reading from here on, and for no write.
  public void revokeTokenForWrites() {
    registry.takeWrites(false);
  }

  /// The registry shows another digest for a version than the one it was sent.
  public void replaceIntegrity(String name, String version, String integrity) {
    registry.replaceIntegrity(name, version, integrity);
  }

  /// The registry takes the token for everything again.
  public void takeTokenAgain() {
    registry.takeWrites(true);
  }

  @Override
  public void close() {
    registry.close();
    github.close();
  }
}
