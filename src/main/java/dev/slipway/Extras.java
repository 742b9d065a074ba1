package dev.slipway;

import dev.slipway.git.Workspace;
import dev.slipway.github.Repository;
import dev.slipway.github.Resolved;
import dev.slipway.history.Commit;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.pack.Tarball;
import dev.slipway.plan.PlannedAnnouncement;
import dev.slipway.report.Links;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.Choices;
import dev.slipway.settings.CommitWish;
import dev.slipway.settings.GitHubSettings;
import dev.slipway.settings.GitHubWish;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.PluginStep;
import dev.slipway.settings.Template;
import dev.slipway.settings.Wording;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a release brings besides the package: the release commit, the page on GitHub with its
/// files, comments and labels; as the inputs say over the configuration.
///
/// @param settings of everything on GitHub
/// @param commit what goes into the branch
/// @param bill whether the list of dependencies is added to the page
/// @param workspace what is checked out
/// @param repository on which GitHub repository; empty: no page, nobody is told
/// @param server the address of that GitHub
/// @param committing makes the release commit
record Extras(
    GitHubSettings settings,
    ReleaseCommit commit,
    boolean bill,
    Workspace workspace,
    Optional<Repository> repository,
    String server,
    Committing committing) {
  /// The way to the commits of the remote.
  interface Committing {
    /// Makes a commit on top of another.
    ///
    /// @return its full hash
    String commit(String base, String key, ReleaseCommit.Draft draft) throws Lost;

    /// A file in a commit.
    Optional<Bytes> read(String commit, String path) throws Lost;
  }

  /// The branch of the pull request that brings a release's files to a branch.
  static String proposed(String branch) {
    return "slipway/release-" + branch;
  }

  /// The changelog files with the notes of one more release.
  ///
  /// @param open the commit of an open pull request with the files of releases before
  Map<Path, Bytes> changelogs(String notes, Optional<String> open) throws Lost {
    boolean waits = way() == Choices.Commit.PULL_REQUEST && open.isPresent();
    return commit.changelogs(
        notes, path -> waits ? committing.read(open.get(), path) : Optional.empty());
  }

  /// The changelog files that a release commit has brought.
  Map<Path, Bytes> changelogsOf(String released) throws Lost {
    return commit.changelogs(path -> committing.read(released, path));
  }

  /// What the inputs and the configuration ask for.
  static Extras of(Hands hands, Packages packages, Workspace workspace, Committing committing) {
    Path root = packages.packing().root();
    Path directory =
        root.resolve(
                workspace.pathOf(
                    hands
                        .runner()
                        .workspace()
                        .resolve(hands.inputs().of(InputTable.WORKING_DIRECTORY).orElse("."))
                        .normalize()))
            .normalize();
    return new Extras(
        GitHubWish.of(packages.configuration().github(), hands.inputs()),
        new ReleaseCommit(CommitWish.of(packages.configuration(), hands.inputs()), root, directory),
        hands.inputs().of(InputTable.SBOM),
        workspace,
        hands.runner().repository().flatMap(Repository::parse),
        hands.runner().server().toString(),
        committing);
  }

  Choices.Commit way() {
    return commit.wish().way();
  }

  /// Whether there is a page on GitHub.
  boolean hasPage() {
    return repository.isPresent() && settings.steps().contains(PluginStep.PUBLISH);
  }

  /// Whether that page is marked anew when its version gets one more channel.
  boolean hasPromotedPage() {
    return repository.isPresent() && settings.steps().contains(PluginStep.ADD_CHANNEL);
  }

  /// Whether an issue is opened when a release fails, and closed when one succeeds.
  boolean keepsFailures() {
    return repository.isPresent()
        && !(settings.failComment() instanceof Wording.Off)
        && !(settings.failTitle() instanceof Wording.Off);
  }

  /// The commits with the files of a release.
  List<ReleaseCommit.Draft> drafts(
      Map<Path, Bytes> changelogs, Packing.Packed packed, TemplateNames names) {
    if (way() == Choices.Commit.FALSE) {
      return List.of();
    }
    List<String> changed = workspace.modifiedFiles();
    String head = workspace.head();
    return commit.drafts(
        changelogs,
        packed.edits(),
        () -> changed,
        (path, content) ->
            workspace.fileAt(head, path).map(Bytes::of).filter(content::equals).isPresent(),
        names);
  }

  /// Makes the commits.
  ///
  /// @return the commit that is released
  String commit(Upcoming next, List<ReleaseCommit.Draft> drafts) throws Lost {
    String target = next.gitHead();
    for (ReleaseCommit.Draft draft : drafts) {
      target = committing.commit(target, next.tag(), draft);
    }
    return target;
  }

  /// The files on the page.
  Attachments attachments(Tarball tarball, TemplateNames names, Packing packing) {
    return Attachments.of(tarball, settings, names, packing, commit.directory(), bill);
  }

  /// Where the release can be had, the registry first.
  List<TemplateNames.Place> places(Tarball tarball, Upcoming next, Planning.Target target) {
    List<TemplateNames.Place> places = new ArrayList<>();
    for (URI registry : target.registries()) {
      places.add(
          new TemplateNames.Place(
              "npm package (@" + target.distTag().orElse(next.distTag()) + " dist-tag)",
              PublicRegistry.page(registry, tarball.name(), tarball.version())));
    }
    if (hasPage()) {
      places.add(
          new TemplateNames.Place(
              ToldRelease.PAGE,
              settings.draftRelease() ? Optional.empty() : links().release(next.tag())));
    }
    return places;
  }

  /// The address that shows all changes of a release.
  Optional<String> changes(Upcoming next) {
    return next.previous().flatMap(previous -> links().compare(previous.tag(), next.tag()));
  }

  Links links() {
    return repository.map(name -> Links.of(server, name.toString())).orElseGet(Links::none);
  }

  /// What is said on what the release resolves.
  ///
  /// @param commits that are released, newest first
  Optional<PlannedAnnouncement> announcement(
      List<Commit> commits, TemplateNames names, List<TemplateNames.Place> places) {
    if (repository.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> wording =
        settings.successCommentCondition() instanceof Wording.Off
            ? Optional.empty()
            : text(settings.successComment(), GitHubSettings.SUCCESS_COMMENT);
    List<String> labels =
        settings.successCommentCondition() instanceof Wording.Off
            ? List.of()
            : settings.releasedLabels().stream()
                .map(label -> label.render(names.ofGitHub()))
                .filter(label -> !label.isBlank())
                .toList();
    PlannedAnnouncement planned =
        new PlannedAnnouncement(
            names.next().tag(),
            commits.stream().map(Commit::sha).toList(),
            Resolved.closedBy(commits, repository.get(), server),
            wording,
            settings.successCommentCondition() instanceof Wording.Own(Template own)
                ? Optional.of(own.toString())
                : Optional.empty(),
            labels,
            names.ofComments(places),
            keepsFailures() ? Optional.of(settings.labels()) : Optional.empty());
    return planned.speaks() || planned.failLabels().isPresent()
        ? Optional.of(planned)
        : Optional.empty();
  }

  private static Optional<String> text(Wording wording, String builtIn) {
    return switch (wording) {
      case Wording.BuiltIn() -> Optional.of(builtIn);
      case Wording.Off() -> Optional.empty();
      case Wording.Own(var template) -> Optional.of(template.toString());
    };
  }
}
