package dev.slipway.pattern;

import java.util.BitSet;

/// A set of UTF-16 units. Immutable.
final class CharSet {
  private static final int ALL = Character.MAX_VALUE + 1;

  static final CharSet NONE = new CharSet(new BitSet());
  static final CharSet ANY = NONE.negated();
  static final CharSet LINE_ENDS = of("\n\r\u2028\u2029");
  static final CharSet NO_LINE_END = LINE_ENDS.negated();
  static final CharSet DIGITS = range('0', '9');
  static final CharSet WORD = range('a', 'z').or(range('A', 'Z')).or(DIGITS).or(of("_"));
  static final CharSet SPACE =
      range('\t', '\r')
          .or(of(" \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"))
          .or(range('\u2000', '\u200a'));

  private final BitSet units;

  private CharSet(BitSet units) {
    this.units = units;
  }

  static CharSet of(String members) {
    BitSet units = new BitSet();
    members.chars().forEach(units::set);
    return new CharSet(units);
  }

  static CharSet of(char member) {
    return of(String.valueOf(member));
  }

  static CharSet range(char from, char to) {
    BitSet units = new BitSet();
    units.set(from, to + 1);
    return new CharSet(units);
  }

  CharSet or(CharSet other) {
    BitSet both = (BitSet) units.clone();
    both.or(other.units);
    return new CharSet(both);
  }

  CharSet negated() {
    BitSet rest = (BitSet) units.clone();
    rest.flip(0, ALL);
    return new CharSet(rest);
  }

  /// With all cases of its members.
  CharSet inAnyCase() {
    BitSet all = (BitSet) units.clone();
    units.stream()
        .forEach(member -> {
          char other = LetterCase.next((char) member);
          while (other != member) {
            all.set(other);
            other = LetterCase.next(other);
          }
        });
    return new CharSet(all);
  }

  /// The only member of a set of one.
  char only() {
    return (char) units.nextSetBit(0);
  }

  boolean contains(char c) {
    return units.get(c);
  }
}
