package dev.slipway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.json.Json;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasesTest {
  private static final AssetFile TARBALL =
      AssetFile.of("acme-widget-1.1.0.tgz", Bytes.of("tarball"));

  private static ReleaseDraft draft(String tag) {
    return new ReleaseDraft(tag, "main", tag, "notes", false, true, Optional.empty());
  }

  @Test
  void a_release_is_a_draft_first_then_has_its_files_and_is_shown_last() throws Lost {
    for (Hub hub : java.util.List.of(new Hub(), new Hub(Hub.GHES))) {
      Releases releases = hub.client.releases();
      Release draft = releases.draft(draft("v1.1.0"));
      assertThat(draft.draft()).isTrue();
      Release.Asset asset = releases.upload(draft, TARBALL).orElseThrow();
      assertThat(asset.size()).isEqualTo(7);
      // Whosever that is: it is there already.
      assertThat(releases.upload(draft, TARBALL)).isEmpty();
      Release published = releases.publish(draft, draft("v1.1.0"));
      assertThat(published.draft()).isFalse();
      assertThat(published.uploaded("acme-widget-1.1.0.tgz")).isPresent();
      assertThat(hub.fake.pages).hasSize(1);
    }
  }

  @Test
  void doing_it_twice_makes_one() throws Lost {
    Hub hub = new Hub();
    Releases releases = hub.client.releases();
    for (int i = 0; i < 2; i++) {
      Release draft = releases.draft(draft("v1.1.0"));
      releases.upload(draft, TARBALL);
      releases.publish(draft, draft("v1.1.0"));
    }
    assertThat(hub.fake.pages).hasSize(1);
    assertThat(hub.fake.pages.values().iterator().next().assets).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatever_happens_to_an_exchange_there_is_one_release_with_one_file(FakeGitHub.Fault fault)
      throws Lost {
    Hub hub = new Hub();
    hub.fake.fault("POST", "/releases", fault);
    Releases releases = hub.client.releases();
    Release draft = releases.draft(draft("v1.1.0"));
    hub.fake.fault("POST", "/assets", fault);
    releases.upload(draft, TARBALL);
    hub.fake.fault("PATCH", "/releases", fault);
    releases.publish(draft, draft("v1.1.0"));
    assertThat(hub.fake.pages).hasSize(1);
    FakeGitHub.Page page = hub.fake.pages.values().iterator().next();
    assertThat(page.assets).hasSize(1);
    assertThat(page.is("draft")).isFalse();
  }

  @Test
  void what_another_run_made_while_a_limit_held_this_one_up_is_taken() throws Lost {
    Hub hub = new Hub();
    Releases other = hub.client.releases();
    AtomicBoolean turnedAway = new AtomicBoolean();
    Exchanges limited =
        request -> {
          if (request.method().equals("POST") && !turnedAway.getAndSet(true)) {
            other.draft(draft("v1.1.0"));
            return new Answer(
                403,
                Map.of(),
                Bytes.of("{\"message\":\"You have exceeded a secondary rate limit.\"}"));
          }
          return hub.checked.exchange(request);
        };
    Release mine =
        GitHub.at(
                Address.PUBLIC,
                new Repository("acme", "widget"),
                Optional.of(Secret.of("ghs_token")),
                limited,
                hub.time)
            .releases()
            .draft(draft("v1.1.0"));
    assertThat(hub.fake.pages.keySet()).containsExactly(mine.id());
  }

  @Test
  void a_draft_that_an_earlier_run_left_is_found_beyond_the_first_page() throws Lost {
    Hub hub = new Hub();
    Release mine = hub.client.releases().draft(draft("v1.1.0"));
    for (int i = 0; i < 130; i++) {
      hub.client.releases().draft(draft("other" + i));
    }
    assertThat(hub.client.releases().find("v1.1.0").map(Release::id)).hasValue(mine.id());
  }

  @Test
  void what_a_broken_upload_left_is_cleared_away() throws Lost {
    Hub hub = new Hub();
    Release draft = hub.client.releases().draft(draft("v1.1.0"));
    FakeGitHub.Page page = hub.fake.page(draft.id());
    Json.Obj starter = new FakeReleases(hub.fake).asset("acme-widget-1.1.0.tgz", 0, "open");
    page.assets.put(starter.get("id").flatMap(Json::whole).orElseThrow(), starter);
    hub.client.releases().upload(draft, TARBALL);
    assertThat(page.assets.values())
        .singleElement()
        .satisfies(asset -> assertThat(asset.text("state")).hasValue("uploaded"));
  }

  @Test
  void a_file_whose_name_github_rewrites_is_known_again() throws Lost {
    Hub hub = new Hub();
    Release draft = hub.client.releases().draft(draft("v1.1.0"));
    AssetFile odd = AssetFile.of("release notes (é).md", Bytes.of("n"));
    hub.client.releases().upload(draft, odd);
    hub.client.releases().upload(draft, odd);
    assertThat(hub.fake.page(draft.id()).assets).hasSize(1);
    assertThat(hub.client.releases().find("v1.1.0").orElseThrow().uploaded(odd.name()))
        .hasValueSatisfying(asset -> assertThat(asset.name()).isEqualTo("release.notes.....md"));
  }

  @Test
  void another_file_of_the_same_name_on_a_published_release_is_not_touched() throws Lost {
    Hub hub = new Hub();
    Releases releases = hub.client.releases();
    Release draft = releases.draft(draft("v1.1.0"));
    releases.upload(draft, TARBALL);
    Release published = releases.publish(draft, draft("v1.1.0"));
    assertThatThrownBy(() ->
            releases.upload(published, AssetFile.of("acme-widget-1.1.0.tgz", Bytes.of("other!!!"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().code()).isEqualTo("GITHUB_ASSET_DIFFERS"));
  }

  @Test
  void a_tag_that_an_immutable_release_had_says_so() {
    Hub hub = new Hub();
    assertThatThrownBy(() -> hub.client.releases().draft(draft("v1-burned")))
        .hasMessage(
            "GITHUB_TAG_BURNED: Could not create the GitHub release v1-burned: an immutable release"
                + " had this tag, and its number can never be used again.");
  }

  @Test
  void immutable_releases_are_no_obstacle() throws Lost {
    Hub hub = new Hub();
    assertThat(hub.client.releases().areImmutable()).isFalse();
    hub.fake.immutable = true;
    assertThat(hub.client.releases().areImmutable()).isTrue();
    Release draft = hub.client.releases().draft(draft("v1.1.0"));
    hub.client.releases().upload(draft, TARBALL);
    assertThat(hub.client.releases().publish(draft, draft("v1.1.0")).immutable()).isTrue();
  }

  @Test
  void a_maintenance_release_is_not_shown_as_the_newest() throws Lost {
    Hub hub = new Hub();
    ReleaseDraft old =
        new ReleaseDraft("v1.0.1", "1.x", "v1.0.1", "n", false, false, Optional.empty());
    Release draft = hub.client.releases().draft(old);
    hub.client.releases().publish(draft, old);
    assertThat(hub.fake.page(draft.id()).text("make_latest")).isEqualTo("false");
  }

  @Test
  void a_discussion_category_that_is_not_there_is_named() throws Lost {
    Hub hub = new Hub();
    ReleaseDraft talked =
        new ReleaseDraft("v1.1.0", "main", "v1.1.0", "n", false, true, Optional.of("Nowhere"));
    Release draft = hub.client.releases().draft(talked);
    assertThatThrownBy(() -> hub.client.releases().publish(draft, talked))
        .hasMessage(
            "GITHUB_DISCUSSION_CATEGORY: Could not publish the GitHub release v1.1.0: GitHub"
                + " answered 404, as it does for a discussion category that is not there: Nowhere");
  }

  @Test
  void a_body_is_cut_at_a_line_to_what_github_takes() {
    ReleaseDraft draft =
        new ReleaseDraft(
            "v1", "main", "v1", "a line\n".repeat(20_000), false, true, Optional.empty());
    assertThat(draft.body())
        .hasSizeLessThanOrEqualTo(125_000)
        .endsWith("a line\n\n_Cut short: GitHub takes 125,000 characters._\n");
  }

  @Test
  void a_missing_permission_is_named_with_the_lines_to_add() {
    Hub hub = new Hub();
    hub.fake.denied.add("releases=contents=write");
    assertThatThrownBy(() -> hub.client.releases().draft(draft("v1.1.0")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().getFirst().what())
                  .isEqualTo(
                      "Could not create the GitHub release v1.1.0: the job's token may not (403).");
              assertThat(refused.problems().getFirst().remedy())
                  .isEqualTo(
                      """
                      Add this to the job; whatever is not named there is not granted:

                      permissions:
                        contents: write
                      """);
            });
  }

  @Test
  void an_upload_address_on_a_strange_host_gets_no_token() {
    Hub hub = new Hub();
    Release evil =
        new Release(
            1,
            "v1",
            "",
            "",
            true,
            false,
            false,
            "",
            "https://evil.example/x{?name}",
            java.util.List.of());
    assertThatThrownBy(() -> hub.client.releases().upload(evil, TARBALL))
        .hasMessageStartingWith("GITHUB_UPLOAD_ELSEWHERE");
    assertThat(hub.fake.log).noneMatch(line -> line.startsWith("POST"));
  }

  @Test
  void a_404_from_a_copy_that_lags_behind_makes_no_second_release() throws Lost {
    Hub hub = new Hub();
    Release draft = hub.client.releases().draft(draft("v1.1.0"));
    hub.client.releases().publish(draft, draft("v1.1.0"));
    hub.fake.answer("GET", "/releases/tags/", 404, Map.of(), "{}");
    Release again = hub.client.releases().draft(draft("v1.1.0"));
    assertThat(again.id()).isEqualTo(draft.id());
    assertThat(hub.fake.pages).hasSize(1);
  }
}
