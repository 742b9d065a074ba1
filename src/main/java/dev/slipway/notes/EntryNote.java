package dev.slipway.notes;

/// A note with the commit it comes from.
record EntryNote(String title, String text, Entry entry) {
  /// A field by the name it has in sort orders.
  String value(String name) {
    return switch (name) {
      case "title" -> title;
      case "text" -> text;
      default -> "";
    };
  }
}
