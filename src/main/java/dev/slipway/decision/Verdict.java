package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.version.Bump;
import java.util.Optional;

/// What one commit asks for, and which rule said so.
///
/// @param commit the commit
/// @param headline what its message says; empty for a blank or skipped one
/// @param bump how far it moves the version; empty: not at all
/// @param why the rule that decided, or why none did, in plain words. Holds foreign text
public record Verdict(
    Commit commit, Optional<Headline> headline, Optional<Bump> bump, String why) {}
