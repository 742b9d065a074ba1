package dev.slipway.report;

import dev.slipway.version.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The outputs of a run. What did not happen is empty, never the word `false`: an empty output is
/// false in a workflow's `if`, and any word is true.
public final class Outputs {
  /// How many characters of notes are handed on: later steps take 131,071 bytes of a value, and
  /// most put the notes beside something else.
  static final int NOTES_LENGTH = 60_000;

  private Outputs() {}

  /// Every output there is. Of several packages the first one stands in the outputs for one, and of
  /// several releases of it, where a run finishes an earlier one and makes its own, the last;
  /// `plan` has them all.
  ///
  /// @param plan the plan as JSON; empty when there is none
  public static Map<Output, String> of(Told told, Optional<String> plan) {
    Map<Output, String> values = new EnumMap<>(Output.class);
    for (Output output : Output.values()) {
      values.put(output, "");
    }
    values.put(Output.STATUS, told.status().key());
    plan.ifPresent(json -> values.put(Output.PLAN, json));
    told.releases().stream()
        .filter(release -> release.name().equals(told.releases().getFirst().name()))
        .reduce((_, later) -> later)
        .ifPresent(release -> release(release, values));
    switch (told.status()) {
      case RELEASED -> {
        values.put(Output.RELEASED, "true");
        values.put(Output.NEW_RELEASE_PUBLISHED, "true");
      }
      case NOTHING, PENDING, AWAITING_APPROVAL, SUPERSEDED, PLANNED, PREPARED, REFUSED, FAILED -> {}
    }
    return values;
  }

  private static void release(ToldRelease release, Map<Output, String> values) {
    String notes = cut(release.notes());
    values.put(Output.NAME, release.name());
    both(values, release.version(), Output.VERSION, Output.NEW_RELEASE_VERSION);
    Version.parse(release.version())
        .ifPresent(version -> {
          String major = String.valueOf(version.major());
          String minor = String.valueOf(version.minor());
          String patch = String.valueOf(version.patch());
          both(values, major, Output.MAJOR, Output.NEW_RELEASE_MAJOR_VERSION);
          both(values, minor, Output.MINOR, Output.NEW_RELEASE_MINOR_VERSION);
          both(values, patch, Output.PATCH, Output.NEW_RELEASE_PATCH_VERSION);
        });
    both(values, release.tag(), Output.TAG, Output.NEW_RELEASE_GIT_TAG);
    both(values, notes, Output.NOTES, Output.NEW_RELEASE_NOTES);
    values.put(Output.CHANNEL, release.distTag());
    values.put(Output.NEW_RELEASE_CHANNEL, release.channel().orElse(""));
    values.put(Output.NEW_RELEASE_GIT_HEAD, release.gitHead());
    String previous = release.previous().orElse("");
    both(values, previous, Output.PREVIOUS_VERSION, Output.LAST_RELEASE_VERSION);
    values.put(Output.LAST_RELEASE_GIT_HEAD, release.previousHead().orElse(""));
    values.put(Output.LAST_RELEASE_GIT_TAG, release.previousTag().orElse(""));
    release
        .tarball()
        .ifPresent(tarball -> {
          values.put(Output.INTEGRITY, tarball.integrity());
          values.put(Output.TARBALL, tarball.path().orElse(""));
        });
    release.places().stream()
        .filter(place -> place.title().equals(ToldRelease.PAGE))
        .findFirst()
        .ifPresent(place -> values.put(Output.URL, place.url()));
  }

  private static void both(Map<Output, String> values, String value, Output one, Output other) {
    values.put(one, value);
    values.put(other, value);
  }

  private static String cut(String notes) {
    if (notes.length() <= NOTES_LENGTH) {
      return notes;
    }
    int end = notes.lastIndexOf('\n', NOTES_LENGTH - 64);
    return notes.substring(0, end > 0 ? end : NOTES_LENGTH - 64)
        + "\n\n… cut short: the GitHub release has all of it.";
  }
}
