package dev.slipway.npm;

import dev.slipway.problem.Problem;
import java.util.Optional;
import java.util.function.Function;

/// What a registry answered to a question. An answer that could not be understood is never taken
/// for "there is none".
///
/// @param <T> what was asked for
public sealed interface Lookup<T> {
  /// It is there.
  record Found<T>(T value) implements Lookup<T> {}

  /// The registry says that there is none (404).
  record Absent<T>() implements Lookup<T> {}

  /// The registry does not tell this credential (401, 403), or has no such question (404, 405 or
  /// 501 where the question itself is optional).
  record Denied<T>(Problem problem) implements Lookup<T> {}

  /// No answer, or none that can be understood.
  record Unknown<T>(Problem problem) implements Lookup<T> {}

  /// The value, when it is there.
  default Optional<T> found() {
    return this instanceof Found<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /// The same answer about another form of the value.
  default <R> Lookup<R> map(Function<T, R> other) {
    return switch (this) {
      case Found<T>(var value) -> new Found<>(other.apply(value));
      case Absent<T>() -> new Absent<>();
      case Denied<T>(var problem) -> new Denied<>(problem);
      case Unknown<T>(var problem) -> new Unknown<>(problem);
    };
  }
}
