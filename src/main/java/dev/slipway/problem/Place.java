package dev.slipway.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Where in a file the person has to look.
///
/// @param file the path as the person writes it: relative to the repository's root, with `/`
/// @param line from 1; 0 when only the file is known
/// @param column from 1; 0 when only the line is known
/// @param member in a JSON file the names that lead to the value at fault, from the outside in,
///   where its line is still to be looked up; else empty
public record Place(String file, int line, int column, List<String> member) {
  public Place {
    requireNonNull(file, "file is null");
    member = List.copyOf(member);
  }

  /// A column of a line of a file.
  public Place(String file, int line, int column) {
    this(file, line, column, List.of());
  }

  /// A whole file.
  public static Place file(String file) {
    return new Place(file, 0, 0);
  }

  /// A line of a file.
  public static Place line(String file, int line) {
    return new Place(file, line, 0);
  }

  /// A value in a JSON file whose line is not looked up yet.
  ///
  /// @param names lead to it, from the outside in
  public static Place member(String file, String... names) {
    return new Place(file, 0, 0, List.of(names));
  }

  /// The same place in a file of another name.
  public Place in(String otherFile) {
    return new Place(otherFile, line, column, member);
  }

  /// `file`, `file:line` or `file:line:column`.
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
  }
}
