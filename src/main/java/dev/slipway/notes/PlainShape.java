package dev.slipway.notes;

/// What the presets atom, codemirror, ember and eslint have in common: a heading like angular's,
/// and groups with one empty line between them.
interface PlainShape extends Shape {
  NotesContext context();

  @Override
  default void header(StringBuilder out) {
    out.append(context().isPatch() ? "## " : "# ");
    Markdown.version(context(), repository(), out);
    out.append(" (").append(context().date()).append(")\n");
  }

  @Override
  default void page(Parts parts, Groups groups, StringBuilder out) {
    parts.header(out);
    out.append('\n');
    groups.commits().forEach(group -> Shape.group(parts, group, out));
  }

  /// The repository as these presets address it in a heading: the host is always there.
  default String repository() {
    return context().host()
        + "/"
        + context().owner().map(owner -> owner + "/").orElse("")
        + context().repository().orElse("");
  }

  /// The repository as these presets address it behind a commit.
  default String repositoryPath() {
    return context().sitePath()
        + context().owner().map(owner -> owner + "/").orElse("")
        + context().repository().orElse("");
  }

  /// The hash and the issues behind a commit, and the line end.
  default void tail(Entry entry, StringBuilder out) {
    out.append(' ');
    Markdown.hash(context(), repositoryPath(), entry, out);
    Markdown.closes(entry, out, reference -> Markdown.plainIssue(context(), reference, "#"));
    out.append('\n');
  }
}
