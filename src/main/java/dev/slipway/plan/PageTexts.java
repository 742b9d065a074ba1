package dev.slipway.plan;

import dev.slipway.world.Bytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The small files on a release page that follow from the plan alone: whoever has the plan can make
/// them again.
public final class PageTexts {
  private static final String TARBALL = ".tgz";

  private PageTexts() {}

  /// What the file with the notes is called: `widget-1.2.3.notes.md`.
  ///
  /// @param tarball the file name of the tarball
  public static String notesName(String tarball) {
    return (tarball.endsWith(TARBALL)
            ? tarball.substring(0, tarball.length() - TARBALL.length())
            : tarball)
        + ".notes.md";
  }

  /// The notes, whole: the text of the page has a limit, and may be edited.
  public static Bytes notes(String markdown) {
    return Bytes.of(markdown.strip() + "\n");
  }

  /// What the file with the digest is called: `widget-1.2.3.tgz.sha512`.
  public static String digestName(String tarball) {
    return tarball + ".sha512";
  }

  /// The digest as `sha512sum` writes it, for `sha512sum --check`.
  ///
  /// @param integrity `sha512-` and base64
  public static Bytes digest(String integrity, String tarball) {
    byte[] sha512 = Base64.getDecoder().decode(integrity.substring("sha512-".length()));
    return Bytes.of(HexFormat.of().formatHex(sha512) + "  " + tarball + "\n");
  }

  /// The bytes that a plan gives for a file of its page; empty where it is not one of these.
  public static Optional<Bytes> of(Plan plan, String name) {
    for (PlannedRelease release : plan.releases()) {
      String tarball = release.tarball().filename();
      if (name.equals(digestName(tarball))) {
        return Optional.of(digest(release.tarball().integrity(), tarball));
      }
      if (name.equals(notesName(tarball))) {
        return Optional.of(notes(release.notes()));
      }
    }
    return Optional.empty();
  }
}
