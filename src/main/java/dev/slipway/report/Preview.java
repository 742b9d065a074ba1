package dev.slipway.report;

import dev.slipway.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What a merge of a pull request would release, as a comment on it and as the summary of its run.
///
/// @param number of the pull request
/// @param base the branch it goes into
/// @param title its title, which a squash merge makes the commit's first line
/// @param squash what a squash merge would release
/// @param merge what a merge commit (or a rebase) would release: each commit counts
/// @param better what the title should be; empty when it is right
/// @param remarks on the package and its files, one plain sentence each; foreign text
/// @param warnings what is worth saying before the merge
public record Preview(
    long number,
    String base,
    String title,
    Told squash,
    Told merge,
    Optional<String> better,
    List<String> remarks,
    List<Problem> warnings) {
  public Preview {
    remarks = List.copyOf(remarks);
    warnings = List.copyOf(warnings);
  }

  /// The comment and the summary; the same for both, and without anything that changes by itself,
  /// so that the comment is only written when there is something new to say.
  public String markdown() {
    Page page = new Page();
    page.block("### " + headline());
    if (!same()) {
      page.table(
          List.of("merged by", "releases", "because"),
          List.of(
              row("**Squash and merge**", squash), row("**Merge commit** or **rebase**", merge)));
    }
    better.ifPresent(proposal ->
        page.alert(
            "TIP",
            "The title "
                + Encoders.code(title)
                + " is no conventional commit, so a squash merge of it releases nothing by itself."
                + " Call it for example\n\n"
                + Encoders.codeBlock(proposal, "")));
    files().ifPresent(page::block);
    remarks.forEach(remark -> page.block(Encoders.markdown(remark)));
    ProblemPart.on(page, warnings);
    if (same()) {
      details(page, squash, "");
    } else {
      details(page, squash, "Squash and merge: ");
      details(page, merge, "Merge commit: ");
    }
    page.block(
        "<sub>A preview: nothing has been released. It counts all since the last release of "
            + Encoders.html(base)
            + ", this pull request included.</sub>");
    return page.toString();
  }

  /// The package in a line: both ways of merging pack the same files.
  private Optional<String> files() {
    return (squash.releases().isEmpty() ? merge : squash)
        .releases().stream()
            .flatMap(release -> release.tarball().stream())
            .findFirst()
            .map(tarball ->
                "**Package**: "
                    + ReleasePart.size(tarball)
                    + tarball
                        .last()
                        .flatMap(last ->
                            FileDifference.of(tarball)
                                .map(difference ->
                                    ". Beside "
                                        + Encoders.markdown(last.version())
                                        + ": "
                                        + difference.brief()))
                        .orElse("")
                    + ".");
  }

  private String headline() {
    return same()
        ? "🔭 Merging this releases " + versions(squash)
        : "🔭 What merging this releases depends on how";
  }

  private boolean same() {
    return versions(squash).equals(versions(merge));
  }

  private static String versions(Told told) {
    if (told.releases().isEmpty()) {
      return "nothing";
    }
    List<ToldRelease> releases = told.releases();
    String first =
        Encoders.markdown(releases.getFirst().name())
            + " "
            + Encoders.markdown(releases.getFirst().version());
    return switch (releases.size()) {
      case 1 -> first;
      case 2, 3, 4 ->
          releases.stream()
              .map(r -> Encoders.markdown(r.name()) + " " + Encoders.markdown(r.version()))
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      default -> first + " and " + (releases.size() - 1) + " more packages";
    };
  }

  private static List<String> row(String how, Told told) {
    String what = versions(told).equals("nothing") ? "nothing" : "**" + versions(told) + "**";
    String why = told.reasons().isEmpty() ? "" : Encoders.tableCell(told.reasons().getFirst());
    return List.of(how, what, why);
  }

  private static void details(Page page, Told told, String prefix) {
    if (told.releases().isEmpty()) {
      Page inside = new Page();
      inside.block(
          told.reasons().stream()
              .map(reason -> "- " + Encoders.markdown(reason) + "\n")
              .reduce("", String::concat));
      CommitPart.on(inside, told.commits(), told.links());
      page.fold(prefix + "why nothing", inside);
      return;
    }
    for (ToldRelease release : told.releases()) {
      Page inside = new Page();
      ReleasePart.on(inside, release, told, told.reasons());
      page.fold(
          prefix
              + "<b>"
              + Encoders.html(release.name())
              + " "
              + Encoders.html(release.version())
              + "</b>"
              + release.bump().map(bump -> " (" + Encoders.html(bump) + ")").orElse("")
              + ": why, notes and files",
          inside);
    }
  }
}
