package dev.slipway.version;

import java.util.List;
import java.util.Optional;
import org.semver4j.Semver;

/// A semantic version. Ordered by precedence (Semantic Versioning 2.0.0 §11); build metadata takes
/// no part in order or equality of precedence, but is kept in the text.
public final class Version implements Comparable<Version> {
  private final Semver semver;

  private Version(Semver semver) {
    this.semver = semver;
  }

  /// The version that a text is, without prefix, blanks or missing parts.
  ///
  /// @throws IllegalArgumentException when the text is not a semantic version
  public static Version of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a semantic version: " + text));
  }

  /// The version that a text is, or nothing.
  public static Optional<Version> parse(String text) {
    return text.length() > 256 || !Semver.isValid(text)
        ? Optional.empty()
        : Optional.ofNullable(Semver.parse(text)).map(Version::new);
  }

  public int major() {
    return semver.getMajor();
  }

  public int minor() {
    return semver.getMinor();
  }

  public int patch() {
    return semver.getPatch();
  }

  /// The identifiers behind the hyphen; empty for a stable version.
  public List<String> prerelease() {
    return List.copyOf(semver.getPreRelease());
  }

  /// True when there is a hyphen part.
  public boolean isPrerelease() {
    return !semver.getPreRelease().isEmpty();
  }

  /// The next version after this one, as node-semver's `inc` has it: a prerelease moves to its own
  /// stable version first where the bump allows it.
  public Version bump(Bump bump) {
    return switch (bump) {
      case PATCH ->
          isPrerelease()
              ? stable(major(), minor(), patch())
              : stable(major(), minor(), patch() + 1);
      case MINOR ->
          isPrerelease() && patch() == 0
              ? stable(major(), minor(), 0)
              : stable(major(), minor() + 1, 0);
      case MAJOR ->
          isPrerelease() && minor() == 0 && patch() == 0
              ? stable(major(), 0, 0)
              : stable(major() + 1, 0, 0);
    };
  }

  private static Version stable(int major, int minor, int patch) {
    return of(major + "." + minor + "." + patch);
  }

  /// True when this satisfies a range as npm understands ranges.
  public boolean satisfies(String range) {
    return semver.satisfies(range);
  }

  @Override
  public int compareTo(Version other) {
    return semver.compareTo(other.semver);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && semver.getVersion().equals(that.semver.getVersion());
  }

  @Override
  public int hashCode() {
    return semver.getVersion().hashCode();
  }

  /// The version as it is written, without a `v`.
  @Override
  public String toString() {
    return semver.getVersion();
  }
}
