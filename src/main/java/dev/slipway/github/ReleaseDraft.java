package dev.slipway.github;

import dev.slipway.json.Json;
import java.util.Optional;

/// A GitHub release, as it shall become.
///
/// @param tag the tag it belongs to
/// @param target the branch or commit the tag would be made on if it were missing
/// @param title what it is called
/// @param body its text; cut to what GitHub takes
/// @param prerelease the pre-release tick
/// @param latest whether it is shown as the newest
/// @param discussion the category of the discussion that is opened with it
public record ReleaseDraft(
    String tag,
    String target,
    String title,
    String body,
    boolean prerelease,
    boolean latest,
    Optional<String> discussion) {
  /// The longest text GitHub takes, in characters.
  public static final int LONGEST_BODY = 125_000;

  public ReleaseDraft {
    body = fit(body);
  }

  private static String fit(String body) {
    if (body.length() <= LONGEST_BODY) {
      return body;
    }
    String end = "\n\n_Cut short: GitHub takes 125,000 characters._\n";
    int line = body.lastIndexOf('\n', LONGEST_BODY - end.length());
    return body.substring(0, line > 0 ? line : LONGEST_BODY - end.length()) + end;
  }

  /// The body of the request that makes it, unseen by others.
  Json.Obj asDraft() {
    return Json.empty()
        .with("tag_name", Json.of(tag))
        .with("target_commitish", Json.of(target))
        .with("name", Json.of(title))
        .with("body", Json.of(body))
        .with("draft", Json.of(true))
        .with("prerelease", Json.of(prerelease));
  }

  /// The body of the request that shows it to everybody.
  Json.Obj asPublished() {
    Json.Obj published =
        asDraft()
            .without("target_commitish")
            .with("draft", Json.of(false))
            .with("make_latest", Json.of(latest ? "true" : "false"));
    return discussion
        .map(category -> published.with("discussion_category_name", Json.of(category)))
        .orElse(published);
  }
}
