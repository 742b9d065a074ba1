package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @Test
  void a_release_says_what_why_and_where_and_folds_what_is_long() {
    assertThat(Summary.of(Sample.released()))
        .startsWith(
            """
            ## 🚀 @&#8203;acme/widget 1.3.0

            1.2.3 → **1.3.0** · **minor** · dist-tag `latest` · tag `v1.3.0`

            [GitHub release](https://github.com/acme/widget/releases/tag/v1.3.0) · [npm](http://127.0.0.1:4873/package/@acme/widget/v/1.3.0) · [provenance](http://127.0.0.1:4873/package/@acme/widget/v/1.3.0#provenance) · [all changes](https://github.com/acme/widget/compare/v1.2.3...v1.3.0)

            - Since v1.2.3 there is 1 feature and 1 fix: the weightiest makes it a minor.

            | commit | says | rule | moves |
            | --- | --- | --- | --- |
            """)
        .contains("<summary>Release notes</summary>")
        .contains(
            "<summary>Package: 6 files, 34.5 kB packed (+1.2 kB, +4 %), 128.4 kB"
                + " unpacked</summary>")
        .contains("**Enter the package** (1)\n\n- `dist/index.d.ts`")
        .contains("**Leave the package** (1)\n\n- `dist/legacy.js`")
        .contains("<summary>8 steps in 48 s</summary>")
        .contains(
            "| ✅ done | see @&#8203;acme/widget@&#8203;1.3.0 on the registry | visible, with our"
                + " digest | 41 s |")
        .endsWith("- Published by trusted publishing: no token was used.\n- With provenance.\n");
  }

  @Test
  void a_run_that_releases_nothing_says_why_commit_by_commit() {
    assertThat(Summary.of(Sample.nothing()))
        .isEqualTo(
            """
            ## 💤 Nothing to release

            None of the 2 commits since v1.2.3 asks for a release.

            | commit | says | rule | moves |
            | --- | --- | --- | --- |
            | [`c3d4e5f`](https://github.com/acme/widget/commit/c3d4e5fc3d4e5fc3d4e5fc3d4e5fc3d4e5fc3d4e) | **docs(readme):** say what a channel is | no rule makes a release of docs | – |
            | [`e5f6a7b`](https://github.com/acme/widget/commit/e5f6a7be5f6a7be5f6a7be5f6a7be5f6a7be5f6a) | Update stuff | no rule makes a release of | – |
            """);
  }

  @Test
  void what_is_pending_says_what_finishes_it() {
    assertThat(Summary.of(Sample.pending()))
        .startsWith(
            """
            ## ⏳ @&#8203;acme/widget 1.3.0 is on its way

            > [!NOTE]
            > The next run of this workflow finishes it: a push, a schedule, or a re-run.
            >\s
            > - see @&#8203;acme/widget@&#8203;1.3.0 on the registry: the registry is still scanning it
            """)
        .contains("<summary>2 of 4 steps in 61 min 0 s</summary>");
  }

  @Test
  void a_refusal_shows_the_yaml_to_paste_as_code() {
    assertThat(Summary.of(Sample.refused()))
        .contains("> **NO\\_CREDENTIAL** in `.github/workflows/release.yml:12`")
        .contains("> ```yaml\n> permissions:\n>   contents: write\n>   id-token: write\n> ```")
        .contains("> ```yaml\n>   with:\n>     npm-token: ${{ secrets.NPM_TOKEN }}\n> ```");
  }

  @Test
  void a_thousand_commits_and_files_stay_readable() {
    List<ToldCommit> commits = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      commits.add(Sample.commit("abcdef0", "fix", "", "thing " + i, "patch"));
    }
    String summary = Summary.of(Told.of(Told.Status.NOTHING).because(List.of("x"), commits));
    assertThat(summary)
        .contains("<summary>1,000 commits, of which 1000 move the version</summary>")
        .contains("_And 800 older ones._")
        .hasSizeLessThan(40_000);
  }

  /// Threat 3, and the same for every place of a summary and a preview at once.
  @Test
  void strangers_break_no_table_swallow_no_text_and_tell_nobody() {
    List<String> pages = new ArrayList<>();
    for (String foreign : HostileText.all()) {
      pages.add(Summary.of(Sample.hostile(foreign)));
      pages.add(
          new Preview(
                  1,
                  foreign,
                  foreign,
                  Sample.hostile(foreign),
                  Told.of(Told.Status.NOTHING)
                      .because(List.of(foreign), List.of(Sample.hostileCommit(foreign))),
                  Optional.of(TitleAdvice.of(foreign, List.of(Sample.hostileCommit(foreign)))),
                  List.of(foreign),
                  List.of())
              .markdown());
    }
    List<Rendered> rendered = Rendered.all(pages);
    for (int i = 0; i < pages.size(); i++) {
      Rendered page = rendered.get(i);
      String foreign = HostileText.all().get(i / 2);
      String name = foreign + "\n--- in ---\n" + pages.get(i) + "\n--- html ---\n" + page.html();
      assertThat(page.mentions()).as(name).isEmpty();
      assertThat(page.images()).as(name).isEmpty();
      assertThat(page.tags())
          .as(name)
          .isSubsetOf(
              "h1",
              "h2",
              "h3",
              "h4",
              "p",
              "a",
              "code",
              "pre",
              "strong",
              "em",
              "b",
              "sub",
              "ul",
              "ol",
              "li",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "details",
              "/details",
              "summary",
              "blockquote",
              "br",
              "hr",
              "s");
      assertThat(page.links())
          .as(name)
          .allMatch(link ->
              link.startsWith("https://github.com/acme/widget/")
                  // A document (the notes) may link; nothing else may.
                  || link.startsWith("https://tracker.example/")
                  || link.contains("evil.example")
                  || link.startsWith("mailto:"));
      assertThat(page.text()).as(name).doesNotContain("[!CAUTION]");
      assertThat(count(page.html(), "<details"))
          .as(name)
          .isEqualTo(count(page.html(), "</details>"));
      assertThat(page.cells()).as(name).allMatch(cells -> cells >= 2 && cells <= 6);
    }
  }

  /// Each encoder for itself: what a person reads is what stood there.
  @Test
  void markdown_swallows_nothing() {
    List<String> texts = HostileText.all().stream().filter(t -> !t.isBlank()).toList();
    List<String> documents = new ArrayList<>();
    for (String text : texts) {
      documents.add("before " + Encoders.markdown(text) + " after");
      documents.add(
          "| a | b |\n| --- | --- |\n| "
              + Encoders.tableCell(text)
              + " | "
              + Encoders.codeCell(text)
              + " |");
      documents.add("<details>\n<summary>" + Encoders.html(text) + "</summary>\n\nx\n\n</details>");
      documents.add("x " + Encoders.code(text) + " y");
    }
    List<Rendered> rendered = Rendered.all(documents);
    for (int i = 0; i < documents.size(); i++) {
      Rendered page = rendered.get(i);
      String text = plain(Visible.line(texts.get(i / 4)));
      assertThat(plain(page.text())).as(documents.get(i) + "\n" + page.html()).contains(text);
      assertThat(page.mentions()).as(documents.get(i)).isEmpty();
      assertThat(page.references()).as(documents.get(i)).isEmpty();
      assertThat(page.emoji()).as(documents.get(i)).isEmpty();
      assertThat(page.links()).as(documents.get(i)).isEmpty();
      assertThat(page.images()).as(documents.get(i)).isEmpty();
    }
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  @Test
  void a_preview_says_what_each_way_of_merging_releases_and_a_better_title() {
    assertThat(PicturesMain.preview().markdown())
        .startsWith(
            """
            ### 🔭 What merging this releases depends on how

            | merged by | releases | because |
            | --- | --- | --- |
            | **Squash and merge** | nothing | The title "Add a plan command" is no conventional commit. |
            | **Merge commit** or **rebase** | **@&#8203;acme/widget 1.3.0** | 1 feature and 1 fix: the weightiest makes it a minor. |

            > [!TIP]
            > The title `Add a plan command` is no conventional commit, so a squash merge of it releases nothing by itself. Call it for example
            >\s
            > ```
            > feat: add a plan command
            > ```
            """)
        .contains("<summary>Squash and merge: why nothing</summary>")
        .contains(
            "<summary>Merge commit: <b>@&#8203;acme/widget 1.3.0</b> (minor): why, notes and"
                + " files</summary>");
  }

  @ParameterizedTest
  @CsvSource({
    "Add a thing,feat: add a thing",
    "Fix the thing,fix: the thing",
    "Bump lodash,build: bump lodash",
    "API for all,feat: API for all",
    "Whatever,feat: whatever",
  })
  void a_better_title_takes_its_type_from_the_first_word_or_the_commits(
      String title, String better) {
    assertThat(TitleAdvice.of(title, Sample.widget().commits())).isEqualTo(better);
  }
}
