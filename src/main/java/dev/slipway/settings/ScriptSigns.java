package dev.slipway.settings;

import java.util.Optional;

/// JavaScript's operators over known values. Empty: the result is not known.
final class ScriptSigns {
  private ScriptSigns() {}

  /// An operator before a value.
  static Optional<ScriptValue> unary(String sign, ScriptValue value) {
    return switch (sign) {
      case "!" -> value.truth().map(truth -> new ScriptValue.Flag(!truth));
      case "-" -> number(value).map(n -> new ScriptValue.Num(-n));
      case "+" -> number(value).map(ScriptValue.Num::new);
      case "void" -> Optional.of(ScriptValue.undefined());
      case "typeof" -> type(value).map(ScriptValue.Text::new);
      default -> Optional.empty();
    };
  }

  private static Optional<String> type(ScriptValue value) {
    return switch (value) {
      case ScriptValue.Text _ -> Optional.of("string");
      case ScriptValue.Num _ -> Optional.of("number");
      case ScriptValue.Flag _ -> Optional.of("boolean");
      case ScriptValue.Nothing(var isUndefined) ->
          Optional.of(isUndefined ? "undefined" : "object");
      case ScriptValue.Pattern _, ScriptValue.Items _, ScriptValue.Members _ ->
          Optional.of("object");
      case ScriptValue.Function _ -> Optional.of("function");
      case ScriptValue.Unread _ -> Optional.empty();
    };
  }

  /// An operator between two values.
  static Optional<ScriptValue> binary(String sign, ScriptValue left, ScriptValue right) {
    return switch (sign) {
      case "+" -> plus(left, right);
      case "-", "*", "/", "%", "**" -> arithmetic(sign, left, right);
      case "===" -> same(left, right).map(ScriptValue.Flag::new);
      case "!==" -> same(left, right).map(same -> new ScriptValue.Flag(!same));
      case "==" -> alike(left, right).map(ScriptValue.Flag::new);
      case "!=" -> alike(left, right).map(alike -> new ScriptValue.Flag(!alike));
      case "<", ">", "<=", ">=" -> order(sign, left, right);
      case "in" ->
          right instanceof ScriptValue.Members members && members.spoiled.isEmpty()
              ? left.string().map(key -> new ScriptValue.Flag(members.members.containsKey(key)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<ScriptValue> plus(ScriptValue left, ScriptValue right) {
    if (isNumeric(left) && isNumeric(right)) {
      return arithmetic("+", left, right);
    }
    return left.string().flatMap(l -> right.string().map(r -> new ScriptValue.Text(l + r)));
  }

  private static boolean isNumeric(ScriptValue value) {
    return value instanceof ScriptValue.Num
        || value instanceof ScriptValue.Flag
        || value instanceof ScriptValue.Nothing;
  }

  private static Optional<ScriptValue> arithmetic(
      String sign, ScriptValue left, ScriptValue right) {
    Optional<Double> first = number(left);
    Optional<Double> second = number(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    double a = first.get();
    double b = second.get();
    return Optional.of(
        new ScriptValue.Num(
            switch (sign) {
              case "+" -> a + b;
              case "-" -> a - b;
              case "*" -> a * b;
              case "/" -> a / b;
              case "%" -> a % b;
              default -> Math.pow(a, b);
            }));
  }

  /// The value as a number; empty where that is not known.
  static Optional<Double> number(ScriptValue value) {
    return switch (value) {
      case ScriptValue.Num(var n) -> Optional.of(n);
      case ScriptValue.Flag(var on) -> Optional.of(on ? 1.0 : 0.0);
      case ScriptValue.Nothing(var isUndefined) -> Optional.of(isUndefined ? Double.NaN : 0.0);
      case ScriptValue.Text(var text) -> {
        String plain = ScriptMembers.trim(text);
        if (plain.isEmpty()) {
          yield Optional.of(0.0);
        }
        try {
          boolean signed = plain.startsWith("-") || plain.startsWith("+");
          double size = ScriptNumbers.parse(signed ? plain.substring(1) : plain, 0);
          yield Optional.of(plain.startsWith("-") ? -size : size);
        } catch (ScriptSyntax notNumber) {
          yield Optional.of(Double.NaN);
        }
      }
      case ScriptValue.Pattern _, ScriptValue.Items _, ScriptValue.Members _ -> Optional.empty();
      case ScriptValue.Function _, ScriptValue.Unread _ -> Optional.empty();
    };
  }

  /// `===`; empty where that is not known.
  static Optional<Boolean> same(ScriptValue left, ScriptValue right) {
    if (left instanceof ScriptValue.Unread || right instanceof ScriptValue.Unread) {
      return Optional.empty();
    }
    return Optional.of(
        switch (left) {
          case ScriptValue.Num(var a) -> right instanceof ScriptValue.Num(var b) && a == b;
          case ScriptValue.Text _, ScriptValue.Flag _, ScriptValue.Nothing _ -> left.equals(right);
          case ScriptValue.Items _, ScriptValue.Members _, ScriptValue.Function _ ->
              left.equals(right);
          case ScriptValue.Pattern _, ScriptValue.Unread _ -> false;
        });
  }

  private static Optional<Boolean> alike(ScriptValue left, ScriptValue right) {
    if (left instanceof ScriptValue.Nothing && right instanceof ScriptValue.Nothing) {
      return Optional.of(true);
    }
    if (left instanceof ScriptValue.Nothing || right instanceof ScriptValue.Nothing) {
      boolean unknown = left instanceof ScriptValue.Unread || right instanceof ScriptValue.Unread;
      return unknown ? Optional.empty() : Optional.of(false);
    }
    boolean sameKind = left.getClass() == right.getClass();
    return sameKind ? same(left, right) : Optional.empty();
  }

  private static Optional<ScriptValue> order(String sign, ScriptValue left, ScriptValue right) {
    if (left instanceof ScriptValue.Text(var a) && right instanceof ScriptValue.Text(var b)) {
      return Optional.of(new ScriptValue.Flag(holds(sign, a.compareTo(b))));
    }
    Optional<Double> first = number(left);
    Optional<Double> second = number(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    boolean known = !Double.isNaN(first.get()) && !Double.isNaN(second.get());
    return Optional.of(
        new ScriptValue.Flag(
            known && holds(sign, Double.compare(first.get() + 0.0, second.get() + 0.0))));
  }

  private static boolean holds(String sign, int order) {
    return switch (sign) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }
}
