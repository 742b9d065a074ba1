package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// A version that was released on a higher branch, has been merged into this one, and now gets this
/// branch's channel too, without becoming a new version.
///
/// @param previous the release before it on this branch, from which its notes are written
/// @param bump how far it lies from that
/// @param tag the tag it has had all along
/// @param commit the full hash of the commit the tag stands on
/// @param channels where it has been released to before; an empty one is the default channel
/// @param channel where it goes now; empty: the default channel
/// @param distTag the dist-tag to be moved to it
/// @param commits what it brought, newest first
/// @param line the branch it was merged into
public record Promoted(
    Optional<LastRelease> previous,
    Version version,
    Bump bump,
    String tag,
    String commit,
    List<Optional<String>> channels,
    Optional<String> channel,
    String distTag,
    List<Commit> commits,
    ReleaseLine line) {
  public Promoted {
    channels = List.copyOf(channels);
    commits = List.copyOf(commits);
  }

  /// The note that its tag carries afterwards: the old channels and this one.
  public ChannelNotes note() {
    return new ChannelNotes(channels).with(channel);
  }
}
