package dev.slipway.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one message, line by line, in the order in which the parser does: merge, header, then for
/// each line fields, notes, body or footer.
final class MessageReader {
  private final ParserOptions options;
  private final Optional<NoteScanner> notes;
  private final ReferenceScanner references;
  private final boolean footerByToken;
  private final List<String> lines;
  private final Draft draft = new Draft();
  private int next;

  MessageReader(
      ParserOptions options,
      Optional<NoteScanner> notes,
      ReferenceScanner references,
      List<String> lines) {
    this.options = options;
    this.notes = notes;
    this.references = references;
    this.lines = lines;
    footerByToken = options.profile() != Profile.SR25;
  }

  Draft read() {
    header(merge());
    draft.text("header").ifPresent(header -> draft.refer(references.find(header, false)));
    boolean isBody = true;
    while (hasLine()) {
      fields();
      isBody &= !note();
      if (hasLine()) {
        isBody = bodyOrFooter(isBody);
      }
    }
    breakingHeader();
    return draft;
  }

  private boolean hasLine() {
    return next < lines.size();
  }

  private boolean merge() {
    if (!hasLine() || lines.get(next).isEmpty() || options.mergePattern().isEmpty()) {
      return false;
    }
    TextMatch match = options.mergePattern().get().match(lines.get(next));
    if (match.found()) {
      next++;
      draft.set("merge", match.group(0));
      assign(match, options.mergeFields());
    }
    return match.found();
  }

  private void header(boolean afterMerge) {
    while (afterMerge && hasLine() && Characters.isBlank(lines.get(next))) {
      next++;
    }
    Optional<String> set = draft.text("header");
    String header = set.orElseGet(() -> hasLine() ? lines.get(next++) : "");
    if (header.isEmpty()) {
      return;
    }
    draft.set("header", header);
    String told = told(header);
    TextMatch match = match(options.breakingHeaderPattern(), told);
    if (!match.found()) {
      match = match(options.headerPattern(), told);
    }
    if (match.found()) {
      assign(match, options.headerFields());
    }
  }

  /// What a header tells of: in the native profile `Reapply "feat: x"` tells of a feature again.
  private String told(String header) {
    return options.profile() == Profile.NATIVE ? NativeRevert.reapplied(header) : header;
  }

  private static TextMatch match(Optional<TextPattern> pattern, String text) {
    return pattern.isPresent() ? pattern.get().match(text) : TextMatch.NONE;
  }

  private void assign(TextMatch match, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      draft.set(names.get(i), match.field(i, names.get(i)));
    }
  }

  /// Takes `-name-` lines and the lines that are their values; true when there was a value.
  private boolean fields() {
    if (options.fieldPattern().isEmpty()) {
      return false;
    }
    TextPattern pattern = options.fieldPattern().get();
    String field = "";
    boolean taken = false;
    while (hasLine()) {
      TextMatch match = pattern.match(lines.get(next));
      if (match.found()) {
        field = match.group(1);
      } else if (field.isEmpty()) {
        break;
      } else {
        draft.append(field, lines.get(next));
        taken = true;
      }
      next++;
    }
    return taken;
  }

  /// Takes notes for as long as one follows the other; true when there was one.
  private boolean note() {
    if (notes.isEmpty()) {
      return false;
    }
    boolean taken = false;
    while (hasLine()) {
      TextMatch match = notes.get().match(lines.get(next));
      if (!match.found()) {
        return taken;
      }
      taken = true;
      takeFooterLine();
      StringBuilder text = new StringBuilder(match.group(2));
      boolean another = noteText(text);
      draft.note(match.group(1), text.toString());
      if (!another) {
        return true;
      }
    }
    return taken;
  }

  /// Takes the lines of a note; true when it was ended by another note.
  private boolean noteText(StringBuilder text) {
    while (hasLine()) {
      if (fields()) {
        return false;
      }
      if (!hasLine()) {
        return false;
      }
      String line = lines.get(next);
      if (notes.isPresent() && notes.get().match(line).found()) {
        return true;
      }
      boolean token = footerByToken && references.isFooterLine(line);
      List<Reference> found = references.find(line, token);
      draft.refer(found);
      boolean ends = footerByToken ? token : !found.isEmpty();
      if (!ends) {
        Draft.append(text, line);
      }
      takeFooterLine();
      if (ends) {
        return false;
      }
    }
    return false;
  }

  private void takeFooterLine() {
    draft.append("footer", lines.get(next++));
  }

  private boolean bodyOrFooter(boolean isBody) {
    String line = lines.get(next);
    boolean token = footerByToken && references.isFooterLine(line);
    List<Reference> found = references.find(line, token);
    draft.refer(found);
    boolean stillBody = isBody && !(footerByToken ? token : !found.isEmpty());
    if (stillBody) {
      draft.append("body", line);
      next++;
    } else {
      takeFooterLine();
    }
    return stillBody;
  }

  /// A header that breaks something is a note itself, when there is no other.
  private void breakingHeader() {
    if (options.breakingHeaderPattern().isEmpty() || draft.hasNotes()) {
      return;
    }
    TextMatch match = options.breakingHeaderPattern().get().match(draft.text("header").orElse(""));
    if (match.found() && draft.text("header").isPresent()) {
      draft.note("BREAKING CHANGE", match.group(3));
    }
  }

  /// The words behind an `@`.
  static List<String> mentions(String message) {
    List<String> mentions = new ArrayList<>();
    for (int at = message.indexOf('@'); at >= 0; at = message.indexOf('@', at + 1)) {
      int end = ReferenceScanner.skipIssue(message, at + 1);
      if (end > at + 1) {
        mentions.add(message.substring(at + 1, end));
      }
    }
    return mentions;
  }

  /// What the revert pattern finds in the whole message.
  static Optional<Revert> revert(String message, ParserOptions options) {
    if (options.profile() == Profile.NATIVE) {
      return NativeRevert.of(message);
    }
    TextMatch match = match(options.revertPattern(), message);
    if (!match.found()) {
      return Optional.empty();
    }
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    for (int i = 0; i < options.revertFields().size(); i++) {
      String name = options.revertFields().get(i);
      fields.put(name, Optional.of(match.field(i, name)).filter(value -> !value.isEmpty()));
    }
    return Optional.of(Revert.of(fields));
  }
}
