package dev.slipway.pack;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A pattern for one name of a path. Every match takes time in proportion to the name's length and
/// the pattern's, at worst by a small power of them: no pattern makes it hang.
sealed interface NamePattern {
  /// True when the whole name is what the pattern describes.
  ///
  /// @param name as it is
  /// @param folded the same through [Fold]; only patterns that do not regard case look at it
  boolean matches(String name, String folded);

  /// `**`: any number of names.
  record AnyDepth() implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return false;
    }
  }

  /// A name without any special character.
  ///
  /// @param text folded where case is not regarded
  record Exactly(String text, boolean nocase) implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return text.equals(nocase ? folded : name);
    }
  }

  /// `*`: any name that is not empty.
  record Anything() implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return !name.isEmpty();
    }
  }

  /// `*.js`: names that end so.
  ///
  /// @param text in lower case where case is not regarded
  record EndsWith(String text, boolean nocase) implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return (nocase ? name.toLowerCase(Locale.ROOT) : name).endsWith(text);
    }
  }

  /// `??.js`: names of one length that end so.
  record Length(int units, String text, boolean nocase) implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return name.length() == units
          && (nocase ? name.toLowerCase(Locale.ROOT) : name).endsWith(text);
    }
  }

  /// `*.*`: names with a dot in them.
  record WithDot() implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return name.indexOf('.') >= 0;
    }
  }

  /// `.*`: names that begin with a dot.
  record Hidden() implements NamePattern {
    @Override
    public boolean matches(String name, String folded) {
      return name.startsWith(".");
    }
  }

  /// Everything else.
  record Pieces(List<Piece> pieces, boolean nocase, boolean codePoints) implements NamePattern {
    public Pieces {
      pieces = List.copyOf(pieces);
    }

    @Override
    public boolean matches(String name, String folded) {
      if (!pieces.isEmpty()
          && pieces.getFirst() instanceof Piece.One(int symbol)
          && !mayBegin(symbol, name)) {
        return false;
      }
      Subject subject = Subject.of(name, nocase, codePoints);
      BitSet start = new BitSet();
      start.set(0);
      return Piece.run(pieces, subject, start).get(subject.length());
    }

    /// Most names are not even begun as the pattern begins.
    private static boolean mayBegin(int symbol, String name) {
      return !name.isEmpty()
          && (symbol > 0xffff || Fold.unit(name.charAt(0)) == Fold.unit((char) symbol));
    }
  }
}
