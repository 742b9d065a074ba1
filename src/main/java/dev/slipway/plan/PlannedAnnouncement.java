package dev.slipway.plan;

import dev.slipway.json.Json;
import java.util.List;
import java.util.Optional;

/// What is said, once a release is out, on the pull requests and issues that it resolves.
///
/// @param key what makes it one of its kind, such as `v1.3.0`: no target hears of it twice
/// @param commits full hashes of the commits that are released, newest first
/// @param closes the issues that their messages say they close
/// @param wording a template of the comment; empty: no comment
/// @param condition a template that says whether one target is told; empty: all are
/// @param labels what the targets are labelled with
/// @param names what templates may name besides `issue`
/// @param failLabels labels by which the issue of earlier failures is found and closed; empty
///   `Optional`: it is left alone
public record PlannedAnnouncement(
    String key,
    List<String> commits,
    List<Long> closes,
    Optional<String> wording,
    Optional<String> condition,
    List<String> labels,
    Json.Obj names,
    Optional<List<String>> failLabels) {
  /// So many commits are looked at; the newest.
  public static final int MOST_COMMITS = 5_000;

  public PlannedAnnouncement {
    commits = List.copyOf(commits.subList(0, Math.min(MOST_COMMITS, commits.size())));
    closes = List.copyOf(closes);
    labels = List.copyOf(labels);
    failLabels = failLabels.map(List::copyOf);
  }

  /// True when something is said on pull requests and issues.
  public boolean speaks() {
    return wording.isPresent() || !labels.isEmpty();
  }
}
