package dev.slipway.plan;

/// The git note that says which channels a tag was released to.
///
/// @param tag the tag
/// @param commit the commit that the tag stands on: the note hangs on it
/// @param json the note's text
public record PlannedNote(String tag, String commit, String json) {}
