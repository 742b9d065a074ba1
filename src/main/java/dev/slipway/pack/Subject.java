package dev.slipway.pack;

/// A name as a sequence of symbols: UTF-16 units, or code points where the pattern has a class that
/// needs them.
final class Subject {
  private final int[] symbols;
  private final boolean nocase;

  private Subject(int[] symbols, boolean nocase) {
    this.symbols = symbols;
    this.nocase = nocase;
  }

  static Subject of(String name, boolean nocase, boolean codePoints) {
    return new Subject((codePoints ? name.codePoints() : name.chars()).toArray(), nocase);
  }

  int at(int place) {
    return symbols[place];
  }

  int length() {
    return symbols.length;
  }

  boolean nocase() {
    return nocase;
  }

  /// True when a symbol of the pattern and one of the name are the same, as far as case counts.
  boolean same(int pattern, int place) {
    int symbol = symbols[place];
    return symbol == pattern
        || (nocase
            && symbol <= 0xffff
            && pattern <= 0xffff
            && Fold.unit((char) symbol) == Fold.unit((char) pattern));
  }
}
