package dev.slipway.settings;

import dev.slipway.settings.ScriptToken.Kind;

/// Skips TypeScript's types: they say nothing about a value.
final class ScriptTypes {
  private ScriptTypes() {}

  /// Skips one type.
  static void skip(ScriptParser parser) {
    parser.takeIf("|");
    parser.takeIf("&");
    while (true) {
      operand(parser);
      while (true) {
        if (parser.peek().is("[") && !parser.peek().newLine()) {
          parser.balanced();
        } else if (parser.peek().is("<")) {
          generics(parser);
        } else if (parser.takeIf(".")) {
          parser.take();
        } else {
          break;
        }
      }
      if (!parser.takeIf("|") && !parser.takeIf("&") && !parser.takeIf("=>")) {
        return;
      }
    }
  }

  private static void operand(ScriptParser parser) {
    while (parser.peek().isName("typeof")
        || parser.peek().isName("keyof")
        || parser.peek().isName("readonly")) {
      parser.take();
    }
    if (parser.peek().is("{") || parser.peek().is("(") || parser.peek().is("[")) {
      parser.balanced();
      return;
    }
    parser.takeIf("-");
    ScriptToken word = parser.take();
    boolean literal =
        word.kind() == Kind.NAME
            || word.kind() == Kind.STRING
            || word.kind() == Kind.NUMBER
            || word.kind() == Kind.TEMPLATE;
    if (!literal) {
      throw new ScriptSyntax("expected a type", word.start());
    }
    if (word.isName("import") && parser.peek().is("(")) {
      parser.balanced();
    }
  }

  private static void generics(ScriptParser parser) {
    parser.expect("<");
    int open = 1;
    while (open > 0) {
      ScriptToken word = parser.take();
      if (word.kind() == Kind.END) {
        throw new ScriptSyntax("a type is not closed", word.start());
      }
      open +=
          switch (word.text()) {
            case "<" -> 1;
            case ">" -> -1;
            case ">>" -> -2;
            case ">>>" -> -3;
            default -> 0;
          };
    }
  }
}
