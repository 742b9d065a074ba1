package dev.slipway.settings;

import dev.slipway.json.Json;

/// One of `releaseRules`: which commits, and what they ask for.
///
/// @param breaking only commits with a note
/// @param revert only commits that take back another
/// @param properties what the commit must hold besides; texts are globs
/// @param release what such a commit asks for
public record ReleaseRule(
    boolean breaking, boolean revert, Json.Obj properties, ReleaseType release) {}
