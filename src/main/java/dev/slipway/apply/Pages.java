package dev.slipway.apply;

import dev.slipway.github.AssetFile;
import dev.slipway.github.Release;
import dev.slipway.github.ReleaseDraft;
import dev.slipway.github.Releases;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The release pages: drafted early, where they keep the bytes for a run on another machine, and
/// published last. What GitHub declines for good is left out; the release is right without it.
final class Pages {
  private final Means means;
  private final Intents intents;
  private final BytesSource source;

  Pages(Means means, Intents intents, BytesSource source) {
    this.means = means;
    this.intents = intents;
    this.source = source;
  }

  /// Something asked of GitHub.
  private interface Asking {
    Optional<Outcome> ask(Releases releases) throws Lost;
  }

  private Optional<Outcome> ask(Course course, String tag, Asking asking) throws Lost {
    if (means.github().isEmpty() || !course.hasPage(tag)) {
      return Optional.of(new Outcome.AlreadyDone("No release page is made."));
    }
    try {
      return asking.ask(means.github().get().releases());
    } catch (Refused refused) {
      Problem why = refused.problems().getFirst();
      if (BytesSource.PASSING.contains(why.code()) || why.kind() == Problem.Kind.SECURITY) {
        throw refused;
      }
      course.withoutPage(tag);
      return Optional.of(new Outcome.Withheld(Texts.pageDenied(tag, why)));
    }
  }

  /// Whether there is a page of this tag.
  Optional<Outcome> drafted(Course course, PlannedPage page) throws Lost {
    return ask(
        course,
        page.tag(),
        releases -> releases.find(page.tag()).map(_ -> new Outcome.AlreadyDone("")));
  }

  Optional<Outcome> draft(Course course, PlannedPage page) throws Lost {
    return ask(
        course,
        page.tag(),
        releases -> {
          Releases.Drafted drafted = releases.make(form(page, course.plan()));
          if (drafted.isNew()) {
            course.drafted(drafted.release());
          }
          return Optional.of(new Outcome.Done(""));
        });
  }

  /// Whether the file is there, whole.
  Optional<Outcome> uploaded(Course course, PlannedPage page, PlannedAsset asset) throws Lost {
    Optional<Release> own = course.draft(page.tag());
    if (own.isPresent()) {
      return BytesSource.isOn(own.get(), asset)
          ? Optional.of(new Outcome.AlreadyDone(""))
          : Optional.empty();
    }
    return ask(
        course,
        page.tag(),
        releases -> {
          for (Release release : releases.standing(page.tag())) {
            if (BytesSource.isOn(release, asset)) {
              if (isOurs(course, releases, release, asset)) {
                course.keptOn(release.id(), asset);
                return Optional.of(new Outcome.AlreadyDone(""));
              }
              Optional<Outcome> over = overtaken(course);
              if (over.isPresent()) {
                return over;
              }
              // Of a plan that was taken back: its bytes are not the ones that are published.
              releases.discard(release);
              releases.draft(form(page, course.plan()));
            }
          }
          return Optional.empty();
        });
  }

  /// Whether the release has become another run's: then the draft with other bytes is that run's,
  /// which may be publishing it this very moment, and nothing of it is taken away.
  private Optional<Outcome> overtaken(Course course) throws Lost {
    return course.commit().isPresent() ? intents.follow(course) : Optional.empty();
  }

  /// Whether a file of the right size has the right bytes too. What this run has put there itself
  /// it knows; what it found, it looks at.
  private boolean isOurs(Course course, Releases releases, Release release, PlannedAsset asset)
      throws Lost {
    if (!release.draft() || course.isKeptOn(release.id(), asset)) {
      return true;
    }
    Optional<Release.Asset> there = release.uploaded(asset.name());
    return there.isPresent()
        && BytesSource.integrity(releases.download(there.get()).toArray())
            .equals(asset.integrity());
  }

