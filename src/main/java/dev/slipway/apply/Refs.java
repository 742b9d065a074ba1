package dev.slipway.apply;

import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The remote's refs, as one listing: what was true of all of them at one moment.
///
/// @param all full name to hash; annotated tags also as `refs/tags/x^{}`
public record Refs(Map<String, String> all) {
  static final String INTENTS = "refs/slipway/intents/";
  static final String LINES = "refs/slipway/lines/";
  static final String GIVEN_UP = "refs/slipway/given-up/";
  private static final String BRANCHES = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final String NOTES = "refs/notes/semantic-release-";

  public Refs {
    all = new TreeMap<>(all);
  }

  /// Asks the remote.
  public static Refs of(Remote remote) throws Lost {
    return new Refs(
        remote.refs(List.of(BRANCHES, TAGS, "refs/slipway/", "refs/notes/semantic-release")));
  }

  /// What a branch holds.
  public Optional<String> branch(String name) {
    return Optional.ofNullable(all.get(BRANCHES + name));
  }

  /// The commit that a tag stands on.
  public Optional<String> tag(String name) {
    return Optional.ofNullable(all.get(TAGS + name + "^{}"))
        .or(() -> Optional.ofNullable(all.get(TAGS + name)));
  }

  /// The commit of the open intent for a tag.
  public Optional<String> intent(String tag) {
    return Optional.ofNullable(all.get(INTENTS + tag));
  }

  /// The open intents: commit to tags.
  public Map<String, List<String>> intents() {
    Map<String, List<String>> open = new LinkedHashMap<>();
    all.forEach((name, commit) -> {
      if (name.startsWith(INTENTS)) {
        open.merge(
            commit,
            List.of(name.substring(INTENTS.length())),
            (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
      }
    });
    return open;
  }

  /// The commit of the intent for a tag that a person has given up after bytes may have been sent:
  /// other bytes must never go out under its number.
  public Optional<String> givenUp(String tag) {
    return Optional.ofNullable(all.get(GIVEN_UP + tag));
  }

  /// The last intent that was recorded for a branch. It moves with every intent, so that a plan
  /// that was made before another run's intent cannot be recorded after it.
  public Optional<String> line(String branch) {
    return Optional.ofNullable(all.get(LINES + branch));
  }

  /// The commit of the note of a tag.
  public Optional<String> note(String tag) {
    return Optional.ofNullable(all.get(NOTES + tag));
  }

  static String branchRef(String name) {
    return BRANCHES + name;
  }

  static String tagRef(String name) {
    return TAGS + name;
  }

  static String noteRef(String tag) {
    return NOTES + tag;
  }
}
