package dev.slipway.json;

import tools.jackson.core.JacksonException;

/// Thrown when a text is not JSON, or is beyond a limit of the reader.
public final class NotJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  NotJson(String reason, int line, int column) {
    super(reason);
    this.line = line;
    this.column = column;
  }

  static NotJson because(JacksonException problem) {
    var at = problem.getLocation();
    return at == null
        ? new NotJson(problem.getOriginalMessage(), 0, 0)
        : new NotJson(problem.getOriginalMessage(), at.getLineNr(), at.getColumnNr());
  }

  /// The line at fault, from 1; 0 when not known.
  public int line() {
    return line;
  }

  /// The column at fault, from 1; 0 when not known.
  public int column() {
    return column;
  }
}
