package dev.slipway.decision;

import dev.slipway.history.Tag;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Problem;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares our answer with semantic-release's, and knows the differences that are meant. Each of
/// them is also a test of its own in `DifferencesTest`.
final class Differences {
  /// What is meant to differ.
  enum Named {
    /// Several notes on one commit: semantic-release takes the first for all tags (core#4073). Such
    /// repositories are compared with each tag's own note.
    NOTES_OF_ONE_COMMIT,
    /// A prerelease whose note was lost: here its identifier says whose it is.
    PRERELEASE_WITHOUT_NOTE,
    /// The version exists: semantic-release fails when it makes the tag, here the counter moves on.
    COUNTER_MOVED,
    /// The tag exists elsewhere: semantic-release fails when it makes the tag, here it is refused.
    TAG_TAKEN,
    /// An identifier with a dot: semantic-release never finds the branch's own prereleases.
    DOTTED_IDENTIFIER,
    /// semantic-release crashes with an `Invalid Version`.
    CRASH,
    /// The bumps a branch accepts, where its range is empty or ends at a prerelease.
    ACCEPT_OF_AN_ODD_RANGE
  }

  private Differences() {}

  /// How two answers relate.
  ///
  /// @param named the meant differences that were met
  /// @param unexplained what else differs; empty: nothing does
  record Comparison(Set<Named> named, Optional<String> unexplained) {}

  /// True when the oracle has to be asked with each tag's own note.
  static Set<Named> toMend(Scenario scenario) {
    Set<Named> named = new HashSet<>();
    Map<String, Set<String>> notes = new HashMap<>();
    Map<String, Integer> tags = new HashMap<>();
    for (Tag tag : scenario.graph().tags()) {
      tags.merge(tag.commit(), 1, Integer::sum);
      notes
          .computeIfAbsent(tag.commit(), _ -> new HashSet<>())
          .addAll(scenario.graph().channelNotes(tag));
    }
    notes.forEach((commit, all) -> {
      if (all.size() > 1 || (all.size() == 1 && tags.getOrDefault(commit, 0) > 1)) {
        named.add(Named.NOTES_OF_ONE_COMMIT);
      }
    });
    currentPrerelease(scenario)
        .filter(line ->
            scenario.graph().tagsMergedInto(scenario.graph().head()).stream()
                .filter(t -> ChannelNotes.read(scenario.graph().channelNotes(t)).isEmpty())
                .map(t -> scenario.format().version(t.name()))
                .flatMap(Optional::stream)
                .anyMatch(v -> LastReleases.carries(v, line.identifier())))
        .ifPresent(_ -> named.add(Named.PRERELEASE_WITHOUT_NOTE));
    return named;
  }

  /// The prerelease line that is checked out.
  static Optional<ReleaseLine.Prerelease> currentPrerelease(Scenario scenario) {
    List<Problem> problems = new ArrayList<>();
    Lines lines =
        Lines.of(
            Expansion.of(
                scenario.graph(), scenario.branch(), scenario.specs(), scenario.format(), problems),
            scenario.settings().first(),
            problems);
    return lines
        .named(scenario.branch())
        .map(Line::line)
        .flatMap(
            line -> line instanceof ReleaseLine.Prerelease p ? Optional.of(p) : Optional.empty());
  }

