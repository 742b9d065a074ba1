package dev.slipway.notes;

import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the newer versions of both presets have in common.
interface NextShape extends Shape {
  NotesContext context();

  NextLinks links();

  /// The title of a group of notes.
  static String title(String keyword) {
    String title = keyword.toUpperCase(Locale.ROOT);
    return title.equals("BREAKING CHANGE") || title.equals("BREAKING-CHANGE")
        ? "BREAKING CHANGES"
        : title;
  }

  /// A heading, with its line end.
  default void heading(int level, StringBuilder out) {
    String version = context().version();
    out.append("#".repeat(level)).append(' ');
    out.append(
        Elements.words(
            context().linkCompare() ? Elements.link(version, links().comparison()) : version,
            "(" + context().date() + ")"));
    out.append('\n');
  }

  /// Scope, subject and hash.
  default String line(Entry entry) {
    String hash = entry.value("shortHash");
    String subject = entry.value("subject");
    String link =
        context().linkReferences() ? "(" + Elements.link(hash, links().commit(entry)) + ")" : hash;
    return Elements.words(
        Elements.bold(entry.value("scope")),
        subject.isEmpty() ? entry.value("header") : subject,
        entry.has("hash") ? link : "");
  }

  /// Issues, behind a word.
  default String issues(String word, List<Reference> references) {
    String issues = Elements.joined(" ", references, this::issue);
    return issues.isEmpty() ? "" : ", " + word + " " + issues;
  }

  /// An issue behind a commit.
  default String issue(Reference reference) {
    String label =
        Elements.joined(
            "",
            reference.owner().filter(owner -> !owner.isEmpty()).map(o -> o + "/").orElse(""),
            reference.repository().orElse(""),
            reference.prefix() + reference.issue());
    return context().linkReferences() ? Elements.link(label, links().issue(reference)) : label;
  }

  /// Notes with their titles and with links in their texts.
  default List<Note> linked(List<Note> notes) {
    return notes.stream()
        .map(note ->
            new Note(title(note.title()), links().linked(note.text(), new java.util.HashSet<>())))
        .toList();
  }

  /// The issues that are not in the subject already.
  static List<Reference> others(List<Reference> references, Set<String> named) {
    return references.stream()
        .filter(reference -> !named.contains(reference.prefix() + reference.issue()))
        .toList();
  }

  /// Groups of notes.
  ///
  /// @param icon stands before the title of breaking changes
  static String notes(List<NoteGroup> groups, String icon) {
    return Elements.joined(
        "\n\n",
        groups,
        group ->
            Elements.blocks(
                "### "
                    + Elements.words(
                        group.title().equals("BREAKING CHANGES") ? icon : "", group.title()),
                Elements.list(
                    group.notes(),
                    note ->
                        Elements.words(Elements.bold(note.entry().value("scope")), note.text()))));
  }

  /// Groups of commits.
  static String commits(Parts parts, List<CommitGroup> groups) {
    return Elements.joined(
        "\n\n",
        groups,
        group ->
            Elements.blocks(
                group.title().isEmpty() ? "" : "### " + group.title(),
                Elements.list(group.commits(), entry -> text(out -> parts.commit(entry, out)))));
  }

  /// What a part writes.
  static String text(java.util.function.Consumer<StringBuilder> part) {
    StringBuilder out = new StringBuilder();
    part.accept(out);
    return out.toString();
  }
}
