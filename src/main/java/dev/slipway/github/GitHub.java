package dev.slipway.github;

import dev.slipway.world.Exchanges;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import java.time.Duration;
import java.util.Optional;

/// One repository on one GitHub.
public final class GitHub {
  /// How long all waiting for limits may take for what a release needs.
  private static final Duration NEEDED = Duration.ofMinutes(30);

  private final Calls calls;

  private GitHub(Calls calls) {
    this.calls = calls;
  }

  /// A repository, asked with this token, or without one for what everybody may read.
  public static GitHub at(
      Address address, Repository repository, Optional<Secret> token, Exchanges http, Time time) {
    return new GitHub(new Calls(address, repository, token, http, time, NEEDED));
  }

  /// The same with another patience with limits, all waiting together: what nobody needs, such as
  /// comments, should have little.
  public GitHub patientFor(Duration patience) {
    return new GitHub(calls.patientFor(patience));
  }

  public Repository repository() {
    return calls.repository();
  }

  public Address address() {
    return calls.address();
  }

  /// Its releases.
  public Releases releases() {
    return new Releases(calls);
  }

  /// Its branches and tags, read.
  public Refs refs() {
    return new Refs(calls);
  }

  /// What stands against a push.
  public Rules rules() {
    return new Rules(calls);
  }

  /// What the token may do.
  public Grants grants() {
    return new Grants(calls);
  }

  /// Commits made by GitHub.
  public Commits commits() {
    return new Commits(calls);
  }

  /// Its pull requests.
  public PullRequests pullRequests() {
    return new PullRequests(calls);
  }

  /// Its issues, and the comments and labels of issues and pull requests.
  public Issues issues() {
    return new Issues(calls);
  }
}
