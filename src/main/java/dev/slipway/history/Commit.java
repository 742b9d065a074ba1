package dev.slipway.history;

import java.time.Instant;
import java.util.List;

/// One commit as git holds it. All of it is foreign text.
///
/// @param sha the full hash, lower-case hex (40 characters, or 64 in a SHA-256 repository)
/// @param tree the full hash of its tree
/// @param parents full hashes, first parent first
/// @param author who wrote it
/// @param authored when
/// @param committer who committed it
/// @param committed when; notes are dated by it
/// @param message the whole message, without trailing newlines
public record Commit(
    String sha,
    String tree,
    List<String> parents,
    Person author,
    Instant authored,
    Person committer,
    Instant committed,
    String message) {

  /// A name and an e-mail address, as git holds them.
  public record Person(String name, String email) {}

  public Commit {
    parents = List.copyOf(parents);
  }

  /// The first line of the message.
  public String subject() {
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  /// The first seven characters of the hash.
  public String shortSha() {
    return sha.substring(0, Math.min(7, sha.length()));
  }
}
