package dev.slipway.notes;

import dev.slipway.history.Reference;
import java.util.function.Function;

/// Bits of Markdown that several presets share.
final class Markdown {
  private Markdown() {}

  /// The version, as a link to the comparison where one is asked for.
  ///
  /// @param repository the address of the repository
  static void version(NotesContext context, String repository, StringBuilder out) {
    if (!context.linkCompare()) {
      out.append(context.version());
      return;
    }
    out.append('[').append(context.version()).append("](").append(repository).append("/compare/");
    out.append(context.previousTag().orElse("")).append("...").append(context.currentTag());
    out.append(')');
  }

  /// The short hash, as a link to the commit where links are asked for.
  ///
  /// @param repository the address of the repository
  static void hash(NotesContext context, String repository, Entry entry, StringBuilder out) {
    if (context.linkReferences()) {
      out.append("([").append(entry.value("shortHash")).append("](").append(repository);
      out.append('/').append(context.commit()).append('/').append(entry.value("hash"));
      out.append("))");
    } else {
      out.append(entry.value("shortHash"));
    }
  }

  /// The issues behind a commit.
  static void closes(Entry entry, StringBuilder out, Function<Reference, String> issue) {
    if (!entry.references().isEmpty()) {
      out.append(", closes");
      entry.references().forEach(reference -> out.append(' ').append(issue.apply(reference)));
    }
  }

  /// What an issue is called: `owner/repository#1`.
  static String label(Reference reference, String prefix) {
    return reference.owner().filter(owner -> !owner.isEmpty()).map(owner -> owner + "/").orElse("")
        + reference.repository().orElse("")
        + prefix
        + reference.issue();
  }

  /// An issue, as a link where links are asked for.
  static String issue(NotesContext context, Reference reference, String prefix) {
    String label = label(reference, prefix);
    return context.linkReferences()
        ? "[" + label + "](" + issueAddress(context, reference) + ")"
        : label;
  }

  /// The same for presets that link even where the repository is not known.
  static String plainIssue(NotesContext context, Reference reference, String prefix) {
    String label = label(reference, prefix);
    return context.linkReferences()
        ? "["
            + label
            + "]("
            + repositoryOf(context, reference)
            + "/"
            + context.issue()
            + "/"
            + reference.issue()
            + ")"
        : label;
  }

  private static String issueAddress(NotesContext context, Reference reference) {
    if (context.repository().isEmpty()) {
      return "/" + context.issue() + "/" + reference.issue();
    }
    return repositoryOf(context, reference) + "/" + context.issue() + "/" + reference.issue();
  }

  /// The address of the repository that an issue is in: the one that is named with it, or our own.
  static String repositoryOf(NotesContext context, Reference reference) {
    return reference
        .repository()
        .filter(name -> !name.isEmpty())
        .map(name ->
            context.sitePath()
                + reference.owner().filter(o -> !o.isEmpty()).map(o -> o + "/").orElse("")
                + name)
        .orElseGet(() ->
            context.sitePath()
                + context.owner().map(owner -> owner + "/").orElse("")
                + context.repository().orElse(""));
  }

  /// A line of the section of breaking changes.
  static void breaking(EntryNote note, StringBuilder out) {
    out.append("* ");
    if (note.entry().has("scope")) {
      out.append("**").append(note.entry().value("scope")).append(":** ");
    }
    out.append(note.text()).append('\n');
  }
}
