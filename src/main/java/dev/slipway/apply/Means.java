package dev.slipway.apply;

import dev.slipway.github.GitHub;
import dev.slipway.world.Secret;
import dev.slipway.world.World;
import java.util.Optional;

/// What a plan is carried out with.
///
/// @param world every effect
/// @param registries the registries, and as whom
/// @param github where release pages are made; empty where none are
/// @param payloads the bytes at hand
/// @param limits how long it may take
/// @param progress who is told
/// @param key a secret that all runs of this repository share, such as the npm token: intents are
///   marked with it, and an intent without its mark is not carried out; empty: no marks
public record Means(
    World world,
    Registries registries,
    Optional<GitHub> github,
    Payloads payloads,
    Limits limits,
    Progress progress,
    Optional<Secret> key) {}
