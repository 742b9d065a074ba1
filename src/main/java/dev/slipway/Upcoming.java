package dev.slipway;

import dev.slipway.decision.LastRelease;
import dev.slipway.decision.NextRelease;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.Optional;

/// The release to be made, whoever decided on it: the commits, or a person who set a tag.
///
/// @param previous the release it follows; empty when it is the first
/// @param bump how far the commits move the version; empty when a tag gave it
/// @param channel where it goes; empty: the default channel
/// @param gitHead the full hash of the commit that is released
/// @param line the branch it is made from; empty when a tag gave it
record Upcoming(
    Optional<LastRelease> previous,
    Version version,
    Optional<Bump> bump,
    String tag,
    Optional<String> channel,
    String distTag,
    String gitHead,
    Optional<ReleaseLine> line) {
  /// What the commits decided.
  static Upcoming of(NextRelease next) {
    return new Upcoming(
        next.previous(),
        next.version(),
        Optional.of(next.bump()),
        next.tag(),
        next.channel(),
        next.distTag(),
        next.gitHead(),
        Optional.of(next.line()));
  }

  /// The same as another version.
  Upcoming as(Version other, String otherTag) {
    return new Upcoming(previous, other, bump, otherTag, channel, distTag, gitHead, line);
  }

  /// The same, released from another commit.
  Upcoming from(String commit) {
    return new Upcoming(previous, version, bump, tag, channel, distTag, commit, line);
  }

  /// True for a branch whose releases are everybody's, and for a tag that goes to `latest`.
  boolean isOfMainLine() {
    return line.map(branch -> branch instanceof ReleaseLine.Stable stable && stable.main())
        .orElse(distTag.equals("latest"));
  }
}
