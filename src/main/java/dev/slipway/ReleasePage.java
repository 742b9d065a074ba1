package dev.slipway;

import dev.slipway.notes.Truncation;
import dev.slipway.plan.PlannedPage;
import dev.slipway.settings.GitHubSettings;
import dev.slipway.version.ReleaseLine;
import java.util.List;
import java.util.Optional;

/// The page of a release on GitHub: its title, text and marks.
///
/// @param settings what is wanted of it
/// @param names what its templates may name
/// @param places where else the release can be had
/// @param changes the address that shows all changes; empty for a first release
record ReleasePage(
    GitHubSettings settings,
    TemplateNames names,
    List<TemplateNames.Place> places,
    Optional<String> changes) {
  private static final String RULE = "\n---\n";

  PlannedPage planned(List<PlannedPage.PlannedAsset> assets) {
    Upcoming next = names.next();
    boolean prerelease = isPrerelease(next);
    return new PlannedPage(
        next.tag(),
        settings.releaseName().render(names.ofGitHub()),
        Truncation.fit(body(), Truncation.RELEASE_BODY, changes),
        settings.draftRelease(),
        prerelease,
        !prerelease && next.isOfMainLine() && next.distTag().equals("latest"),
        settings.discussionCategory(),
        assets);
  }

  /// A branch such as `next` releases stable versions, but not for everybody yet.
  private static boolean isPrerelease(Upcoming next) {
    boolean ahead =
        next.line()
            .filter(line -> line instanceof ReleaseLine.Stable stable && !stable.main())
            .isPresent();
    return next.version().isPrerelease() || ahead;
  }

  private String body() {
    String notes = settings.releaseBody().render(names.ofGitHub());
    return switch (settings.addReleases()) {
      case NO -> notes;
      case TOP -> list() + RULE + notes;
      case BOTTOM -> notes + RULE + list();
    };
  }

  private String list() {
    StringBuilder list = new StringBuilder("This release is also available on:");
    for (TemplateNames.Place place : places) {
      list.append("\n- ")
          .append(
              place.url().map(url -> "[" + place.name() + "](" + url + ")").orElse(place.name()));
    }
    return list.toString();
  }
}
