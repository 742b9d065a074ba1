package dev.slipway.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One release on a page: what it is, why, its notes, its file.
final class ReleasePart {
  private static final int MOST_FILES = 300;
  private static final int NOTES = 60_000;

  private ReleasePart() {}

  static void on(Page page, ToldRelease release, Told told, List<String> reasons) {
    page.block(headline(release));
    String places = places(release, told);
    page.block(places);
    if (!reasons.isEmpty()) {
      page.block(
          reasons.stream()
              .map(reason -> "- " + Encoders.markdown(reason) + "\n")
              .reduce("", String::concat));
    }
    CommitPart.on(page, release.commits(), told.links());
    notes(page, release);
    tarball(page, release);
  }

  private static String headline(ToldRelease release) {
    String from =
        release
            .previous()
            .map(previous -> Encoders.markdown(previous) + " → ")
            .orElse("first release: ");
    String bump = release.bump().map(b -> " · **" + Encoders.markdown(b) + "**").orElse("");
    return from
        + "**"
        + Encoders.markdown(release.version())
        + "**"
        + bump
        + " · dist-tag "
        + Encoders.code(release.distTag())
        + " · tag "
        + Encoders.code(release.tag());
  }

  static String places(ToldRelease release, Told told) {
    List<String> links = new ArrayList<>();
    for (ToldRelease.Place place : release.places()) {
      links.add(Page.link(Encoders.markdown(place.title()), Optional.of(place.url())));
    }
    release
        .previousTag()
        .flatMap(previous -> told.links().compare(previous, to(release, told)))
        .ifPresent(url -> links.add(Page.link("all changes", Optional.of(url))));
    return String.join(" · ", links);
  }

  /// The tag is there only when the release is.
  private static String to(ToldRelease release, Told told) {
    return told.status() == Told.Status.RELEASED ? release.tag() : release.gitHead();
  }

  static void notes(Page page, ToldRelease release) {
    if (release.notes().isBlank()) {
      return;
    }
    String notes = release.notes();
    String shown = notes.length() <= NOTES ? notes : cut(notes);
    page.fold("Release notes", new Page().block(Encoders.markdownDocument(shown.strip())));
  }

  private static String cut(String notes) {
    int line = notes.lastIndexOf('\n', NOTES);
    return notes.substring(0, line > 0 ? line : NOTES) + "\n\n… cut short";
  }

  static void tarball(Page page, ToldRelease release) {
    release.tarball().ifPresent(tarball -> file(page, tarball));
  }

  private static void file(Page page, ToldTarball tarball) {
    Page inside = new Page();
    inside.block(
        Encoders.code(tarball.integrity())
            + tarball.path().map(path -> " · " + Encoders.code(path)).orElse(""));
    FileDifference.of(tarball)
        .ifPresent(difference -> {
          list(inside, "Enter the package", difference.enter());
          list(inside, "Leave the package", difference.leave());
          list(inside, "Change their size", difference.resize());
        });
    List<ToldTarball.File> files =
        tarball.files().stream()
            .sorted(Comparator.comparingLong(ToldTarball.File::size).reversed())
            .toList();
    inside.table(
        List.of("file", "size"),
        files.subList(0, Math.min(MOST_FILES, files.size())).stream()
            .map(file -> List.of(Encoders.codeCell(file.path()), Amount.bytes(file.size())))
            .toList());
    if (files.size() > MOST_FILES) {
      inside.block("_And " + (files.size() - MOST_FILES) + " smaller ones._");
    }
    page.fold("Package: " + size(tarball), inside);
  }

  /// How many files, how large, and how that has changed.
  static String size(ToldTarball tarball) {
    String change =
        tarball
            .last()
            .map(last ->
                " ("
                    + (last.size() > 0
                        ? Amount.difference(last.size(), tarball.size())
                        : Amount.difference(last.unpackedSize(), tarball.unpackedSize())
                            + " unpacked")
                    + ")")
            .orElse("");
    return Amount.count(tarball.files().size(), "file")
        + ", "
        + Amount.bytes(tarball.size())
        + " packed"
        + change
        + ", "
        + Amount.bytes(tarball.unpackedSize())
        + " unpacked";
  }

  private static void list(Page page, String title, List<String> paths) {
    if (!paths.isEmpty()) {
      String shown =
          paths.stream().limit(50).map(path -> "- " + path + "\n").reduce("", String::concat);
      page.block("**" + title + "** (" + paths.size() + ")");
      page.block(shown + (paths.size() > 50 ? "- … and " + (paths.size() - 50) + " more\n" : ""));
    }
  }
}
