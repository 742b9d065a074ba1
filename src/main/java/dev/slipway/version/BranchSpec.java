package dev.slipway.version;

import java.util.Optional;

/// One entry of the `branches` configuration, as it is written. The texts may hold `${name}`, which
/// stands for the name of the branch that the entry's pattern found.
///
/// @param name a branch's name, or a glob
/// @param range what a maintenance branch releases; empty when the configuration does not say
/// @param channel where the releases go; empty when the configuration does not say
/// @param prerelease the identifier of prereleases; empty when the configuration does not say
public record BranchSpec(
    String name, Optional<Value> range, Optional<Value> channel, Optional<Value> prerelease) {

  /// What an option of a branch is set to.
  public sealed interface Value {
    /// A text.
    record Text(String text) implements Value {}

    /// `true` or `false`.
    record Flag(boolean on) implements Value {}
  }

  /// A branch by name or glob alone.
  public static BranchSpec of(String name) {
    return new BranchSpec(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same with a channel; `false` is the default channel.
  public BranchSpec withChannel(Value value) {
    return new BranchSpec(name, range, Optional.of(value), prerelease);
  }

  /// The same as a prerelease branch; `true` takes the branch's name for the identifier.
  public BranchSpec withPrerelease(Value value) {
    return new BranchSpec(name, range, channel, Optional.of(value));
  }

  /// The same as a maintenance branch.
  public BranchSpec withRange(Value value) {
    return new BranchSpec(name, Optional.of(value), channel, prerelease);
  }
}
