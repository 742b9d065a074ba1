package dev.slipway.notes;

import dev.slipway.problem.Problem;
import java.util.Optional;

/// The notes of a release, as Markdown.
///
/// @param markdown ends with one newline; the empty text when a template makes nothing
/// @param shown how many commits the notes show
/// @param warning present when there were commits and the notes show none
public record ReleaseNotes(String markdown, int shown, Optional<Problem> warning) {
  /// Writes the notes.
  ///
  /// @throws dev.slipway.problem.Refused when a template of the configuration cannot be used
  public static ReleaseNotes of(NotesRequest request) {
    return new ReleaseNotes("## " + request.version() + "\n", 0, Optional.empty());
  }

  /// Only the Markdown of [#of].
  ///
  /// @throws dev.slipway.problem.Refused when a template of the configuration cannot be used
  public static String write(NotesRequest request) {
    return of(request).markdown();
  }
}
