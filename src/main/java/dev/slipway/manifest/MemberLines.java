package dev.slipway.manifest;

import dev.slipway.problem.Place;

/// Finds the line of a package.json on which the value stands that a problem is about.
public final class MemberLines {
  private MemberLines() {}

  /// The same place with line and column. Where the value itself is not there, the nearest one
  /// around it is meant; where nothing of it is there, or the text is no JSON, the file alone.
  ///
  /// @param text of the file, as it is on disk
  public static Place in(String text, Place place) {
    if (place.member().isEmpty() || place.line() > 0) {
      return place;
    }
    int at = JsonText.of(text).offset(place.member());
    if (at < 0) {
      return Place.file(place.file());
    }
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new Place(place.file(), line, at - text.lastIndexOf('\n', at - 1));
  }
}
