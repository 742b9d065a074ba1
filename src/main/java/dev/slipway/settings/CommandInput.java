package dev.slipway.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The input `command`: a name, and behind some of them words as on a command line, such as
/// `deprecate "<1.2.0" "has a leak"`. Nothing in it is an option.
///
/// @param name the command's, or the whole text where it is none that takes words
/// @param operands the words behind it, without their quotes
record CommandInput(String name, List<String> operands) {
  CommandInput {
    operands = List.copyOf(operands);
  }

  /// Reads the text of the input.
  static CommandInput of(String text) {
    List<String> words = words(text);
    Optional<Command> command = words.isEmpty() ? Optional.empty() : command(words.getFirst());
    return command.filter(Command::takesOperands).isPresent()
        ? new CommandInput(words.getFirst(), words.subList(1, words.size()))
        : new CommandInput(text, List.of());
  }

  private static Optional<Command> command(String name) {
    return Arrays.stream(Command.values())
        .filter(command -> Reading.spelling(command).equals(name))
        .findFirst();
  }

  /// Words between blanks. A word that begins with a quote goes on to the next such quote that ends
  /// a word; any other quote is a character like the rest.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int close = c == '"' || c == '\'' ? closing(text, at) : -1;
      if (close >= 0) {
        words.add(text.substring(at + 1, close));
        at = close + 1;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        words.add(text.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static int closing(String text, int quote) {
    for (int i = quote + 1; i < text.length(); i++) {
      boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
      if (last && text.charAt(i) == text.charAt(quote)) {
        return i;
      }
    }
    return -1;
  }
}
