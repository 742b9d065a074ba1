package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.history.MemoryGraph;
import dev.slipway.history.Tag;
import dev.slipway.json.Json;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scenario as the oracle reads it.
final class ScenarioJson {
  private ScenarioJson() {}

  /// The scenario with its repository in memory.
  ///
  /// @param mended true: each tag has its own note, which is what semantic-release means and what
  ///   it does not manage to read where several notes are on one commit
  static Json of(Scenario scenario, boolean mended) {
    return config(scenario).with("graph", graph(scenario, mended));
  }

  /// The scenario's configuration alone.
  static Json.Obj config(Scenario scenario) {
    return Json.empty()
        .with("id", Json.of(scenario.seed()))
        .with(
            "branches",
            new Json.Arr(scenario.specs().stream().<Json>map(ScenarioJson::spec).toList()))
        .with("tagFormat", Json.of(scenario.format().toString()))
        .with("ciBranch", Json.of(scenario.branch()));
  }

  private static Json.Obj spec(BranchSpec spec) {
    Json.Obj json = Json.empty().with("name", Json.of(spec.name()));
    json = spec.range().isPresent() ? json.with("range", value(spec.range().get())) : json;
    json = spec.channel().isPresent() ? json.with("channel", value(spec.channel().get())) : json;
    return spec.prerelease().isPresent()
        ? json.with("prerelease", value(spec.prerelease().get()))
        : json;
  }

  private static Json value(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Json.of(text);
      case Value.Flag(boolean on) -> Json.of(on);
    };
  }

  private static Json graph(Scenario scenario, boolean mended) {
    MemoryGraph graph = scenario.graph();
    Map<String, Json> commits = new LinkedHashMap<>();
    for (Commit commit : graph.all()) {
      commits.put(
          commit.sha(),
          Json.empty()
              .with("parents", Json.of(commit.parents()))
              .with("date", Json.of(commit.committed().getEpochSecond()))
              .with("message", Json.of(commit.message())));
    }
    Map<String, Json> tags = new LinkedHashMap<>();
    graph.tags().forEach(tag -> tags.put(tag.name(), Json.of(tag.commit())));
    Map<String, Json> heads = new LinkedHashMap<>();
    graph.branches().forEach((name, tip) -> heads.put(name, Json.of(tip)));
    return Json.empty()
        .with("head", Json.of(graph.head()))
        .with("heads", new Json.Obj(heads))
        .with("tags", new Json.Obj(tags))
        .with("commits", new Json.Obj(commits))
        .with("notesLog", Json.of(mended ? mendedNotes(scenario) : notes(graph)));
  }

  /// As git prints them: a line for each commit, with all its tags and the first of its notes.
  private static List<String> notes(MemoryGraph graph) {
    Map<String, List<Tag>> byCommit = new LinkedHashMap<>();
    graph.tags().forEach(t -> byCommit.computeIfAbsent(t.commit(), _ -> new ArrayList<>()).add(t));
    List<String> lines = new ArrayList<>();
    byCommit.forEach((commit, tags) -> {
      Optional<String> first =
          graph
              .legacyNote(commit)
              .or(() ->
                  tags.stream()
                      .map(t -> graph.note(t.name()))
                      .flatMap(Optional::stream)
                      .findFirst());
      lines.add(
          " ("
              + String.join(", ", tags.stream().map(t -> "tag: " + t.name()).toList())
              + ")\t"
              + first.orElse(""));
    });
    return lines;
  }

  private static List<String> mendedNotes(Scenario scenario) {
    MemoryGraph graph = scenario.graph();
    List<String> lines = new ArrayList<>();
    for (Tag tag : graph.tags()) {
      ChannelNotes.read(graph.channelNotes(tag))
          .or(() -> ownPrerelease(scenario, tag))
          .ifPresent(note -> lines.add(" (tag: " + tag.name() + ")\t" + note.json()));
    }
    return lines;
  }

  /// A prerelease without a note counts as one of the branch that bears its identifier.
  private static Optional<ChannelNotes> ownPrerelease(Scenario scenario, Tag tag) {
    return Differences.currentPrerelease(scenario)
        .filter(line ->
            scenario
                .format()
                .version(tag.name())
                .map(v -> LastReleases.carries(v, line.identifier()))
                .orElse(false))
        .map(line -> ChannelNotes.of(Optional.empty()).with(line.channel()));
  }
}
