package dev.slipway.decision;

import dev.slipway.version.BranchSpec.Value;
import java.util.List;
import java.util.Optional;

/// A branch of the repository that an entry of the configuration found, with the entry's options
/// (their gaps filled in) and the versions that are tagged in the branch's history.
///
/// @param tags in the order of the tags' names
record KnownBranch(
    String name,
    Optional<Value> range,
    Optional<Value> channel,
    Optional<Value> prerelease,
    List<TaggedVersion> tags) {
  KnownBranch {
    tags = List.copyOf(tags);
  }

  /// The channel that is configured: `false` and the empty text are the default channel. Where
  /// nothing is configured it is the other one.
  Optional<String> channelOr(Optional<String> other) {
    return channel.isEmpty() ? other : channel.flatMap(KnownBranch::text);
  }

  /// The branch's own text for an option; `true` and `false` are none.
  static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text).filter(t -> !t.isEmpty());
      case Value.Flag _ -> Optional.empty();
    };
  }
}