  Optional<Outcome> upload(Course course, PlannedPage page, PlannedAsset asset) throws Lost {
    return ask(
        course,
        page.tag(),
        releases -> {
          Optional<Payload.Source> bytes = source.ofAsset(course.plan(), asset);
          if (bytes.isEmpty()) {
            return Optional.of(new Outcome.Withheld(Texts.assetNotAtHand(asset.name())));
          }
          Optional<Release> own = course.draft(page.tag());
          if (own.isPresent() && putOnOwn(course, releases, own.get(), asset, bytes.get())) {
            return Optional.of(new Outcome.Done(""));
          }
          List<Release> all = releases.standing(page.tag());
          if (all.isEmpty()) {
            return Optional.of(new Outcome.Withheld(Texts.pageGone(page.tag())));
          }
          Release release = all.getFirst();
          if (takes(releases, release, asset, bytes.get()).isEmpty()) {
            return Optional.empty();
          }
          course.keptOn(release.id(), asset);
          return Optional.of(new Outcome.Done(""));
        });
  }

  /// Puts a file on the draft that this run has made. False where that does not work as it should:
  /// another run may have had a hand in it, and it has to be looked at.
  private static boolean putOnOwn(
      Course course, Releases releases, Release own, PlannedAsset asset, Payload.Source bytes)
      throws Lost {
    course.lookAgainAt(own.tag());
    try {
      Optional<Release.Asset> there = takes(releases, own, asset, bytes);
      there.ifPresent(file -> {
        course.drafted(own.with(file));
        course.keptOn(own.id(), asset);
      });
      return there.isPresent();
    } catch (Refused refused) {
      Problem why = refused.problems().getFirst();
      if (why.kind() == Problem.Kind.SECURITY || BytesSource.BUSY.contains(why.code())) {
        throw refused;
      }
      return false;
    }
  }

  /// Whether everybody sees the page. Takes away what a race left beside it.
  Optional<Outcome> published(Course course, PlannedPage page) throws Lost {
    if (course.draft(page.tag()).isPresent()) {
      // What stands beside it is looked at when it is published.
      return Optional.empty();
    }
    return ask(
        course,
        page.tag(),
        releases -> {
          Optional<Release> there = releases.find(page.tag());
          if (there.isEmpty() || there.get().draft()) {
            return Optional.empty();
          }
          discard(releases, course.plan(), page);
          return Optional.of(new Outcome.AlreadyDone(""));
        });
  }

  Optional<Outcome> publish(Course course, PlannedPage page) throws Lost {
    return ask(
        course,
        page.tag(),
        releases -> {
          course.lookAgainAt(page.tag());
          List<Release> standing = releases.standing(page.tag());
          if (!standing.isEmpty() && !standing.getFirst().draft()) {
            discard(releases, course.plan(), page);
            return Optional.of(new Outcome.AlreadyDone(""));
          }
          ReleaseDraft form = form(page, course.plan());
          Optional<Release> ready = ready(course, releases, page, standing);
          if (ready.isEmpty()) {
            return overtaken(course);
          }
          Release draft = ready.get();
          List<String> missing = new ArrayList<>();
          for (PlannedAsset asset : page.assets()) {
            if (BytesSource.isOn(draft, asset)) {
              continue;
            }
            Optional<Payload.Source> bytes = source.ofAsset(course.plan(), asset);
            if (bytes.isEmpty()) {
              missing.add(asset.name());
            } else if (takes(releases, draft, asset, bytes.get()).isEmpty()) {
              return Optional.empty();
            }
          }
          try {
            Release now = releases.publish(draft, form);
            if (now.id() != draft.id() || now.draft()) {
              return Optional.empty();
            }
          } catch (Refused refused) {
            if (releases.find(page.tag()).filter(there -> !there.draft()).isEmpty()) {
              throw refused;
            }
            // Another run has published its draft: ours goes.
          }
          discard(releases, course.plan(), page);
          return Optional.of(
              missing.isEmpty()
                  ? new Outcome.Done("")
                  : new Outcome.Withheld(Texts.assetNotAtHand(String.join(", ", missing))));
        });
  }

