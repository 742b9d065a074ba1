package dev.slipway.notes;

import dev.slipway.history.Reference;

/// The addresses that the notes of `conventionalcommits` link to, in the formats of its options.
record Addresses(
    NotesContext context,
    PresetConfig config,
    UrlFormat comparisons,
    UrlFormat commits,
    UrlFormat issues) {

  static Addresses of(NotesContext context, PresetConfig config) {
    return new Addresses(
        context,
        config,
        format(config.compareUrlFormat()),
        format(config.commitUrlFormat()),
        format(config.issueUrlFormat()));
  }

  /// The format as it ends up in a template: JavaScript's `replace` makes one dollar of two.
  private static UrlFormat format(String text) {
    return UrlFormat.of(text.replace("$$", "$"));
  }

  /// The comparison of the two tags.
  String comparison() {
    return comparisons.fill(name -> NotesFields.value(context, name));
  }

  /// A commit.
  String commit(Entry entry) {
    return commits.fill(name ->
        switch (name) {
          case "host" -> context.host();
          case "owner" -> or(entry.value("owner"), context.owner().orElse(""));
          case "repository" -> or(entry.value("repository"), context.repository().orElse(""));
          default -> entry.value(name);
        });
  }

  /// An issue behind a commit.
  String issue(Reference reference) {
    return issues.fill(name ->
        switch (name) {
          case "host" -> context.host();
          case "owner" -> or(reference.owner().orElse(""), context.owner().orElse(""));
          case "repository" ->
              or(reference.repository().orElse(""), context.repository().orElse(""));
          case "id", "issue" -> reference.issue();
          case "prefix" -> reference.prefix();
          case "action" -> reference.action().orElse("");
          case "raw" -> reference.raw();
          default -> "";
        });
  }

  private static String or(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  /// An issue inside a subject.
  String issueInText(String prefix, String issue) {
    String address = inText(config.issueUrlFormat());
    return JsText.replace(JsText.replace(address, "{{id}}", issue), "{{prefix}}", prefix);
  }

  /// A user.
  String user(String name) {
    return JsText.replace(inText(config.userUrlFormat()), "{{user}}", name);
  }

  private String inText(String format) {
    String address = JsText.replace(format, "{{host}}", context.host());
    address = JsText.replace(address, "{{owner}}", context.ownerText());
    return JsText.replace(address, "{{repository}}", context.repositoryText());
  }
}
