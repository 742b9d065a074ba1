package dev.slipway.decision;

import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sentences that explain a decision.
final class Reasons {
  private Reasons() {}

  static String wrongBranch(String branch, Lines lines) {
    return "This run is for `"
        + branch
        + "`, and releases are made from "
        + lines.all().stream()
            .map(line -> "`" + line.line().branch() + "`")
            .distinct()
            .collect(Collectors.joining(", "))
        + ".";
  }

  static String behind(String branch, String head, String tip) {
    return "Branch `"
        + branch
        + "` has moved on from commit "
        + head
        + " to "
        + tip
        + ": the run for that commit releases both.";
  }

  static String last(Optional<TaggedVersion> last, String branch, TagFormat format) {
    return last.map(l ->
            "The last release on `"
                + branch
                + "` is "
                + l.version()
                + " (tag `"
                + l.tag().name()
                + "`).")
        .orElse(
            "Nothing was released from `"
                + branch
                + "` before: no tag of the form `"
                + format
                + "` is in its history.");
  }

  /// What the commits ask for, counted.
  static String commits(List<Verdict> verdicts, Optional<TaggedVersion> last) {
    String since = last.isPresent() ? " since then" : "";
    if (verdicts.isEmpty()) {
      return "There is no commit" + since + ".";
    }
    long asking = verdicts.stream().filter(v -> v.bump().isPresent()).count();
    String all = verdicts.size() == 1 ? "the one commit" : "the " + verdicts.size() + " commits";
    if (asking == 0) {
      return verdicts.size() == 1
          ? "The one commit" + since + " does not ask for a release."
          : "None of " + all + since + " asks for a release.";
    }
    Bump highest =
        verdicts.stream()
            .map(Verdict::bump)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    String first =
        verdicts.stream()
            .filter(v -> v.bump().equals(Optional.of(highest)))
            .findFirst()
            .map(v -> "`" + v.commit().subject() + "` (" + v.commit().shortSha() + ")")
            .orElseThrow();
    return (verdicts.size() == 1
            ? "The one commit" + since + " asks"
            : asking + " of " + all + since + (asking == 1 ? " asks" : " ask"))
        + " for a release; the furthest change is "
        + highest
        + ": "
        + first
        + ".";
  }

  /// Why this version follows.
  static List<String> version(
      Optional<TaggedVersion> last,
      ReleaseLine line,
      Version version,
      Version wanted,
      Bump asked,
      Bump counted) {
    List<String> sentences = new ArrayList<>();
    if (last.isEmpty()) {
      sentences.add("A first release is " + wanted + ", whatever the commits ask for.");
    } else if (asked != counted) {
      sentences.add(
          "Below 1.0.0 a breaking change moves the minor version, as `major-zero` asks for. To"
              + " reach 1.0.0, turn it off for one release.");
    }
    if (last.isPresent()) {
      sentences.add(
          line instanceof ReleaseLine.Prerelease && last.get().version().isPrerelease()
              ? (wanted.core().equals(last.get().version().core())
                  ? "The version being prepared is large enough for that, so its next prerelease is"
                      + " "
                      + wanted
                      + "."
                  : "The version being prepared is too small for that, so a new one begins with "
                      + wanted
                      + ".")
              : "So the next version is " + wanted + ".");
    }
    if (!version.equals(wanted)) {
      sentences.add(
          wanted + " exists already, so it is " + version + ", the next one that is free.");
    }
    return sentences;
  }

  static String channel(ReleaseLine line, Lines lines) {
    String second =
        line instanceof ReleaseLine.Stable stable && !stable.main()
            ? lines.main().map(m -> ", since `" + m.line().branch() + "` comes first").orElse("")
            : "";
    return "It goes to "
        + line.channel().map(c -> "channel `" + c + "`").orElse("the default channel")
        + ", which is the dist-tag `"
        + line.distTag()
        + "`"
        + second
        + ".";
  }

  static String promotion(Promoted promoted) {
    return promoted.version()
        + " was released on "
        + promoted.channels().stream()
            .map(c -> c.map(name -> "channel `" + name + "`").orElse("the default channel"))
            .collect(Collectors.joining(", "))
        + " and is now in the history of `"
        + promoted.line().branch()
        + "`: it gets the dist-tag `"
        + promoted.distTag()
        + "` too.";
  }

  static String registryIsAhead(Published published, Version version, String tag) {
    return "The registry has "
        + published.name()
        + "@"
        + version
        + ", which is higher than the last release here, and no tag `"
        + tag
        + "` says so.";
  }
}
