package dev.slipway.settings;

/// A text that a configuration may leave as it is, switch off, or write itself.
public sealed interface Wording {
  /// The built-in text.
  record BuiltIn() implements Wording {}

  /// Nothing is written.
  record Off() implements Wording {}

  /// The configuration's own text.
  record Own(Template template) implements Wording {}
}
