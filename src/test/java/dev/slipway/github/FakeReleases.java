package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Releases of the fake.
record FakeReleases(FakeGitHub hub) {
  private static final String ROOT = "/releases";

  Answer answer(Request request, String path) {
    String rest = path.substring(ROOT.length());
    if (rest.isEmpty()) {
      return request.method().equals("GET") ? list(request) : create(request);
    }
    if (rest.startsWith("/tags/")) {
      String tag = rest.substring("/tags/".length());
      return hub.pages.values().stream()
          .filter(page -> page.text("tag_name").equals(tag) && !page.is("draft"))
          .findFirst()
          .map(page -> FakeGitHub.ok(200, json(page)))
          .orElseGet(() -> FakeGitHub.error(404, "Not Found"));
    }
    if (rest.startsWith("/assets/")) {
      return asset(request, Long.parseLong(rest.substring("/assets/".length())));
    }
    String[] parts = rest.split("/", -1);
    FakeGitHub.Page page = hub.pages.get(Long.parseLong(parts[1]));
    if (page == null) {
      return FakeGitHub.error(404, "Not Found");
    }
    return parts.length == 2 ? one(request, page) : assets(request, page);
  }

  private Answer list(Request request) {
    List<Json> newest = new ArrayList<>();
    hub.pages.values().forEach(page -> newest.addFirst(json(page)));
    return hub.paged(request, newest);
  }

  private Answer create(Request request) {
    Json.Obj body = (Json.Obj) FakeGitHub.body(request);
    String tag = body.text("tag_name").orElse("");
    boolean draft = body.get("draft").flatMap(Json::truth).orElse(false);
    if (tag.contains("burned")) {
      return FakeGitHub.invalid(
          "Release", "tag_name", "custom", "tag_name was used by an immutable release");
    }
    boolean taken =
        hub.pages.values().stream()
            .anyMatch(page -> page.text("tag_name").equals(tag) && !page.is("draft"));
    if (taken && !draft) {
      return FakeGitHub.invalid("Release", "tag_name", "already_exists", "");
    }
    FakeGitHub.Page page = new FakeGitHub.Page(hub.next(), body);
    hub.pages.put(page.id, page);
    return FakeGitHub.ok(201, json(page));
  }

  private Answer one(Request request, FakeGitHub.Page page) {
    return switch (request.method()) {
      case "DELETE" -> {
        hub.pages.remove(page.id);
        yield new Answer(204, Map.of(), dev.slipway.world.Bytes.of(""));
      }
      case "PATCH" -> edit(FakeGitHub.body(request), page);
      default -> FakeGitHub.ok(200, json(page));
    };
  }

  private Answer edit(Json body, FakeGitHub.Page page) {
    if (body.text("discussion_category_name").filter("Nowhere"::equals).isPresent()) {
      return FakeGitHub.error(404, "Not Found");
    }
    Json.Obj fields = page.fields;
    for (var member : body.members().entrySet()) {
      fields = fields.with(member.getKey(), member.getValue());
    }
    boolean shown = page.is("draft") && !fields.get("draft").flatMap(Json::truth).orElse(false);
    page.fields = shown && hub.immutable ? fields.with("immutable", Json.of(true)) : fields;
    return FakeGitHub.ok(200, json(page));
  }

  private Answer assets(Request request, FakeGitHub.Page page) {
    if (request.method().equals("GET")) {
      return hub.paged(request, List.copyOf(page.assets.values()));
    }
    if (page.is("immutable")) {
      return FakeGitHub.error(422, "Cannot upload assets to an immutable release.");
    }
    Map<String, String> query = FakeGitHub.query(request.uri());
    String name = Release.stored(query.getOrDefault("name", ""));
    boolean there =
        page.assets.values().stream()
            .anyMatch(a -> a.text("name").filter(name::equals).isPresent());
    if (there) {
      return FakeGitHub.invalid("ReleaseAsset", "name", "already_exists", "");
    }
    byte[] bytes = Base64.getDecoder().decode(FakeGitHub.body(request).text().orElse(""));
    long promised = request.payload() instanceof Payload.Stream s ? s.length() : -1;
    if (promised != bytes.length) {
      return FakeGitHub.error(400, "length");
    }
    Json.Obj asset = asset(name, bytes.length, "uploaded");
    page.assets.put(asset.get("id").flatMap(Json::whole).orElse(0L), asset);
    return FakeGitHub.ok(201, asset);
  }

  Json.Obj asset(String name, long size, String state) {
    return GitHubDescription.read()
        .sample("release-asset")
        .with("id", Json.of(hub.next()))
        .with("name", Json.of(name))
        .with("size", Json.of(size))
        .with("state", Json.of(state))
        .with(
            "browser_download_url",
            Json.of("https://github.com/acme/widget/releases/download/x/" + name));
  }

  private Answer asset(Request request, long id) {
    for (FakeGitHub.Page page : hub.pages.values()) {
      Json.Obj asset = page.assets.get(id);
      if (asset != null && request.method().equals("DELETE")) {
        page.assets.remove(id);
        return new Answer(204, Map.of(), dev.slipway.world.Bytes.of(""));
      }
      if (asset != null) {
        return FakeGitHub.ok(200, asset);
      }
    }
    return FakeGitHub.error(404, "Not Found");
  }

  private Json.Obj json(FakeGitHub.Page page) {
    String tag = page.text("tag_name");
    return GitHubDescription.read()
        .sample("release")
        .with("id", Json.of(page.id))
        .with("tag_name", Json.of(tag))
        .with("name", Json.of(page.text("name")))
        .with("body", Json.of(page.text("body")))
        .with("draft", Json.of(page.is("draft")))
        .with("prerelease", Json.of(page.is("prerelease")))
        .with("immutable", Json.of(page.is("immutable")))
        .with("html_url", Json.of("https://github.com/acme/widget/releases/tag/" + tag))
        .with(
            "upload_url",
            Json.of(
                hub.address.api()
                    + "/repos/acme/widget/releases/"
                    + page.id
                    + "/assets{?name,label}"))
        .with("assets", new Json.Arr(List.copyOf(page.assets.values())));
  }
}
