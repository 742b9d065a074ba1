package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `[…]` in a name's pattern.
final class ClassParser {
  private ClassParser() {}

  /// A class that was read.
  ///
  /// @param end behind its `]`
  /// @param special false for a class of one symbol, which is just that symbol
  record Found(Piece piece, int end, boolean codePoints, boolean special) {}

  /// The class that begins at a `[`; empty when that `[` stands for itself.
  static Optional<Found> parse(String text, int open) {
    List<SymbolClass.Range> ranges = new ArrayList<>();
    List<SymbolClass.Named> named = new ArrayList<>();
    boolean negated = false;
    boolean codePoints = false;
    boolean started = false;
    boolean escaping = false;
    int rangeFrom = -1;
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if ((c == '!' || c == '^') && at == open + 1) {
        negated = true;
        at++;
        continue;
      }
      if (c == ']' && started && !escaping) {
        return Optional.of(made(new SymbolClass(negated, ranges, named), at + 1, codePoints));
      }
      started = true;
      if (c == '\\' && !escaping) {
        escaping = true;
        at++;
        continue;
      }
      if (c == '[' && !escaping) {
        Optional<SymbolClass.Named> name = named(text, at);
        if (name.isPresent()) {
          if (rangeFrom >= 0) {
            return Optional.of(new Found(new Piece.Never(), text.length(), false, true));
          }
          named.add(name.get());
          codePoints |= name.get().needsCodePoints();
          at += name.get().name().length() + 4;
          continue;
        }
      }
      escaping = false;
      if (rangeFrom >= 0) {
        if (c >= rangeFrom) {
          ranges.add(new SymbolClass.Range(rangeFrom, c));
        }
        rangeFrom = -1;
        at++;
      } else if (text.startsWith("-]", at + 1)) {
        ranges.add(new SymbolClass.Range(c, c));
        ranges.add(new SymbolClass.Range('-', '-'));
        at += 2;
      } else if (text.startsWith("-", at + 1)) {
        rangeFrom = c;
        at += 2;
      } else {
        ranges.add(new SymbolClass.Range(c, c));
        at++;
      }
    }
    return Optional.empty();
  }

  private static Found made(SymbolClass symbols, int end, boolean codePoints) {
    if (symbols.ranges().isEmpty() && symbols.named().isEmpty()) {
      return new Found(new Piece.Never(), end, false, true);
    }
    if (symbols.ranges().size() == 1
        && symbols.named().isEmpty()
        && !symbols.negated()
        && symbols.ranges().getFirst().from() == symbols.ranges().getFirst().to()) {
      return new Found(new Piece.One(symbols.ranges().getFirst().from()), end, false, false);
    }
    return new Found(new Piece.OneOf(symbols), end, codePoints, true);
  }

  private static Optional<SymbolClass.Named> named(String text, int at) {
    for (SymbolClass.Named each : SymbolClass.Named.values()) {
      if (text.startsWith("[:" + each.name().toLowerCase(Locale.ROOT) + ":]", at)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
