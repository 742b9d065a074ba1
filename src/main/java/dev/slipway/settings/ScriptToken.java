package dev.slipway.settings;

import java.util.List;

/// A word of a JavaScript text.
///
/// @param text a name or sign as it stands; of a string its value; of a pattern its source
/// @param flags the flags of a pattern
/// @param parts the pieces of a template literal between its holes
/// @param holes the words of each hole of a template literal
/// @param start its first character, from 0
/// @param end the character behind it
/// @param newLine true when a line ends before it
record ScriptToken(
    Kind kind,
    String text,
    String flags,
    List<String> parts,
    List<List<ScriptToken>> holes,
    int start,
    int end,
    boolean newLine) {

  /// What kinds of words there are.
  enum Kind {
    NAME,
    SIGN,
    STRING,
    NUMBER,
    TEMPLATE,
    PATTERN,
    END
  }

  /// True for this sign.
  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// True for this word.
  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