  static Comparison compare(Scenario scenario, Json ours, Json theirs) {
    Set<Named> named = new HashSet<>();
    List<String> different = new ArrayList<>();
    String ourOutcome = ours.text("outcome").orElseThrow();
    String theirOutcome = theirs.text("outcome").orElseThrow();
    compareLines(ours, theirs, named, different);
    Optional<Named> excuse = excuse(scenario, ours, theirs);
    if (excuse.isPresent()) {
      named.add(excuse.get());
    } else if (!ourOutcome.equals(theirOutcome)) {
      different.add("outcome");
    } else {
      for (String key : keys(ourOutcome)) {
        Json our = ours.get(key).orElseGet(Json.Null::new);
        Json their = theirs.get(key).orElseGet(Json.Null::new);
        if (key.equals("errors")) {
          their = codes(their);
        }
        if (key.equals("last") && toMend(scenario).contains(Named.PRERELEASE_WITHOUT_NOTE)) {
          // the note that the oracle was given is not there
          our = withoutChannels(our);
          their = withoutChannels(their);
        }
        boolean movedPromotion = key.equals("promotion") && their instanceof Json.Obj;
        if (!our.equals(movedPromotion ? ((Json.Obj) their).without("type") : their)) {
          different.add(key);
        }
      }
    }
    return new Comparison(
        named,
        different.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "seed "
                    + scenario.seed()
                    + ": "
                    + different
                    + "\n  ours:   "
                    + JsonWriter.compact(ours)
                    + "\n  theirs: "
                    + JsonWriter.compact(theirs)));
  }

  private static Json withoutChannels(Json last) {
    return last instanceof Json.Obj release ? release.without("channels") : last;
  }

  private static List<String> keys(String outcome) {
    return switch (outcome) {
      case "release" ->
          List.of("last", "commits", "version", "tag", "channel", "type", "head", "promotion");
      case "refused" -> List.of("errors");
      case "nothing" -> List.of("commits", "promotion");
      default -> List.of();
    };
  }

  private static Json codes(Json errors) {
    return Json.of(errors.items().stream().map(e -> e.text("code").orElse("")).sorted().toList());
  }

  private static Optional<Named> excuse(Scenario scenario, Json ours, Json theirs) {
    List<String> ourCodes =
        ours.get("errors").map(Json::items).orElse(List.of()).stream()
            .map(e -> e.text().orElse(""))
            .toList();
    Optional<String> theirTag = theirs.text("tag");
    boolean taken =
        theirTag.isPresent()
            && scenario.graph().tags().stream().anyMatch(t -> t.name().equals(theirTag.get()));
    if (taken && ourCodes.equals(List.of("TAG_TAKEN"))) {
      return Optional.of(Named.TAG_TAKEN);
    }
    if (taken && isLaterCounter(ours, theirs)) {
      return Optional.of(Named.COUNTER_MOVED);
    }
    boolean dotted =
        currentPrerelease(scenario).map(p -> p.identifier().contains(".")).orElse(false);
    if (dotted && theirs.text("outcome").orElse("").equals("release")) {
      return Optional.of(Named.DOTTED_IDENTIFIER);
    }
    boolean crash =
        theirs.get("errors").map(Json::items).orElse(List.of()).stream()
            .anyMatch(e ->
                e.text("message")
                    .orElse("")
                    .replace("Version", "version")
                    .startsWith("Invalid version"));
    return crash ? Optional.of(Named.CRASH) : Optional.empty();
  }

  private static boolean isLaterCounter(Json ours, Json theirs) {
    Optional<Version> our = ours.text("version").flatMap(Version::parse);
    Optional<Version> their = theirs.text("version").flatMap(Version::parse);
    return our.isPresent()
        && their.isPresent()
        && our.get().isPrerelease()
        && our.get().core().equals(their.get().core())
        && our.get().compareTo(their.get()) > 0
        && ours.get("last")
            .map(Differences::withoutChannels)
            .equals(theirs.get("last").map(Differences::withoutChannels))
        && ours.get("commits").equals(theirs.get("commits"))
        && ours.get("type").equals(theirs.get("type"));
  }

  private static void compareLines(
      Json ours, Json theirs, Set<Named> named, List<String> different) {
    if (ours.get("lines").isEmpty() || theirs.get("lines").isEmpty()) {
      return;
    }
    List<Json> our = ours.get("lines").get().items();
    List<Json> their = theirs.get("lines").get().items();
    if (our.size() != their.size()) {
      different.add("number of lines");
      return;
    }
    for (int i = 0; i < our.size(); i++) {
      for (Map.Entry<String, Json> member : ((Json.Obj) our.get(i)).members().entrySet()) {
        Json expected = their.get(i).get(member.getKey()).orElseGet(Json.Null::new);
        if (!member.getValue().equals(expected)) {
          if (member.getKey().equals("accept") && isOdd(their.get(i))) {
            named.add(Named.ACCEPT_OF_AN_ODD_RANGE);
          } else {
            different.add("line " + i + " " + member.getKey());
          }
        }
      }
    }
  }

  private static boolean isOdd(Json line) {
    String range = line.text("range").orElse("");
    int below = range.indexOf('<');
    if (below < 0) {
      return false;
    }
    Version from = Version.of(range.substring(2, below).strip());
    Version end = Version.of(range.substring(below + 1));
    return end.isPrerelease() || from.compareTo(end) >= 0;
  }
}
