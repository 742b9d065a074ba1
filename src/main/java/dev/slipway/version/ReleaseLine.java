package dev.slipway.version;

import java.util.List;
import java.util.Optional;

/// A branch that releases are made from, with what it may release. Known after all branches of the
/// repository and their tags were looked at together.
public sealed interface ReleaseLine {
  /// The branch's short name.
  String branch();

  /// The channel its releases go to; empty: the default channel, which is npm's `latest`.
  Optional<String> channel();

  /// A branch such as `1.x` that receives fixes for what was released before.
  ///
  /// @param range what it may release now
  /// @param accept the bumps that stay inside the range
  /// @param mergeRange what may be merged into it
  record Maintenance(
      String branch,
      Optional<String> channel,
      VersionRange range,
      List<Bump> accept,
      VersionRange mergeRange)
      implements ReleaseLine {
    public Maintenance {
      accept = List.copyOf(accept);
    }
  }

  /// A branch that stable versions are released from.
  ///
  /// @param range what it may release now
  /// @param accept the bumps that stay inside the range
  /// @param main true for the first one, whose releases are everybody's
  record Stable(
      String branch, Optional<String> channel, VersionRange range, List<Bump> accept, boolean main)
      implements ReleaseLine {
    public Stable {
      accept = List.copyOf(accept);
    }
  }

  /// A branch that prereleases are made from.
  ///
  /// @param identifier what stands behind the hyphen: the `beta` of `1.0.0-beta.1`
  record Prerelease(String branch, Optional<String> channel, String identifier)
      implements ReleaseLine {}

  /// The dist-tag its releases carry on the registry.
  default String distTag() {
    return DistTag.of(channel());
  }
}
