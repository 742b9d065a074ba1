package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// GitHub releases: a draft first, its files, and shown to everybody last. That order works where
/// releases are immutable too, and others hear of a release only when it is whole.
public final class Releases {
  /// A draft is found by listing, newest first; older ones than these are not looked for.
  private static final int PAGES = 5;

  private final Calls calls;

  Releases(Calls calls) {
    this.calls = calls;
  }

  /// The release of a tag; a published one before a draft.
  ///
  /// @throws Lost when GitHub cannot be reached
  public Optional<Release> find(String tag) throws Lost {
    return standing(tag).stream().findFirst();
  }

  /// What stands for a tag: the published release alone, or while there is none every draft, oldest
  /// first.
  ///
  /// @throws Lost when GitHub cannot be reached
  public List<Release> standing(String tag) throws Lost {
    String purpose = "look for the GitHub release of " + tag;
    Answer answer = calls.read(purpose, calls.at("/releases/tags/" + PathText.ref(tag)));
    if (answer.status() != 404) {
      return List.of(Release.of(calls.object(purpose, answer)));
    }
    List<Release> all = all(tag);
    return all.isEmpty() || all.getFirst().draft() ? all : List.of(all.getFirst());
  }

  /// Every release of a tag: the published one, then drafts, oldest first; more than one when two
  /// runs raced.
  public List<Release> all(String tag) throws Lost {
    return calls.pages("list GitHub releases", "/releases", PAGES).stream()
        .map(Release::of)
        .filter(release -> release.tag().equals(tag))
        .sorted(Comparator.comparing(Release::draft).thenComparingLong(Release::id))
        .toList();
  }

  /// The drafts of a tag, oldest first: more than one when two runs raced.
  public List<Release> drafts(String tag) throws Lost {
    return all(tag).stream().filter(Release::draft).toList();
  }

  /// A release that was asked for.
  ///
  /// @param release as GitHub has it
  /// @param isNew whether GitHub has just made it: then nobody else has put anything on it
  public record Drafted(Release release, boolean isNew) {}

  /// Makes a draft, or gives the release that is there already.
  ///
  /// @throws Refused when GitHub does not make it
  public Release draft(ReleaseDraft draft) throws Lost {
    Optional<Release> there = find(draft.tag());
    return there.isPresent() ? there.get() : make(draft).release();
  }

  /// Makes a draft of a tag that has just been looked for and has none. Looks again before it asks
  /// a second time: it may be there by then, from here or from another run.
  ///
  /// @throws Refused when GitHub does not make it
  public Drafted make(ReleaseDraft draft) throws Lost {
    String purpose = "create the GitHub release " + draft.tag();
    boolean lostOnce = false;
    while (true) {
      try {
        Optional<Answer> answer = calls.createOne(purpose, calls.at("/releases"), draft.asDraft());
        if (answer.isPresent()) {
          return made(draft.tag(), purpose, answer.get());
        }
      } catch (Lost lost) {
        if (lost.reach() == Lost.Reach.NOT_SENT || lostOnce) {
          throw lost;
        }
        lostOnce = true;
      }
      Optional<Release> there = find(draft.tag());
      if (there.isPresent()) {
        return new Drafted(there.get(), false);
      }
    }
  }

  private Drafted made(String tag, String purpose, Answer answer) throws Lost {
    if (answer.status() != 422) {
      return new Drafted(Release.of(calls.object(purpose, answer)), true);
    }
    Optional<Release> other = find(tag);
    if (other.isPresent()) {
      return new Drafted(other.get(), false);
    }
    throw new Refused(declined(tag, answer));
  }

  private Problem declined(String tag, Answer answer) {
    String said = Refusals.said(answer);
    return said.contains("immutable release")
        ? Problem.failure(
            "GITHUB_TAG_BURNED",
            "Could not create the GitHub release "
                + tag
                + ": an immutable release had this tag, and its number can never be used again.",
            "Let the next version be released; this one stays without a GitHub release.")
        : Refusals.problem("create the GitHub release " + tag, calls.repository(), answer);
  }

  /// Adds a file, unless one of its name and size is there. Clears away what a broken upload left.
  /// GitHub takes no second file of a name and says so, so that nothing is looked for as long as
  /// the release is not known to have one.
  ///
  /// @return the file as GitHub has it; empty when one was there already, whosever it is
  /// @throws Refused when GitHub does not take it
  public Optional<Release.Asset> upload(Release release, AssetFile file) throws Lost {
    String purpose = "upload " + file.name() + " to the GitHub release " + release.tag();
    URI target = target(release, file);
    boolean maybeThere =
        release.assets().stream()
            .anyMatch(asset -> Release.stored(asset.name()).equals(Release.stored(file.name())));
    for (int attempt = 1; ; attempt++) {
      if ((maybeThere || attempt > 1) && !clearTheWay(release, file)) {
        return Optional.empty();
      }
      Answer answer;
      try {
        answer = calls.upload(purpose, target, file.content());
      } catch (Lost lost) {
        if (attempt == 3 || lost.reach() == Lost.Reach.NOT_SENT) {
          throw lost;
        }
        continue;
      }
      boolean again = answer.status() >= 500 || Refusals.hasCode(answer, "already_exists");
      if (!again || attempt == 3) {
        return Optional.of(Release.asset(calls.object(purpose, answer)));
      }
    }
  }

