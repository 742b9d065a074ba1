package dev.slipway.report;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.world.Chance;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/// What a run says while it runs: one line for each step, groups for the stages, annotations for
/// problems. Every text may be foreign; the log encodes it. Secrets are hidden as a second layer.
public final class Log {
  /// How many annotations of a kind the runner keeps for a step.
  private static final int ANNOTATIONS_KEPT = 10;

  /// How long an annotation's text may be before the runner cuts it.
  private static final int ANNOTATION_LENGTH = 4096;

  /// So many characters of a long text are written at once.
  private static final int AT_ONCE = 1 << 13;

  /// Who reads.
  public enum Reader {
    /// The runner of GitHub Actions, which obeys commands in what it reads.
    RUNNER,
    /// A person at a terminal.
    PERSON
  }

  private enum Level {
    ERROR,
    WARNING,
    NOTICE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final PrintStream out;
  private final Reader reader;
  private final Masks masks;
  private final Chance chance;
  private final boolean debug;
  private final Map<Level, Integer> annotations = new EnumMap<>(Level.class);
  private boolean inGroup;
  private String groupTitle = "";

  /// @param out UTF-8; on the runner standard output, since it keeps no order between the two
  ///   streams
  /// @param debug true when the runner's debug is on (`RUNNER_DEBUG` is `1`)
  public Log(PrintStream out, Reader reader, Masks masks, Chance chance, boolean debug) {
    this.out = out;
    this.reader = reader;
    this.masks = masks;
    this.chance = chance;
    this.debug = debug;
  }

  /// Tells the runner what to hide in the rest of the job. Call it before anything is said. Only
  /// our own secrets: a mask on a stranger's text would blot out the log.
  public void maskSecrets() {
    if (reader == Reader.RUNNER) {
      masks.forms().forEach(form -> raw("::add-mask::" + Encoders.commandData(form)));
    }
  }

  /// One line, or several when the text has line breaks.
  public void line(String text) {
    StringBuilder lines = new StringBuilder();
    masks
        .hide(text)
        .lines()
        .forEach(line -> {
          lines.append(Encoders.logLine(line)).append('\n');
          if (lines.length() >= AT_ONCE) {
            out.print(lines);
            lines.setLength(0);
          }
        });
    out.print(lines);
  }

  /// An empty line.
  public void gap() {
    raw("");
  }

  /// Goes on in the group of this title: opens it unless it is the open one.
  public void within(String title) {
    if (!inGroup || !groupTitle.equals(title)) {
      group(title);
    }
  }

  /// Opens a group that a person can fold; ends the one that is open, as groups do not nest.
  public void group(String title) {
    endGroup();
    switch (reader) {
      case RUNNER -> raw("::group::" + Encoders.commandData(oneLine(masks.hide(title))));
      case PERSON -> {
        raw("");
        line(title);
      }
    }
    inGroup = true;
    groupTitle = title;
  }

  /// Ends the open group, if there is one.
  public void endGroup() {
    if (inGroup && reader == Reader.RUNNER) {
      raw("::endgroup::");
    }
    inGroup = false;
  }

  /// Text that strangers wrote, as it stands (release notes, a server's answer): while it is
  /// printed the runner obeys nothing but a token that nobody can guess.
  public void foreign(String text) {
    if (reader == Reader.PERSON) {
      line(text);
      return;
    }
    String token = HexFormat.of().formatHex(chance.bytes(16));
    raw("::stop-commands::" + token);
    try {
      line(text);
    } finally {
      raw("::" + token + "::");
    }
  }

  /// Detail for whoever switched the runner's debug on; not even worked out for anybody else.
  public void debug(Supplier<String> text) {
    if (debug) {
      String hidden = masks.hide(text.get());
      switch (reader) {
        case RUNNER -> hidden.lines().forEach(l -> raw("::debug::" + Encoders.commandData(l)));
        case PERSON -> line(hidden);
      }
    }
  }

  /// A notice that stands beside the run.
  public void notice(String title, String text) {
    annotate(Level.NOTICE, title, text, "");
  }

  /// A problem, as an annotation at its place.
  public void problem(Problem problem) {
    String text =
        problem.remedy().isEmpty() ? problem.what() : problem.what() + "\n" + problem.remedy();
    annotate(
        problem.isWarning() ? Level.WARNING : Level.ERROR,
        problem.code(),
        text,
        problem.place().map(this::properties).orElse(""));
  }

  private String properties(Place place) {
    return switch (reader) {
      case RUNNER ->
          "file="
              + Encoders.commandProperty(place.file())
              + (place.line() > 0 ? ",line=" + place.line() : "")
              + (place.line() > 0 && place.column() > 0 ? ",col=" + place.column() : "")
              + ",";
      case PERSON -> place + ": ";
    };
  }

  private void annotate(Level level, String title, String text, String where) {
    int said = annotations.merge(level, 1, Integer::sum);
    String hidden = masks.hide(text);
    switch (reader) {
      case RUNNER -> {
        if (said > ANNOTATIONS_KEPT - 1) {
          // The last one of a kind is kept free for the count of those that the runner would drop.
          line(level + ": " + masks.hide(title) + ": " + hidden);
        } else {
          raw(
              "::"
                  + level
                  + " "
                  + masks.hide(where)
                  + "title="
                  + Encoders.commandProperty(oneLine(masks.hide(title)))
                  + "::"
                  + Encoders.commandData(cut(hidden)));
        }
      }
      case PERSON -> line(level + ": " + masks.hide(where) + hidden);
    }
  }

  /// Ends the log: closes the open group and says how many problems stand in it without an
  /// annotation of their own.
  public void end() {
    endGroup();
    if (reader == Reader.RUNNER) {
      annotations.forEach((level, count) -> {
        if (count >= ANNOTATIONS_KEPT) {
          int more = count - ANNOTATIONS_KEPT + 1;
          raw(
              "::"
                  + level
                  + " title="
                  + more
                  + " more::"
                  + more
                  + " more of this kind: see the log.");
        }
      });
    }
    out.flush();
  }

  private static String oneLine(String text) {
    return Visible.line(text);
  }

  private static String cut(String text) {
    return text.length() <= ANNOTATION_LENGTH
        ? text
        : text.substring(0, ANNOTATION_LENGTH - 16) + "… (cut short)";
  }

  private void raw(String line) {
    // Always LF: the runner takes CR for an end of line too.
    out.print(line + "\n");
  }
}
