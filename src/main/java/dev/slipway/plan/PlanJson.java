package dev.slipway.plan;

import dev.slipway.json.Json;
import dev.slipway.npm.Access;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan as JSON, and back.
final class PlanJson {
  private PlanJson() {}

  static Json.Obj write(Plan plan) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("branch", Json.of(plan.branch()));
    json.put("base", Json.of(plan.base()));
    json.put("target", Json.of(plan.target()));
    json.put("run", Json.of(plan.runId()));
    json.put("created", Json.of(plan.created().getEpochSecond()));
    json.put("mode", Json.of(plan.mode().name()));
    json.put("tagGiven", Json.of(plan.tagGiven()));
    json.put("releases", new Json.Arr(plan.releases().stream().map(PlanJson::release).toList()));
    json.put(
        "promotions", new Json.Arr(plan.promotions().stream().map(PlanJson::promotion).toList()));
    json.put("notes", new Json.Arr(plan.notes().stream().map(PlanJson::note).toList()));
    json.put("pages", new Json.Arr(plan.pages().stream().map(PlanJson::page).toList()));
    json.put("proposal", list(plan.proposal().map(AfterwardsJson::proposal)));
    json.put("announcement", list(plan.announcement().map(AfterwardsJson::announcement)));
    return new Json.Obj(json);
  }

  private static Json list(Optional<Json> maybe) {
    return new Json.Arr(maybe.stream().toList());
  }

  private static Json release(PlannedRelease release) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("name", Json.of(release.name()));
    json.put("directory", Json.of(release.directory()));
    json.put("previous", Json.of(release.previous().map(Version::toString)));
    json.put("version", Json.of(release.version().toString()));
    json.put("bump", Json.of(release.bump().map(Bump::toString)));
    json.put("tag", Json.of(release.tag()));
    json.put("channel", Json.of(release.channel()));
    json.put("distTag", Json.of(release.distTag()));
    json.put("notes", Json.of(release.notes()));
    json.put("filename", Json.of(release.tarball().filename()));
    json.put("size", Json.of(release.tarball().size()));
    json.put("shasum", Json.of(release.tarball().shasum()));
    json.put("integrity", Json.of(release.tarball().integrity()));
    json.put("manifest", release.manifest());
    json.put("access", Json.of(release.access().map(Access::wire)));
    json.put("registry", Json.of(release.registry().toString()));
    json.put("needs", Json.of(release.needs()));
    return new Json.Obj(json);
  }

  private static Json promotion(PlannedPromotion promotion) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("name", Json.of(promotion.name()));
    json.put("version", Json.of(promotion.version().toString()));
    json.put("tag", Json.of(promotion.tag()));
    json.put("distTag", Json.of(promotion.distTag()));
    json.put("registry", Json.of(promotion.registry().toString()));
    json.put("page", list(promotion.page().map(PlanJson::page)));
    return new Json.Obj(json);
  }

  private static Json note(PlannedNote note) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("tag", Json.of(note.tag()));
    json.put("commit", Json.of(note.commit()));
    json.put("json", Json.of(note.json()));
    return new Json.Obj(json);
  }

  private static Json page(PlannedPage page) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("tag", Json.of(page.tag()));
    json.put("title", Json.of(page.title()));
    json.put("body", Json.of(page.body()));
    json.put("draft", Json.of(page.draft()));
    json.put("prerelease", Json.of(page.prerelease()));
    json.put("latest", Json.of(page.latest()));
    json.put("discussion", Json.of(page.discussion()));
    json.put("assets", new Json.Arr(page.assets().stream().map(PlanJson::asset).toList()));
    return new Json.Obj(json);
  }

  private static Json asset(PlannedAsset asset) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("name", Json.of(asset.name()));
    json.put("label", Json.of(asset.label()));
    json.put("type", Json.of(asset.type()));
    json.put("size", Json.of(asset.size()));
    json.put("integrity", Json.of(asset.integrity()));
    return new Json.Obj(json);
  }

  static Plan read(Json json) throws NotAnIntent {
    Fields fields = new Fields(json);
    return new Plan(
        fields.text("branch"),
        fields.hash("base"),
        fields.hash("target"),
        fields.text("run"),
        Instant.ofEpochSecond(fields.whole("created")),
        fields.oneOf("mode", Plan.Mode.class),
        fields.truth("tagGiven"),
        fields.each("releases", PlanJson::release),
        fields.each("promotions", PlanJson::promotion),
        fields.each("notes", PlanJson::note),
        fields.each("pages", PlanJson::page),
        fields.each("proposal", AfterwardsJson::proposal).stream().findFirst(),
        fields.each("announcement", AfterwardsJson::announcement).stream().findFirst());
  }

  private static PlannedRelease release(Fields fields) throws NotAnIntent {
    Json.Obj manifest = fields.object("manifest");
    PlannedRelease release =
        new PlannedRelease(
            fields.text("name"),
            fields.text("directory"),
            version(fields.maybe("previous")),
            version(fields.maybe("version"))
                .orElseThrow(() -> new NotAnIntent("version is not one")),
            bump(fields.maybe("bump")),
            fields.text("tag"),
            fields.maybe("channel"),
            fields.text("distTag"),
            fields.text("notes"),
            new PlannedTarball(
                fields.text("filename"),
                fields.whole("size"),
                fields.text("shasum"),
                fields.text("integrity")),
            manifest,
            fields.maybe("access").flatMap(Access::of),
            fields.address("registry"),
            fields.texts("needs"));
    boolean same =
        manifest.text("name").filter(release.name()::equals).isPresent()
            && manifest.text("version").filter(release.version().toString()::equals).isPresent();
    if (!same) {
      throw new NotAnIntent("manifest and release of " + release.label() + " differ");
    }
    return release;
  }

  private static PlannedPromotion promotion(Fields fields) throws NotAnIntent {
    return new PlannedPromotion(
        fields.text("name"),
        version(fields.maybe("version")).orElseThrow(() -> new NotAnIntent("version is not one")),
        fields.text("tag"),
        fields.text("distTag"),
        fields.address("registry"),
        fields.each("page", PlanJson::page).stream().findFirst());
  }

  private static PlannedNote note(Fields fields) throws NotAnIntent {
    return new PlannedNote(fields.text("tag"), fields.hash("commit"), fields.text("json"));
  }

  private static PlannedPage page(Fields fields) throws NotAnIntent {
    return new PlannedPage(
        fields.text("tag"),
        fields.text("title"),
        fields.text("body"),
        fields.truth("draft"),
        fields.truth("prerelease"),
        fields.truth("latest"),
        fields.maybe("discussion"),
        fields.each("assets", PlanJson::asset));
  }

  private static PlannedAsset asset(Fields fields) throws NotAnIntent {
    return new PlannedAsset(
        fields.text("name"),
        fields.maybe("label"),
        fields.text("type"),
        fields.whole("size"),
        fields.text("integrity"));
  }

  private static Optional<Version> version(Optional<String> text) {
    return text.flatMap(Version::parse);
  }

  private static Optional<Bump> bump(Optional<String> text) {
    return text.flatMap(word ->
        List.of(Bump.values()).stream().filter(bump -> bump.toString().equals(word)).findFirst());
  }

  static URI address(String text) throws NotAnIntent {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notOne) {
      throw new NotAnIntent("an address is none", notOne);
    }
  }
}
