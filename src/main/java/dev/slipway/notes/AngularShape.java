package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The notes of `conventional-changelog-angular` 8.
record AngularShape(NotesContext context) implements Shape {
  @Override
  public Groups.Arrangement arrangement() {
    // The preset's own order of notes compares functions, which leaves them as they are.
    return new Groups.Arrangement(
        "type",
        Order.by("title"),
        Order.by("scope", "subject"),
        Order.by("title"),
        new Order.AsIs());
  }

  @Override
  public Optional<Entry> entry(Change change) {
    String type = change.type().orElse("");
    if (change.notes().isEmpty() && !isShown(change)) {
      return Optional.empty();
    }
    Map<String, String> patch = new HashMap<>();
    patch.put("type", section(change, type));
    String scope = change.scope().orElse("");
    patch.put("scope", scope.equals("*") ? "" : scope);
    patch.put("shortHash", Entry.shortHash(change));
    Set<String> shown = new HashSet<>();
    patch.put("subject", subject(CommitFields.value(change, "subject"), shown));
    return Optional.of(new Entry(change, patch, notes(change), references(change, shown)));
  }

  static boolean isShown(Change change) {
    return change.revert().isPresent()
        || switch (change.type().orElse("")) {
          case "feat", "fix", "perf", "revert" -> true;
          default -> false;
        };
  }

  static String section(Change change, String type) {
    return switch (type) {
      case "feat" -> "Features";
      case "fix" -> "Bug Fixes";
      case "perf" -> "Performance Improvements";
      case "revert" -> "Reverts";
      default -> change.revert().isPresent() ? "Reverts" : otherSection(type);
    };
  }

  private static String otherSection(String type) {
    return switch (type) {
      case "docs" -> "Documentation";
      case "style" -> "Styles";
      case "refactor" -> "Code Refactoring";
      case "test" -> "Tests";
      case "build" -> "Build System";
      case "ci" -> "Continuous Integration";
      default -> type;
    };
  }

  private static List<Note> notes(Change change) {
    return change.notes().stream().map(note -> new Note("BREAKING CHANGES", note.text())).toList();
  }

  private static List<Reference> references(Change change, Set<String> shown) {
    return change.references().stream().filter(found -> !shown.contains(found.issue())).toList();
  }

  private String subject(String text, Set<String> shown) {
    String linked = text;
    if (context.repository().isPresent()) {
      String issues =
          context.host() + "/" + context.ownerText() + "/" + context.repositoryText() + "/issues/";
      linked = issueLinks(text, issues, shown);
    }
    return context.host().isEmpty()
        ? linked
        : Mentions.linked(linked, user -> context.host() + "/" + user);
  }

  private static String issueLinks(String text, String issues, Set<String> shown) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int i = 0;
    while (i < text.length()) {
      int end = i + 1;
      while (text.charAt(i) == '#' && end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end == i + 1) {
        out.append(text.charAt(i));
      } else {
        String issue = text.substring(i + 1, end);
        shown.add(issue);
        out.append("[#").append(issue).append("](").append(issues).append(issue).append(')');
      }
      i = end;
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public void header(StringBuilder out) {
    out.append(context.isPatch() ? "## " : "# ");
    Markdown.version(context, context.repositoryPath(), out);
    out.append(" (").append(context.date()).append(")\n");
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    out.append('*');
    if (entry.has("scope")) {
      out.append(" **").append(entry.value("scope")).append(":**");
    }
    String subject = entry.value("subject");
    out.append(' ').append(subject.isEmpty() ? entry.value("header") : subject).append(' ');
    Markdown.hash(context, context.repositoryPath(), entry, out);
    Markdown.closes(entry, out, reference -> Markdown.issue(context, reference, "#"));
    out.append('\n');
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    for (NoteGroup group : notes) {
      out.append("\n### ").append(group.title()).append("\n\n");
      group.notes().forEach(note -> Markdown.breaking(note, out));
    }
    out.append(notes.isEmpty() ? "" : "\n");
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    parts.header(out);
    out.append('\n');
    for (CommitGroup group : groups.commits()) {
      Shape.group(parts, group, out);
      out.append('\n');
    }
    parts.footer(groups.notes(), out);
  }
}
