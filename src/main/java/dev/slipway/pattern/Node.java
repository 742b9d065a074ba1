package dev.slipway.pattern;

import java.util.List;

/// A regular expression as a tree.
sealed interface Node {
  /// Nothing, which always matches.
  record Empty() implements Node {}

  /// One unit out of a set.
  record Unit(CharSet set) implements Node {}

  /// One after the other.
  record Sequence(List<Node> items) implements Node {}

  /// The first that leads to a match.
  record Choice(List<Node> items) implements Node {}

  /// Again and again.
  ///
  /// @param max -1: without end
  record Repeat(Node item, int min, int max, boolean greedy) implements Node {}

  /// A group that remembers.
  record Capture(Node item, int number) implements Node {}

  /// A place between two units.
  record Place(Kind kind) implements Node {}

  /// What follows, without taking it.
  record Ahead(Node item, boolean negative) implements Node {}

  /// The places that have a sign of their own.
  enum Kind {
    TEXT_START,
    TEXT_END,
    LINE_START,
    LINE_END,
    WORD_EDGE,
    NO_WORD_EDGE
  }
}
