package dev.slipway.decision;

import java.util.Optional;

/// What is told of a commit that was read. The rest of what it says is not kept: a release may have
/// a hundred thousand commits.
///
/// @param breaking true when there is any note
public record Headline(
    Optional<String> type, Optional<String> scope, Optional<String> subject, boolean breaking) {}
