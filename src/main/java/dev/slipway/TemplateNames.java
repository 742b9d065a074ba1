package dev.slipway;

import dev.slipway.decision.LastRelease;
import dev.slipway.json.Json;
import dev.slipway.version.Bump;
import java.util.List;
import java.util.Optional;

/// What templates of the configuration may name, as semantic-release's plug-ins give it to them.
///
/// @param branch the branch that is released from
/// @param next the release that is made
/// @param notes its notes
record TemplateNames(String branch, Upcoming next, String notes) {
  /// For the GitHub plug-in: `branch` is an object.
  Json.Obj ofGitHub() {
    return common()
        .with(
            "branch",
            Json.empty()
                .with("name", Json.of(branch))
                .with("channel", Json.of(next.channel()))
                .with("main", Json.of(next.isOfMainLine())));
  }

  /// For the git plug-in: `branch` is the name.
  Json.Obj ofGit() {
    return common().with("branch", Json.of(branch));
  }

  private Json.Obj common() {
    return Json.empty()
        .with("lastRelease", next.previous().map(TemplateNames::last).orElseGet(Json::empty))
        .with("nextRelease", release());
  }

  private static Json.Obj last(LastRelease last) {
    return Json.empty()
        .with("version", Json.of(last.version().toString()))
        .with("gitTag", Json.of(last.tag()))
        .with("name", Json.of(last.tag()))
        .with("gitHead", Json.of(last.commit()));
  }

  private Json.Obj release() {
    return Json.empty()
        .with("type", Json.of(next.bump().map(Bump::toString)))
        .with("version", Json.of(next.version().toString()))
        .with("gitHead", Json.of(next.gitHead()))
        .with("gitTag", Json.of(next.tag()))
        .with("name", Json.of(next.tag()))
        .with("channel", Json.of(next.channel()))
        .with("notes", Json.of(notes));
  }

  /// For comments: the places as `releases`, too.
  Json.Obj ofComments(List<Place> places) {
    return ofGitHub()
        .with(
            "releases",
            new Json.Arr(
                places.stream()
                    .<Json>map(place ->
                        release()
                            .with("name", Json.of(place.name()))
                            .with("url", Json.of(place.url())))
                    .toList()));
  }

  /// Somewhere the release can be had.
  ///
  /// @param url empty where it has no page
  record Place(String name, Optional<String> url) {}
}
