package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.problem.Problem;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.TagFormat;
import java.util.List;
import java.util.Optional;

/// What the repository's configuration asks for, checked as a whole; or the native defaults where
/// there is none.
///
/// @param file the file it was read from, relative to the repository (`package.json` for its key
///   `release`); empty: native
/// @param profile whose rules are followed
/// @param preset the preset that reads the commits
/// @param branches the branches releases are made from, in their order
/// @param tagFormat how a version is written as a tag
/// @param repositoryUrl the repository's address, where the configuration names one
/// @param dryRun true when the configuration asks to change nothing
/// @param analyzer how commits become a bump
/// @param notes how notes are written; empty: there are none
/// @param npm the packages that are published; empty: none is
/// @param github the release on GitHub; empty: none is made
/// @param changelogs the changelog files that are written
/// @param git the release commits that are made
/// @param warnings what is worth saying about the configuration, each at its place
public record Configuration(
    Optional<String> file,
    Profile profile,
    Preset preset,
    List<BranchSpec> branches,
    TagFormat tagFormat,
    Optional<String> repositoryUrl,
    boolean dryRun,
    AnalyzerSettings analyzer,
    Optional<NotesSettings> notes,
    List<NpmSettings> npm,
    Optional<GitHubSettings> github,
    List<ChangelogSettings> changelogs,
    List<GitSettings> git,
    List<Problem> warnings) {

  /// The branches where the configuration names none.
  public static final List<BranchSpec> BRANCHES =
      List.of(
          BranchSpec.of("+([0-9])?(.{+([0-9]),x}).x"),
          BranchSpec.of("master"),
          BranchSpec.of("main"),
          BranchSpec.of("next"),
          BranchSpec.of("next-major"),
          BranchSpec.of("beta").withPrerelease(new BranchSpec.Value.Flag(true)),
          BranchSpec.of("alpha").withPrerelease(new BranchSpec.Value.Flag(true)));

  public Configuration {
    branches = List.copyOf(branches);
    npm = List.copyOf(npm);
    changelogs = List.copyOf(changelogs);
    git = List.copyOf(git);
    warnings = List.copyOf(warnings);
  }

  /// What counts where there is no configuration.
  public static Configuration nativeDefaults() {
    return new Configuration(
        Optional.empty(),
        Profile.NATIVE,
        Preset.CONVENTIONALCOMMITS,
        BRANCHES,
        TagFormat.V,
        Optional.empty(),
        false,
        AnalyzerSettings.nativeDefaults(),
        Optional.of(NotesSettings.nativeDefaults()),
        List.of(NpmSettings.defaults()),
        Optional.of(GitHubSettings.nativeDefaults()),
        List.of(),
        List.of(),
        List.of());
  }

  /// True when there is no configuration file.
  public boolean isNative() {
    return file.isEmpty();
  }
}
