package dev.slipway.manifest;

import dev.slipway.json.Json;
import java.math.BigDecimal;

/// What JavaScript takes for true, since npm asks that way.
final class Truth {
  private Truth() {}

  /// False for `false`, `null`, the empty text and every way to write zero.
  static boolean of(Json value) {
    return switch (value) {
      case Json.Null _ -> false;
      case Json.Bool(var truth) -> truth;
      case Json.Str(var text) -> !text.isEmpty();
      case Json.Num(var literal) -> new BigDecimal(literal).signum() != 0;
      case Json.Arr _, Json.Obj _ -> true;
    };
  }
}
