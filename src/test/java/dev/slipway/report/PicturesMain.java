package dev.slipway.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the pages that `docs/pictures` takes pictures of: each kind of summary and preview, and
/// some of a history that strangers wrote.
final class PicturesMain {
  private static final String STYLE =
      """
      <!doctype html><meta charset="utf-8"><style>
      body{font:14px/1.5 "DejaVu Sans",sans-serif,"Noto Color Emoji";
      color:#1f2328;max-width:880px;margin:16px 24px}
      h2{border-bottom:1px solid #d1d9e0;padding-bottom:.3em;margin:0 0 16px}h3{margin:0 0 12px}
      a{color:#0969da;text-decoration:none}
      table{border-collapse:collapse;margin:0 0 16px}td,th{border:1px solid #d1d9e0;padding:6px 13px;text-align:left}
      tr:nth-child(2n){background:#f6f8fa}
      code{font:85% "DejaVu Sans Mono",monospace;background:#eff1f3;border-radius:6px;padding:.2em .4em}
      pre{background:#f6f8fa;border-radius:6px;padding:12px}pre code{background:none;padding:0}
      details{margin:0 0 12px}summary{cursor:pointer}
      blockquote{margin:0 0 16px;padding:4px 16px;border-left:4px solid #d1d9e0;color:#59636e}
      .alert{color:#1f2328}.note{border-color:#0969da}.tip{border-color:#1a7f37}
      .warning{border-color:#9a6700}.caution{border-color:#cf222e}
      p{margin:0 0 12px}ul{margin:0 0 12px;padding-left:2em}
      </style>
      """;

  private PicturesMain() {}

  /// Writes the pages.
  ///
  /// @param arguments the folder for the pages
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Map<String, String> pages = pages();
    List<Rendered> rendered = Rendered.all(List.copyOf(pages.values()));
    int i = 0;
    for (String name : pages.keySet()) {
      Files.writeString(folder.resolve(name + ".html"), STYLE + rendered.get(i++).html());
    }
  }

  static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("summary", Summary.of(Sample.released()));
    pages.put("open", Summary.of(Sample.released()).replace("<details>", "<details open>"));
    pages.put("pending", Summary.of(Sample.pending()));
    pages.put("nothing", Summary.of(Sample.nothing()));
    pages.put("refused", Summary.of(Sample.refused()));
    pages.put("failed", Summary.of(Sample.failed()));
    pages.put("preview", preview().markdown());
    List<ToldCommit> commits = new ArrayList<>();
    HostileText.all().forEach(foreign -> commits.add(Sample.hostileCommit(foreign)));
    pages.put(
        "hostile",
        Summary.of(
                Told.of(Told.Status.NOTHING)
                    .because(List.of("@octocat says <b>no</b>"), commits)
                    .linking(Sample.LINKS))
            .replace("<details>", "<details open>"));
    return pages;
  }

  static Preview preview() {
    Told squash =
        Told.of(Told.Status.NOTHING)
            .because(
                List.of("The title \"Add a plan command\" is no conventional commit."),
                List.of(Sample.commit("f", "", "", "Add a plan command (#41)", "")))
            .linking(Sample.LINKS);
    Told merge =
        Told.of(Told.Status.PLANNED)
            .releasing(List.of(Sample.widget().seenAt(List.of())))
            .because(List.of("1 feature and 1 fix: the weightiest makes it a minor."), List.of())
            .linking(Sample.LINKS);
    return new Preview(
        41,
        "main",
        "Add a plan command",
        squash,
        merge,
        Optional.of(TitleAdvice.of("Add a plan command", Sample.widget().commits())),
        List.of(),
        List.of());
  }
}
