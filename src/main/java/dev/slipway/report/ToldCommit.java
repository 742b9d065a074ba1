package dev.slipway.report;

import java.util.Optional;

/// What one commit says about the next version, as it is told to people.
///
/// @param sha the full hash
/// @param type such as `feat`; empty when it could not be read as a change
/// @param scope the part named in parentheses
/// @param subject the rest of the first line; the whole of it when it could not be read
/// @param breaking true when it says that it breaks something
/// @param bump how far it moves the version; empty: not at all
/// @param why which rule decided
public record ToldCommit(
    String sha,
    Optional<String> type,
    Optional<String> scope,
    String subject,
    boolean breaking,
    Optional<String> bump,
    String why) {}
