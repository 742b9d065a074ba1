package dev.slipway.simulation;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.util.Map;
import java.util.Optional;

/// What can go wrong with one exchange.
///
/// @param name what it is
/// @param applied whether the server did what was asked
/// @param lost how the exchange is lost; empty when there is an answer
/// @param deadline whether it takes until the exchange's deadline
/// @param answer the answer instead of the server's own
record Fault(
    String name,
    boolean applied,
    Optional<Lost.Reach> lost,
    boolean deadline,
    Optional<Answer> answer) {

  static Fault lost(String name, Lost.Reach reach, boolean applied) {
    return new Fault(name, applied, Optional.of(reach), false, Optional.empty());
  }

  static Fault hang(String name, boolean applied) {
    return new Fault(name, applied, Optional.of(Lost.Reach.UNKNOWN), true, Optional.empty());
  }

  static Fault says(int status, String body, String... header) {
    return new Fault(
        status + " " + body + String.join(" ", header),
        false,
        Optional.empty(),
        false,
        Optional.of(answer(status, body, header)));
  }

  static Fault saysAfter(int status, String body) {
    return new Fault(
        status + " " + body + " after it was done",
        true,
        Optional.empty(),
        false,
        Optional.of(answer(status, body)));
  }

  private static Answer answer(int status, String body, String... header) {
    return new Answer(
        status, header.length == 2 ? Map.of(header[0], header[1]) : Map.of(), Bytes.of(body));
  }

  @Override
  public String toString() {
    return name;
  }
}
