package dev.slipway.settings;

import dev.slipway.history.ParserOptions;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import java.util.Optional;

/// How release notes are written: the settings of `@semantic-release/release-notes-generator`.
///
/// @param preset whose shape the notes have
/// @param profile whose version of the preset and its writer is followed
/// @param parser how messages are read for the notes
/// @param issuePrefixesSet true when preset or configuration name `issuePrefixes`; where not, the
///   host's take their place
/// @param referenceActionsSet the same for `referenceActions`
/// @param presetConfig the options of the preset (`types`, `issueUrlFormat` …); may be empty
/// @param writer the options of the writer that the configuration names
/// @param host the base address of links, where the configuration names one
/// @param linkCompare whether the heading links to the comparison, where the configuration says so
/// @param linkReferences whether hashes and issues are links, where the configuration says so
/// @param commit the word for a commit in a link, where the configuration names one
/// @param issue the word for an issue in a link, where the configuration names one
public record NotesSettings(
    Preset preset,
    Profile profile,
    ParserOptions parser,
    boolean issuePrefixesSet,
    boolean referenceActionsSet,
    Json.Obj presetConfig,
    WriterSettings writer,
    Optional<String> host,
    Optional<Boolean> linkCompare,
    Optional<Boolean> linkReferences,
    Optional<String> commit,
    Optional<String> issue) {

  /// A preset as it comes.
  public static NotesSettings of(Preset preset, Profile profile) {
    return new NotesSettings(
        preset,
        profile,
        preset.options(profile),
        preset == Preset.CONVENTIONALCOMMITS,
        false,
        Json.empty(),
        WriterSettings.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// What counts where there is no configuration.
  public static NotesSettings nativeDefaults() {
    return of(Preset.CONVENTIONALCOMMITS, Profile.NATIVE);
  }
}
