package dev.slipway.history;

/// A commit, read as a change.
public record Change(Commit commit) {}
