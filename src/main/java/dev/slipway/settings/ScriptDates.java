package dev.slipway.settings;

import dev.slipway.settings.Script.Expr;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// `new Date()` in a template: today, in UTC.
final class ScriptDates {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

  private ScriptDates() {}

  /// A method of `new Date()`; empty where it is another object or is not known.
  static Optional<ScriptValue> call(Expr of, String method, boolean noArguments, Instant now) {
    boolean date =
        of instanceof Expr.New(Expr.Name(var type, _), var given, _)
            && type.equals("Date")
            && given.isEmpty();
    if (!date || !noArguments) {
      return Optional.empty();
    }
    OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
    return switch (method) {
      case "toISOString" -> Optional.of(new ScriptValue.Text(ISO.format(time)));
      case "toLocaleDateString" -> Optional.of(new ScriptValue.Text(AMERICAN.format(time)));
      case "getFullYear" -> Optional.of(new ScriptValue.Num(time.getYear()));
      default -> Optional.empty();
    };
  }
}
