package dev.slipway.history;

/// A note of a commit, most often what it breaks.
///
/// @param title the keyword as it is written, such as `BREAKING CHANGE`
/// @param text what follows it, may have several lines, may be empty
public record Note(String title, String text) {}
