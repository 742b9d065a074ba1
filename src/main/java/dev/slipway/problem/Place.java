package dev.slipway.problem;

import static java.util.Objects.requireNonNull;

/// Where in a file the person has to look.
///
/// @param file the path as the person writes it: relative to the repository's root, with `/`
/// @param line from 1; 0 when only the file is known
/// @param column from 1; 0 when only the line is known
public record Place(String file, int line, int column) {
  public Place {
    requireNonNull(file, "file is null");
  }

  /// A whole file.
  public static Place file(String file) {
    return new Place(file, 0, 0);
  }

  /// A line of a file.
  public static Place line(String file, int line) {
    return new Place(file, line, 0);
  }

  /// `file`, `file:line` or `file:line:column`.
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
  }
}
