package dev.slipway.npm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One row of the answer dictionary: which answers it is about, and what they mean.
///
/// @param code the cause's stable name
/// @param operations what may have been asked
/// @param from the lowest status
/// @param to the highest status
/// @param kinds how we may have proved who we are
/// @param fragments one of these stands in the answer, in lower case; none: any text
/// @param header a header in which a text stands, in lower case
/// @param what what happened, with `{placeholders}`
/// @param remedy what to do, with `{placeholders}`
/// @param next what follows; a wait of zero takes the server's own `Retry-After`
record Row(
    String code,
    Set<Operation> operations,
    int from,
    int to,
    Set<CredentialKind> kinds,
    List<String> fragments,
    Optional<Mark> header,
    String what,
    String remedy,
    NextStep next) {

  /// A text in a header.
  record Mark(String name, String fragment) {}

  static final Set<Operation> SENDING = Set.of(Operation.PUBLISH, Operation.STAGE);
  static final Set<Operation> WRITING =
      Set.of(Operation.PUBLISH, Operation.STAGE, Operation.DIST_TAG, Operation.DEPRECATE);
  static final Set<Operation> ANY = Set.of(Operation.values());

  static final NextStep STOP = new NextStep.Stop();
  static final NextStep OFFER_STAGING = new NextStep.OfferStaging();

  static NextStep readBack(int seconds) {
    return new NextStep.ReadBack(Duration.ofSeconds(seconds), false);
  }

  static NextStep readBackThenResend(int seconds) {
    return new NextStep.ReadBack(Duration.ofSeconds(seconds), true);
  }

  static Row row(String code, Set<Operation> operations, int from, int to) {
    return new Row(
        code,
        operations,
        from,
        to,
        Set.of(CredentialKind.values()),
        List.of(),
        Optional.empty(),
        "",
        "",
        STOP);
  }

  static Row row(String code, Set<Operation> operations, int status) {
    return row(code, operations, status, status);
  }

  Row by(CredentialKind... some) {
    return new Row(code, operations, from, to, Set.of(some), fragments, header, what, remedy, next);
  }

  Row saying(String... some) {
    return new Row(code, operations, from, to, kinds, List.of(some), header, what, remedy, next);
  }

  Row with(String name, String fragment) {
    return new Row(
        code,
        operations,
        from,
        to,
        kinds,
        fragments,
        Optional.of(new Mark(name, fragment)),
        what,
        remedy,
        next);
  }

  Row means(String words, String mending, NextStep then) {
    return new Row(code, operations, from, to, kinds, fragments, header, words, mending, then);
  }

  boolean fits(Attempt attempt, int status, String all, Map<String, String> headers) {
    return operations.contains(attempt.operation())
        && from <= status
        && status <= to
        && kinds.contains(attempt.kind())
        && (fragments.isEmpty() || fragments.stream().anyMatch(all::contains))
        && header
            .map(mark ->
                headers
                    .getOrDefault(mark.name(), "")
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(mark.fragment()))
            .orElse(true);
  }
}