  /// Whether a page that stands already is marked as it should be.
  Optional<Outcome> marked(Course course, PlannedPage page) throws Lost {
    return ask(
        course,
        page.tag(),
        releases ->
            releases
                .find(page.tag())
                .filter(there -> there.prerelease() == page.prerelease())
                .filter(there -> there.title().equals(page.title()))
                .map(_ -> new Outcome.AlreadyDone("")));
  }

  /// Marks a page that stands already; makes one where there is none.
  Optional<Outcome> mark(Course course, PlannedPage page) throws Lost {
    return ask(
        course,
        page.tag(),
        releases -> {
          ReleaseDraft form = form(page, course.plan());
          Optional<Release> there = releases.find(page.tag());
          if (there.isPresent()) {
            releases.mark(there.get(), form);
          } else {
            Release draft = releases.draft(form);
            if (!page.draft()) {
              releases.publish(draft, form);
            }
          }
          return Optional.of(new Outcome.Done(""));
        });
  }

  /// The page to publish: the draft that holds the planned bytes, or one without files. A draft
  /// with other bytes under the same names is another plan's, and goes. Empty: it may be that the
  /// release has become another run's.
  private Optional<Release> ready(
      Course course, Releases releases, PlannedPage page, List<Release> standing) throws Lost {
    if (standing.isEmpty()) {
      return Optional.of(releases.draft(form(page, course.plan())));
    }
    Release empty = standing.getFirst();
    for (Release draft : standing) {
      boolean whole = true;
      boolean foreign = false;
      for (PlannedAsset asset : page.assets()) {
        boolean there = BytesSource.isOn(draft, asset);
        whole &= there;
        foreign |= there && !isOurs(course, releases, draft, asset);
      }
      if (whole && !foreign) {
        return Optional.of(draft);
      }
      if (foreign) {
        if (overtaken(course).isPresent()) {
          return Optional.empty();
        }
        releases.discard(draft);
        empty = empty.id() == draft.id() ? releases.draft(form(page, course.plan())) : empty;
      }
    }
    return Optional.of(empty);
  }

  /// Takes the drafts of these tags of a plan away, which will not be published.
  void discard(Plan plan, List<String> tags) throws Lost {
    if (means.github().isPresent()) {
      for (PlannedPage page : plan.pages()) {
        if (tags.contains(page.tag())) {
          discard(means.github().get().releases(), plan, page);
        }
      }
    }
  }

  /// After another run was faster: takes away what this run drafted beside the page that is public
  /// by now. While none is public, the other run does it when it publishes.
  void tidy(Plan plan) throws Lost {
    if (means.github().isPresent()) {
      Releases releases = means.github().get().releases();
      for (PlannedPage page : plan.pages()) {
        if (releases.find(page.tag()).filter(release -> !release.draft()).isPresent()) {
          discard(releases, plan, page);
        }
      }
    }
  }

  private static void discard(Releases releases, Plan plan, PlannedPage page) throws Lost {
    String body = form(page, plan).body();
    for (Release draft : releases.drafts(page.tag())) {
      if (draft.body().equals(body)) {
        releases.discard(draft);
      }
    }
  }

  private static ReleaseDraft form(PlannedPage page, Plan plan) {
    return new ReleaseDraft(
        page.tag(),
        plan.target(),
        page.title(),
        page.body(),
        page.prerelease(),
        page.latest(),
        page.discussion());
  }

  /// Uploads a file. Empty when the answer does not show it, and when a file of its name and size
  /// was there before: another plan's may be, so it is looked at.
  private static Optional<Release.Asset> takes(
      Releases releases, Release page, PlannedAsset asset, Payload.Source bytes) throws Lost {
    return releases
        .upload(page, file(asset, bytes))
        .filter(there -> there.uploaded() && there.size() == asset.size());
  }

  private static AssetFile file(PlannedAsset asset, Payload.Source bytes) {
    return new AssetFile(
        asset.name(), asset.label(), new Payload.Stream(asset.size(), asset.type(), bytes));
  }
}
