package dev.slipway.report;

import java.time.Duration;

/// One step of a run, as it is told to people.
///
/// @param what verb and noun: `publish widget@1.3.0`
/// @param state how it ended
/// @param detail one sentence more; empty when there is none
/// @param took how long it took
public record ToldStep(String what, State state, String detail, Duration took) {
  /// How a step ended.
  public enum State {
    DONE("✅", "done"),
    ALREADY_DONE("☑️", "done before"),
    PENDING("⏳", "pending"),
    WITHHELD("⏸️", "left out"),
    FAILED("❌", "failed"),
    NOT_REACHED("⬜", "not reached");

    private final String sign;
    private final String words;

    State(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    /// The sign in the summary.
    public String sign() {
      return sign;
    }

    /// In words, for the log and for people who do not see signs.
    public String words() {
      return words;
    }
  }
}
