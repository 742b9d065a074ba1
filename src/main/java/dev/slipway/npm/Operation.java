package dev.slipway.npm;

/// What was asked of a server when it answered.
public enum Operation {
  /// `PUT` of a version.
  PUBLISH("publish"),
  /// `POST` of a version that waits for approval.
  STAGE("stage"),
  /// Moving or removing a dist-tag.
  DIST_TAG("dist-tag"),
  /// Marking versions as deprecated.
  DEPRECATE("deprecate"),
  /// Reading a document.
  READ("view"),
  /// Reading the list of staged versions.
  STAGE_LIST("stage"),
  /// Asking who the credential belongs to.
  WHO("whoami"),
  /// Changing an id token for a token that publishes.
  EXCHANGE("publish"),
  /// Asking the runner for an id token.
  ID_TOKEN("publish");

  private final String command;

  Operation(String command) {
    this.command = command;
  }

  /// As the header `npm-command` says it.
  String command() {
    return command;
  }
}
