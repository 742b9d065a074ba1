package dev.slipway.npm;

import java.util.List;

/// How one attempt to publish or stage ended.
public sealed interface PublishAnswer {
  /// What the registry wanted to be shown; foreign text.
  List<String> notices();

  /// Taken. It may be scanned for minutes before anybody can read it, and may still be held back.
  record Accepted(List<String> notices) implements PublishAnswer {}

  /// Waiting for a person's approval.
  ///
  /// @param id what `npm stage approve` wants
  record Staged(String id, List<String> notices) implements PublishAnswer {}

  /// Not taken.
  record Refused(Meaning meaning) implements PublishAnswer {
    @Override
    public List<String> notices() {
      return meaning.notices();
    }
  }

  /// Taken or not: look before anything else is done.
  ///
  /// @param meaning why it is not known
  /// @param next how to look, and whether it may be sent again when there is nothing
  record Ambiguous(Meaning meaning, NextStep.ReadBack next) implements PublishAnswer {
    @Override
    public List<String> notices() {
      return meaning.notices();
    }
  }
}
