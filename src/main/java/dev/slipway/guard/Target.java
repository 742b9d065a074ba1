package dev.slipway.guard;

import java.util.List;

/// A file that the manifest promises.
///
/// @param field where it is promised, such as `exports["./x"].import`
/// @param path inside the package; may hold one `*`, or end in a slash for a whole folder
/// @param kind how it is looked up
/// @param optional true when only a condition of the author's own leads there
/// @param names lead to the field in the manifest, from the outside in
record Target(String field, String path, Kind kind, boolean optional, List<String> names) {
  Target {
    names = List.copyOf(names);
  }

  /// How a path is turned into a file.
  enum Kind {
    /// As it stands.
    EXACT,
    /// As `require` does: with an ending, or as a folder with an index.
    REQUIRED,
    /// As TypeScript looks for declarations.
    TYPES,
    /// A command.
    COMMAND
  }
}
