package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldPromotion;
import dev.slipway.report.ToldRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plan as a document for machines: `plan --json`, and the output `plan`. Its shape is a
/// promise: members are added, never changed or taken away, while `schema` is 1.
final class PlanDocument {
  /// What a plan comes to.
  enum Status {
    RELEASE("release"),
    NOTHING("nothing"),
    PENDING("pending"),
    REFUSED("refused");

    private final String word;

    Status(String word) {
      this.word = word;
    }
  }

  private PlanDocument() {}

  /// The document.
  ///
  /// @param releases empty when there is nothing to release
  /// @param promotions versions that exist and get one more channel
  /// @param commits what each commit says, newest first, where no release carries them
  /// @param reasons why this and not something else
  static Json of(
      Status status,
      List<ToldRelease> releases,
      List<ToldPromotion> promotions,
      List<ToldCommit> commits,
      List<String> reasons) {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("schema", Json.of(1));
    document.put("status", Json.of(status.word));
    document.put("releases", Json.each(releases, PlanDocument::release));
    if (!promotions.isEmpty()) {
      document.put("promotions", Json.each(promotions, PlanDocument::promotion));
    }
    document.put("reasons", Json.of(reasons));
    if (releases.isEmpty()) {
      document.put("commits", Json.each(commits, PlanDocument::commit));
    }
    return new Json.Obj(document);
  }

  private static Json promotion(ToldPromotion promotion) {
    return Json.empty()
        .with("name", Json.of(promotion.name()))
        .with("version", Json.of(promotion.version()))
        .with("tag", Json.of(promotion.tag()))
        .with("channel", Json.of(promotion.distTag()));
  }

  private static Json release(ToldRelease release) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(release.name()));
    members.put("directory", Json.of(release.directory()));
    members.put("previous", Json.of(release.previous()));
    members.put("version", Json.of(release.version()));
    members.put("bump", Json.of(release.bump()));
    members.put("tag", Json.of(release.tag()));
    members.put("channel", Json.of(release.distTag()));
    members.put("notes", Json.of(release.notes()));
    release.tarball().ifPresent(tarball -> members.put("integrity", Json.of(tarball.integrity())));
    members.put("commits", Json.each(release.commits(), PlanDocument::commit));
    return new Json.Obj(members);
  }

  private static Json commit(ToldCommit commit) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("sha", Json.of(commit.sha()));
    members.put("type", Json.of(commit.type()));
    members.put("scope", Json.of(commit.scope()));
    members.put("subject", Json.of(commit.subject()));
    members.put("breaking", Json.of(commit.breaking()));
    members.put("bump", Json.of(commit.bump()));
    members.put("why", Json.of(Optional.of(commit.why())));
    return new Json.Obj(members);
  }
}
