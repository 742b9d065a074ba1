package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the branches of an input: names, one a line or with commas between them, or the list as a
/// configuration file has it.
final class BranchesText {
  private BranchesText() {}

  /// The list; empty where the text is.
  ///
  /// @throws Reading.Misread when a list begins and is none
  static Optional<Written> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Place place = Place.file("the input branches");
    char first = text.charAt(0);
    boolean list = first == '[' && text.endsWith("]");
    boolean one = first == '{' && text.endsWith("}") && text.indexOf(':') > 0;
    if (list || one || first == '"' || first == '\'') {
      try {
        Written value = StaticJavaScript.expression(place.file(), text);
        if (!Checks.holdsCode(value)) {
          return Optional.of(value);
        }
      } catch (ScriptSyntax notList) {
        // said below
      }
      throw new Reading.Misread(
          "names one a line, or a list such as [\"main\", {\"name\": \"beta\", \"prerelease\":"
              + " true}]");
    }
    List<Written> names = new ArrayList<>();
    if (!text.equals("false")) {
      for (String line : text.lines().toList()) {
        split(line).forEach(name -> names.add(new Written.Text(name, place)));
      }
    }
    return Optional.of(new Written.Items(names, place));
  }

  /// Splits at commas outside of brackets: a glob may hold some.
  private static List<String> split(String line) {
    List<String> names = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ',';
      if (c == '(' || c == '{' || c == '[') {
        open++;
      } else if (c == ')' || c == '}' || c == ']') {
        open--;
      } else if ((c == ',' && open <= 0) || i == line.length()) {
        String name = line.substring(start, i).strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
        start = i + 1;
      }
    }
    return names;
  }
}
