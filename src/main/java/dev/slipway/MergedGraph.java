package dev.slipway;

import dev.slipway.history.Commit;
import dev.slipway.history.Graph;
import dev.slipway.history.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The repository as it would be once a pull request was merged.
///
/// @param now as it is
/// @param base the branch the pull request goes into
/// @param under the commit that the branch would stand on, or that a squashed commit would follow
/// @param squashed the one commit that a squash merge would make; empty for a merge commit
record MergedGraph(Graph now, String base, String under, Optional<Commit> squashed)
    implements Graph {
  @Override
  public String head() {
    return squashed.map(Commit::sha).orElse(under);
  }

  @Override
  public Map<String, String> branches() {
    Map<String, String> branches = new LinkedHashMap<>(now.branches());
    branches.put(base, head());
    return branches;
  }

  @Override
  public List<Tag> tagsMergedInto(String commit) {
    return now.tagsMergedInto(real(commit));
  }

  @Override
  public List<Commit> commits(Optional<String> since, String until) {
    List<Commit> commits = new ArrayList<>();
    squashed.filter(commit -> commit.sha().equals(until)).ifPresent(commits::add);
    commits.addAll(now.commits(since.map(this::real), real(until)));
    return commits;
  }

  private String real(String commit) {
    return commit.equals(head()) ? under : commit;
  }

  @Override
  public List<String> channelNotes(Tag tag) {
    return now.channelNotes(tag);
  }

  @Override
  public List<Tag> tags() {
    return now.tags();
  }

  @Override
  public boolean has(String commit) {
    return now.has(real(commit));
  }

  @Override
  public boolean isCutShort() {
    return now.isCutShort();
  }
}
