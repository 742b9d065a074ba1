package dev.slipway.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// One thing that is wrong: what happened, to what, and what to do about it.
///
/// The texts are for the person who has to mend it. They are plain text, may have several lines,
/// may hold YAML to paste, and never hold a secret. Foreign text in them is still foreign: whoever
/// prints a problem encodes it for the place it is printed to.
///
/// @param code a stable name such as `NPM_TOKEN_EXPIRED`, upper case with underscores
/// @param kind how grave it is; decides the exit code
/// @param what what happened, and to what
/// @param remedy what to do; empty when there is nothing to do
/// @param place where to look, when a file is at fault
public record Problem(String code, Kind kind, String what, String remedy, Optional<Place> place) {

  /// How grave a problem is. The order is the order of gravity.
  public enum Kind {
    /// Worth saying; changes nothing.
    WARNING,
    /// A release that could not be made or completed; a rerun may succeed.
    FAILURE,
    /// An input, a configuration file or a manifest that must be changed first.
    CONFIGURATION,
    /// A release that stopped half way and cannot be finished by a rerun alone.
    PARTIAL,
    /// Something is live or stands in git that we did not put there.
    SECURITY
  }

  public Problem {
    requireNonNull(code, "code is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(what, "what is null");
    requireNonNull(remedy, "remedy is null");
    requireNonNull(place, "place is null");
  }

  /// A warning.
  public static Problem warning(String code, String what, String remedy) {
    return new Problem(code, Kind.WARNING, what, remedy, Optional.empty());
  }

  /// A release that could not be made.
  public static Problem failure(String code, String what, String remedy) {
    return new Problem(code, Kind.FAILURE, what, remedy, Optional.empty());
  }

  /// Something the workflow, the configuration or the manifest must say differently.
  public static Problem configuration(String code, String what, String remedy) {
    return new Problem(code, Kind.CONFIGURATION, what, remedy, Optional.empty());
  }

  /// Something that must be looked at by a person before any rerun.
  public static Problem security(String code, String what, String remedy) {
    return new Problem(code, Kind.SECURITY, what, remedy, Optional.empty());
  }

  /// The same problem, at a place.
  public Problem at(Place at) {
    return new Problem(code, kind, what, remedy, Optional.of(at));
  }

  /// The same problem as a warning: where it stops nothing.
  public Problem asWarning() {
    return new Problem(code, Kind.WARNING, what, remedy, place);
  }

  /// True for a warning, which stops nothing.
  public boolean isWarning() {
    return kind == Kind.WARNING;
  }
}