  /// Deletes what stands in the place of the file and is not it. False when it is there already.
  private boolean clearTheWay(Release release, AssetFile file) throws Lost {
    String wanted = Release.stored(file.name());
    List<Release.Asset> same = new ArrayList<>();
    for (Json json : calls.pages("list the files of " + release.tag(), assets(release), 10)) {
      Release.Asset asset = Release.asset(json);
      if (Release.stored(asset.name()).equals(wanted)) {
        same.add(asset);
      }
    }
    for (Release.Asset asset : same) {
      if (asset.uploaded() && asset.size() == file.content().length()) {
        return false;
      }
      if (!release.draft() && asset.uploaded()) {
        throw new Refused(
            Problem.failure(
                "GITHUB_ASSET_DIFFERS",
                "The GitHub release " + release.tag() + " has another " + file.name() + " already.",
                "Look which one is right; delete the other by hand."));
      }
      delete("delete a broken upload of " + file.name(), "/releases/assets/" + asset.id());
    }
    return true;
  }

  private static String assets(Release release) {
    return "/releases/" + release.id() + "/assets";
  }

  /// Uploads go where the release says; only the host it comes from is checked, against a token
  /// that is sent to a stranger.
  private URI target(Release release, AssetFile file) {
    int template = release.uploadUrl().indexOf('{');
    String base = template < 0 ? release.uploadUrl() : release.uploadUrl().substring(0, template);
    String query =
        "?name="
            + PathText.part(file.name())
            + file.label().map(label -> "&label=" + PathText.part(label)).orElse("");
    URI uri = URI.create(base + query);
    if (!isOfThisGitHub(uri)) {
      throw new Refused(
          Problem.security(
              "GITHUB_UPLOAD_ELSEWHERE",
              "GitHub names " + uri.getHost() + " for uploads, which is none of its hosts.",
              "Look what stands between the runner and GitHub."));
    }
    return uri;
  }

  private boolean isOfThisGitHub(URI uri) {
    URI api = calls.address().api();
    if (Address.isSameOrigin(uri, api) || Address.isSameOrigin(uri, calls.address().server())) {
      return true;
    }
    String host = api.getHost();
    String uploads =
        host.startsWith("api.") ? "uploads." + host.substring("api.".length()) : "uploads." + host;
    return "https".equals(uri.getScheme())
        && uploads.equalsIgnoreCase(uri.getHost())
        && uri.getPort() < 0;
  }

  /// The bytes of a file, of a draft too.
  ///
  /// @throws Refused when GitHub does not give them
  public Bytes download(Release.Asset asset) throws Lost {
    String purpose = "download " + asset.name();
    Answer answer = calls.file(purpose, calls.at("/releases/assets/" + asset.id()));
    if (!answer.isOk()) {
      throw calls.refused(purpose, answer);
    }
    return answer.body();
  }

  /// Shows a draft to everybody, or corrects what a published one says. Asking twice changes
  /// nothing.
  ///
  /// @throws Refused when GitHub does not
  public Release publish(Release release, ReleaseDraft as) throws Lost {
    String purpose = "publish the GitHub release " + as.tag();
    Json.Obj body = as.asPublished();
    if (!release.draft()) {
      // A discussion is opened once, and a tag is never moved by editing.
      body = body.without("discussion_category_name").without("draft").without("tag_name");
    }
    Answer answer = calls.change(purpose, "PATCH", calls.at("/releases/" + release.id()), body);
    if (answer.status() == 404 && as.discussion().isPresent()) {
      throw new Refused(
          Problem.configuration(
              "GITHUB_DISCUSSION_CATEGORY",
              "Could not "
                  + purpose
                  + ": GitHub answered 404, as it does for a discussion category that is not there: "
                  + as.discussion().get(),
              "Name a category that exists, grant `discussions: write`, or leave it out."));
    }
    return Release.of(calls.object(purpose, answer));
  }

  /// Says whether a release is a pre-release, and the latest one, and what it is called; its text
  /// and files stay, and a draft stays one. Asking twice changes nothing.
  ///
  /// @throws Refused when GitHub does not
  public Release mark(Release release, ReleaseDraft as) throws Lost {
    String purpose = "mark the GitHub release " + as.tag();
    Json.Obj body =
        Json.empty().with("name", Json.of(as.title())).with("prerelease", Json.of(as.prerelease()));
    Answer answer =
        calls.change(
            purpose,
            "PATCH",
            calls.at("/releases/" + release.id()),
            release.draft()
                ? body
                : body.with("make_latest", Json.of(as.latest() ? "true" : "false")));
    return Release.of(calls.object(purpose, answer));
  }

  /// Deletes a draft that is of no use. A published release is never deleted.
  public void discard(Release draft) throws Lost {
    if (draft.draft()) {
      delete("delete the draft of " + draft.tag(), "/releases/" + draft.id());
    }
  }

  private void delete(String purpose, String path) throws Lost {
    Answer answer = calls.change(purpose, "DELETE", calls.at(path), new Json.Null());
    if (!answer.isOk() && answer.status() != 404) {
      throw calls.refused(purpose, answer);
    }
  }

  /// Whether the repository makes every published release immutable; false where the server does
  /// not know of it or does not say.
  public boolean areImmutable() throws Lost {
    String purpose = "ask whether releases are immutable";
    Answer answer = calls.read(purpose, calls.at("/immutable-releases"));
    return answer.isOk()
        && calls.json(purpose, answer).get("enabled").flatMap(Json::truth).orElse(false);
  }
}
