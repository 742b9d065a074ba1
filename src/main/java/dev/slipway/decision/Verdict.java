package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.version.Bump;
import java.util.Optional;

/// What one commit says about the next version.
///
/// @param change the commit, read; empty when it could not be read as a change
/// @param bump how far it moves the version; empty: not at all
/// @param why which rule decided, in plain words
public record Verdict(Commit commit, Optional<Change> change, Optional<Bump> bump, String why) {}
