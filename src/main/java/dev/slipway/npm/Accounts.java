package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Time;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// As whom each package is read and published on each registry: by trusted publishing where the
/// registry agrees, else with the credential that the workflow handed over.
public final class Accounts {
  private final Map<URI, Credentials.Found> held = new LinkedHashMap<>();
  private final Optional<RunnerIdentity> runner;
  private final Exchanges exchanges;
  private final Time time;
  private final Map<String, TrustedPublishing.Exchange> exchanged = new HashMap<>();
  private final Map<URI, Registry> readers = new LinkedHashMap<>();

  private Accounts(
      Map<URI, Credentials.Found> held,
      Optional<RunnerIdentity> runner,
      Exchanges exchanges,
      Time time) {
    held.forEach((registry, found) -> this.held.put(Paths.below(registry).base(), found));
    this.runner = runner;
    this.exchanges = exchanges;
    this.time = time;
  }

  /// The accounts of a run.
  ///
  /// @param held what was found for each registry that the workflow names
  /// @param runner the runner; empty where the job may not ask for an id token
  public static Accounts of(
      Map<URI, Credentials.Found> held,
      Optional<RunnerIdentity> runner,
      Exchanges exchanges,
      Time time) {
    return new Accounts(held, runner, exchanges, time);
  }

  /// A registry for reading: with the credential that is held for it, since a package may be
  /// private.
  public Registry reader(URI registry) {
    return readers.computeIfAbsent(
        Paths.below(registry).base(),
        base -> Registry.at(base, found(base).credential(), exchanges, time));
  }

  /// A registry for publishing one package now. A token of a trusted publisher is fetched here, and
  /// anew when the one at hand has less than five minutes to live.
  ///
  /// @throws Refused when there is no credential
  public Registry writer(String name, URI registry) {
    return switch (choose(name, registry)) {
      case CredentialChoice.Trusted(var token, var _) ->
          reader(registry).withExchanged(token.credential());
      case CredentialChoice.Held _ -> reader(registry);
      case CredentialChoice.Nothing(var problem) -> throw new Refused(problem);
    };
  }

  /// Chooses the credential for a package, and says why in one line.
  public CredentialChoice choose(String name, URI registry) {
    return CredentialChoice.of(name, exchange(name, registry), found(registry));
  }

  /// How trusted publishing of a package ends; empty where the job may not ask for an id token, and
  /// on registries that know no trusted publishers. It changes nothing: a token that is not used
  /// ends by itself. Each package is asked for once; a token that is about to end is renewed.
  public Optional<TrustedPublishing.Exchange> exchange(String name, URI registry) {
    if (runner.isEmpty() || !PublicRegistry.is(registry)) {
      return Optional.empty();
    }
    var publishing = TrustedPublishing.on(registry, runner.get(), exchanges, time);
    String key = name + " " + Paths.below(registry).base();
    TrustedPublishing.Exchange before = exchanged.get(key);
    TrustedPublishing.Exchange now =
        before == null
            ? publishing.exchange(name)
            : before instanceof TrustedPublishing.Exchange.Token token
                ? publishing.renew(token, name)
                : before;
    exchanged.put(key, now);
    return Optional.of(now);
  }

  /// True where a registry may give tokens to this job without holding a secret for it.
  public boolean mayBeTrusted(URI registry) {
    return runner.isPresent() && PublicRegistry.is(registry);
  }

  /// What is held for a registry.
  public Credentials.Found found(URI registry) {
    return held.getOrDefault(
        Paths.below(registry).base(),
        new Credentials.Found(new Credential.None(), "nowhere", List.of()));
  }

  /// What the registries wanted to be shown, each once; foreign text.
  public List<String> notices() {
    return readers.values().stream()
        .flatMap(reader -> reader.notices().stream())
        .distinct()
        .toList();
  }

  /// Places that should have held a credential and did not.
  public List<Problem> warnings() {
    return held.values().stream().flatMap(found -> found.warnings().stream()).distinct().toList();
  }
}
