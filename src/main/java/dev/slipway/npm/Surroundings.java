package dev.slipway.npm;

import dev.slipway.http.Proxies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is the same for all packages of a run, when the doctor looks at them.
///
/// @param accounts as whom they are published
/// @param wish the input `publish`
/// @param provenance the input `provenance`
/// @param facts what the runner says
/// @param repositoryVisibility `public`, `private` or `internal`, where the event says so
/// @param mayAskForIdToken whether the job may ask for an id token
/// @param proxies the proxies in use
/// @param extraAuthorities {@link dev.slipway.http.Trust#fingerprints}
/// @param tokenExpires the input `npm-token-expires`
/// @param now our clock
public record Surroundings(
    Accounts accounts,
    PublishMode.Wish wish,
    ProvenanceConditions.Wish provenance,
    BuildFacts facts,
    Optional<String> repositoryVisibility,
    boolean mayAskForIdToken,
    Proxies proxies,
    List<String> extraAuthorities,
    Optional<LocalDate> tokenExpires,
    Instant now) {}
