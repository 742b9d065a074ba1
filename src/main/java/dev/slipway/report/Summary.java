package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The summary of a run, as Markdown for the page of the workflow run: what happened at the top,
/// why below it, the long parts folded.
public final class Summary {
  private Summary() {}

  /// The whole summary.
  public static String of(Told told) {
    if (told.page().isPresent()) {
      return told.page().get();
    }
    Page page = new Page();
    page.block("## " + title(told));
    ProblemPart.on(page, told.problems());
    promotions(page, told);
    switch (told.status()) {
      case RELEASED, PENDING, AWAITING_APPROVAL, PLANNED, PREPARED -> {
        pending(page, told);
        releases(page, told);
      }
      case NOTHING, SUPERSEDED, REFUSED, FAILED -> {
        reasons(page, told);
        if (told.releases().isEmpty()) {
          CommitPart.on(page, told.commits(), told.links());
        } else {
          releases(page, told);
        }
      }
    }
    steps(page, told);
    if (!told.notes().isEmpty()) {
      page.block(lines(told.notes()));
    }
    return page.toString();
  }

  static String title(Told told) {
    List<ToldRelease> releases = told.releases();
    String what =
        switch (releases.size()) {
          case 0 -> "";
          case 1 ->
              Encoders.markdown(releases.getFirst().name())
                  + " "
                  + Encoders.markdown(releases.getFirst().version());
          default -> releases.size() + " packages";
        };
    return switch (told.status()) {
      case RELEASED -> "🚀 " + what;
      case PENDING -> "⏳ " + what + " is on its way";
      case AWAITING_APPROVAL -> "✋ " + what + " waits for approval";
      case PLANNED -> what.isEmpty() ? "💤 Nothing to release" : "🔭 Next: " + what;
      case PREPARED -> "🧰 " + what + " is prepared";
      case NOTHING -> told.promotions().isEmpty() ? "💤 Nothing to release" : promoted(told);
      case SUPERSEDED -> "🤝 Another run releases this";
      case REFUSED -> "✋ Not released";
      case FAILED -> what.isEmpty() ? "❌ Not released" : "❌ " + what + " is not finished";
    };
  }

  private static String promoted(Told told) {
    ToldPromotion first = told.promotions().getFirst();
    return "🔀 "
        + Encoders.markdown(first.name())
        + " "
        + Encoders.markdown(first.version())
        + " for "
        + Encoders.markdown(first.distTag());
  }

  private static void promotions(Page page, Told told) {
    page.table(
        List.of("package", "version", "gets the dist-tag"),
        told.promotions().stream()
            .map(promotion ->
                List.of(
                    Encoders.codeCell(promotion.name()),
                    Page.link(
                        Encoders.tableCell(promotion.version()),
                        told.links().release(promotion.tag())),
                    Encoders.codeCell(promotion.distTag())))
            .toList());
  }

  private static void pending(Page page, Told told) {
    told.finishes()
        .ifPresent(what -> {
          String open =
              told.steps().stream()
                  .filter(step -> step.state() == ToldStep.State.PENDING)
                  .map(step -> "- " + Encoders.markdown(sentence(step)))
                  .reduce((a, b) -> a + "\n" + b)
                  .orElse("");
          page.alert("NOTE", Encoders.markdown(what) + (open.isEmpty() ? "" : "\n\n" + open));
        });
  }

  private static String sentence(ToldStep step) {
    return step.detail().isEmpty() ? step.what() : step.what() + ": " + step.detail();
  }

  private static void reasons(Page page, Told told) {
    page.block(lines(told.reasons()));
  }

  private static String lines(List<String> texts) {
    return texts.size() == 1
        ? Encoders.markdown(texts.getFirst())
        : texts.stream()
            .map(text -> "- " + Encoders.markdown(text) + "\n")
            .reduce("", String::concat);
  }

  private static void releases(Page page, Told told) {
    if (told.releases().size() == 1) {
      ReleasePart.on(page, told.releases().getFirst(), told, told.reasons());
      return;
    }
    if (!told.releases().isEmpty()) {
      page.table(
          List.of("package", "version", "before", "why", "dist-tag", ""),
          told.releases().stream().map(release -> row(release, told)).toList());
      page.block(lines(told.reasons()));
    }
    for (ToldRelease release : told.releases()) {
      Page inside = new Page();
      ReleasePart.on(inside, release, told, List.of());
      page.fold(
          "<b>" + Encoders.html(release.name()) + "</b> " + Encoders.html(release.version()),
          inside);
    }
  }

  private static List<String> row(ToldRelease release, Told told) {
    return List.of(
        Encoders.codeCell(release.name()),
        "**" + Encoders.tableCell(release.version()) + "**",
        Encoders.tableCell(release.previous().orElse("–")),
        Encoders.tableCell(release.bump().orElse("given by the tag")),
        Encoders.codeCell(release.distTag()),
        ReleasePart.places(release, told));
  }

  private static void steps(Page page, Told told) {
    if (told.steps().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (ToldStep step : told.steps()) {
      rows.add(
          List.of(
              step.state().sign() + " " + step.state().words(),
              Encoders.tableCell(step.what()),
              Encoders.tableCell(step.detail()),
              step.took().isZero() ? "" : Amount.time(step.took())));
    }
    long done =
        told.steps().stream()
            .filter(step ->
                step.state() == ToldStep.State.DONE || step.state() == ToldStep.State.ALREADY_DONE)
            .count();
    Page inside = new Page().table(List.of("", "step", "", "time"), rows);
    String time = told.took().isZero() ? "" : " in " + Amount.time(told.took());
    String all =
        done == told.steps().size()
            ? Amount.count(done, "step")
            : String.format(Locale.ROOT, "%d of %d steps", done, told.steps().size());
    page.fold(all + time, inside);
  }
}
