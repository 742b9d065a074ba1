package dev.slipway.pack;

import java.util.List;

/// The inside of `[…]`: single symbols, ranges and named classes.
///
/// @param negated `[!…]`
/// @param ranges of symbols, both ends included
/// @param named classes by name, such as `alpha`
record SymbolClass(boolean negated, List<Range> ranges, List<Named> named) {
  public SymbolClass {
    ranges = List.copyOf(ranges);
    named = List.copyOf(named);
  }

  /// From one symbol to another.
  record Range(int from, int to) {
    boolean has(int symbol) {
      return from <= symbol && symbol <= to;
    }
  }

  /// The named classes of POSIX, as Unicode has them.
  enum Named {
    ALNUM,
    ALPHA,
    ASCII,
    BLANK,
    CNTRL,
    DIGIT,
    GRAPH,
    LOWER,
    PRINT,
    PUNCT,
    SPACE,
    UPPER,
    WORD,
    XDIGIT;

    /// `graph` and `print` are what is *not* something; they are listed apart.
    boolean isComplement() {
      return this == GRAPH || this == PRINT;
    }

    boolean needsCodePoints() {
      return this != ASCII && this != XDIGIT;
    }

    /// Whether a symbol is in it; of a complement, whether it is in what is left out.
    boolean has(int symbol) {
      int type = Character.getType(symbol);
      return switch (this) {
        case ALNUM -> isLetter(type) || type == Character.DECIMAL_DIGIT_NUMBER;
        case ALPHA -> isLetter(type);
        case ASCII -> symbol < 0x80;
        case BLANK -> type == Character.SPACE_SEPARATOR || symbol == '\t';
        case CNTRL -> type == Character.CONTROL;
        case DIGIT -> type == Character.DECIMAL_DIGIT_NUMBER;
        case GRAPH -> isSeparator(type) || isOther(type);
        case LOWER -> type == Character.LOWERCASE_LETTER;
        case PRINT -> isOther(type);
        case PUNCT -> isPunctuation(type);
        case SPACE -> isSeparator(type) || (symbol >= '\t' && symbol <= '\r');
        case UPPER -> type == Character.UPPERCASE_LETTER;
        case WORD ->
            isLetter(type)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.CONNECTOR_PUNCTUATION;
        case XDIGIT ->
            (symbol >= '0' && symbol <= '9')
                || (symbol >= 'a' && symbol <= 'f')
                || (symbol >= 'A' && symbol <= 'F');
      };
    }

    private static boolean isLetter(int type) {
      return type == Character.UPPERCASE_LETTER
          || type == Character.LOWERCASE_LETTER
          || type == Character.TITLECASE_LETTER
          || type == Character.MODIFIER_LETTER
          || type == Character.OTHER_LETTER
          || type == Character.LETTER_NUMBER;
    }

    private static boolean isSeparator(int type) {
      return type == Character.SPACE_SEPARATOR
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isOther(int type) {
      return type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.PRIVATE_USE
          || type == Character.UNASSIGNED;
    }

    private static boolean isPunctuation(int type) {
      return type == Character.CONNECTOR_PUNCTUATION
          || type == Character.DASH_PUNCTUATION
          || type == Character.START_PUNCTUATION
          || type == Character.END_PUNCTUATION
          || type == Character.INITIAL_QUOTE_PUNCTUATION
          || type == Character.FINAL_QUOTE_PUNCTUATION
          || type == Character.OTHER_PUNCTUATION;
    }
  }

  boolean has(int symbol, boolean nocase) {
    boolean inside = !ranges.isEmpty() || named.stream().anyMatch(each -> !each.isComplement());
    boolean complements = named.stream().anyMatch(Named::isComplement);
    // Complements stand in a class of their own, whose sign is the other one.
    return (inside && listed(symbol, nocase, false) != negated)
        || (complements && listed(symbol, nocase, true) == negated);
  }

  private boolean listed(int symbol, boolean nocase, boolean complements) {
    if (isListed(symbol, complements)) {
      return true;
    }
    return nocase
        && (isListed(Character.toLowerCase(symbol), complements)
            || isListed(Character.toUpperCase(symbol), complements));
  }

  private boolean isListed(int symbol, boolean complements) {
    return (!complements && ranges.stream().anyMatch(range -> range.has(symbol)))
        || named.stream().anyMatch(each -> each.isComplement() == complements && each.has(symbol));
  }
}
