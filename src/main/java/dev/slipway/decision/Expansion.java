package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.history.Tag;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Template;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.Glob;
import dev.slipway.version.NamePattern;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the branches of the repository that the configuration means. Each branch belongs to the
/// first entry whose pattern finds it; an entry that finds none is left out.
final class Expansion {
  private static final NamePattern NAME = new NamePattern("name");

  private final Graph graph;
  private final TagFormat tagFormat;
  private final List<Problem> problems;

  private Expansion(Graph graph, TagFormat tagFormat, List<Problem> problems) {
    this.graph = graph;
    this.tagFormat = tagFormat;
    this.problems = problems;
  }

  /// The branches in the order of the configuration, and of their names within one entry.
  ///
  /// @param current the branch that is checked out: its history is that of the checked-out commit
  /// @param problems receives what is wrong with the entries
  static List<KnownBranch> of(
      Graph graph,
      String current,
      List<BranchSpec> specs,
      TagFormat tagFormat,
      List<Problem> problems) {
    Expansion expansion = new Expansion(graph, tagFormat, problems);
    List<String> left = new ArrayList<>(graph.branches().keySet());
    List<KnownBranch> found = new ArrayList<>();
    for (BranchSpec spec : specs) {
      Glob glob = Glob.of(spec.name());
      List<String> names = left.stream().filter(glob::matches).toList();
      left.removeAll(names);
      for (String name : names) {
        found.add(expansion.branch(spec, name, name.equals(current)));
      }
    }
    return found;
  }

  private KnownBranch branch(BranchSpec spec, String name, boolean current) {
    return new KnownBranch(
        name,
        filled(spec, spec.range(), "range", name),
        filled(spec, spec.channel(), "channel", name),
        filled(spec, spec.prerelease(), "prerelease", name),
        tags(name, current));
  }

  private Optional<Value> filled(
      BranchSpec spec, Optional<Value> option, String key, String branch) {
    if (option.isEmpty() || !(option.get() instanceof Value.Text(String text))) {
      return option;
    }
    Optional<String> value = filled(text, branch);
    if (value.isEmpty()) {
      problems.add(BranchProblems.expression(spec, key, text));
    }
    return value.map(Value.Text::new);
  }

  /// A text with the branch's name put in; empty where an expression in it is not read.
  static Optional<String> filled(String text, String branch) {
    return NAME.fill(text, branch).or(() -> computed(text, branch));
  }

  /// What a longer expression gives, such as `${name.replace('/', '-')}`.
  private static Optional<String> computed(String text, String branch) {
    try {
      return Optional.of(Template.of(text).render(Json.empty().with("name", Json.of(branch))));
    } catch (Refused beyond) {
      return Optional.empty();
    }
  }

  private List<TaggedVersion> tags(String branch, boolean current) {
    String tip = current ? graph.head() : graph.branches().getOrDefault(branch, graph.head());
    if (!graph.has(tip)) {
      problems.add(BranchProblems.notFetched(branch, tip));
      return List.of();
    }
    List<TaggedVersion> versions = new ArrayList<>();
    for (Tag tag : graph.tagsMergedInto(tip)) {
      tagFormat.version(tag.name()).ifPresent(version -> versions.add(read(tag, version)));
    }
    return versions;
  }

  private TaggedVersion read(Tag tag, Version version) {
    Optional<ChannelNotes> note = ChannelNotes.read(graph.channelNotes(tag));
    return new TaggedVersion(
        tag,
        version,
        note.map(ChannelNotes::channels).orElse(List.of(Optional.empty())),
        note.isPresent());
  }
}
