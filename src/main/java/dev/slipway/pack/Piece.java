package dev.slipway.pack;

import java.util.BitSet;
import java.util.List;

/// A piece of a name's pattern. It is run over all places of a name at once: from the set of places
/// where it may begin to the set of places where it may end, so nothing is tried twice.
sealed interface Piece {
  /// The places where it may end, given those where it may begin.
  BitSet run(Subject name, BitSet starts);

  /// Several pieces, one behind the other.
  static BitSet run(List<Piece> pieces, Subject name, BitSet starts) {
    BitSet places = starts;
    for (Piece piece : pieces) {
      if (places.isEmpty()) {
        return places;
      }
      places = piece.run(name, places);
    }
    return places;
  }

  /// One symbol as it stands.
  record One(int symbol) implements Piece {
    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
        if (at < name.length() && name.same(symbol, at)) {
          ends.set(at + 1);
        }
      }
      return ends;
    }
  }

  /// `?`: any one symbol.
  record Any() implements Piece {
    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
        if (at < name.length()) {
          ends.set(at + 1);
        }
      }
      return ends;
    }
  }

  /// `*`: this many symbols or more.
  record Run(int least) implements Piece {
    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      int first = starts.nextSetBit(0);
      if (first >= 0 && first + least <= name.length()) {
        ends.set(first + least, name.length() + 1);
      }
      return ends;
    }
  }

  /// `[a-z]`: one symbol of a class.
  record OneOf(SymbolClass symbols) implements Piece {
    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
        if (at < name.length() && symbols.has(name.at(at), name.nocase())) {
          ends.set(at + 1);
        }
      }
      return ends;
    }
  }

  /// A class that no symbol is in; nothing matches.
  record Never() implements Piece {
    @Override
    public BitSet run(Subject name, BitSet starts) {
      return new BitSet();
    }
  }

  /// `@(a|b)`, `?(a|b)`, `+(a|b)`, `*(a|b)`.
  ///
  /// @param optional whether none is enough
  /// @param repeated whether more than one may follow each other
  record Group(List<List<Piece>> alternatives, boolean optional, boolean repeated)
      implements Piece {
    public Group {
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      BitSet fresh = starts;
      do {
        BitSet next = new BitSet();
        for (List<Piece> alternative : alternatives) {
          next.or(Piece.run(alternative, name, fresh));
        }
        next.andNot(ends);
        ends.or(next);
        fresh = next;
      } while (repeated && !fresh.isEmpty());
      if (optional) {
        ends.or(starts);
      }
      return ends;
    }
  }

  /// `!(a|b)`: anything, as long as none of these, with what follows in the pattern, leads to the
  /// name's end.
  ///
  /// @param alternatives each with what follows in the pattern
  record Not(List<List<Piece>> alternatives) implements Piece {
    public Not {
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    @Override
    public BitSet run(Subject name, BitSet starts) {
      BitSet ends = new BitSet();
      for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
        BitSet here = new BitSet();
        here.set(at);
        boolean reached =
            alternatives.stream().anyMatch(each -> Piece.run(each, name, here).get(name.length()));
        if (!reached) {
          ends.set(at, name.length() + 1);
          // Whatever begins further on ends within these places too.
          return ends;
        }
      }
      return ends;
    }
  }
}
