package dev.slipway.history;

/// A tag, peeled: an annotated tag is known by the commit it stands on.
///
/// @param name without `refs/tags/`
/// @param commit the full hash of the commit it stands on
public record Tag(String name, String commit) {}
