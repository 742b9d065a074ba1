package dev.slipway.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semver4j.Semver;

/// A semantic version. Ordered by precedence (Semantic Versioning 2.0.0 §11); build metadata takes
/// no part in the order, but is kept in the text and in equality.
///
/// The limits are node-semver's: 256 characters, and no number above 2^53 - 1.
public final class Version implements Comparable<Version> {
  private final Parsed parsed;

  private Version(Parsed parsed) {
    this.parsed = parsed;
  }

  /// The version that a text is, without prefix, blanks or missing parts.
  ///
  /// @throws IllegalArgumentException when the text is not a semantic version
  public static Version of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a semantic version: " + text));
  }

  /// The version with these three numbers.
  public static Version of(long major, long minor, long patch) {
    return of(major + "." + minor + "." + patch);
  }

  /// The version that a text is, or nothing.
  public static Optional<Version> parse(String text) {
    return Parsed.read(text).map(Version::new);
  }

  public long major() {
    return parsed.major();
  }

  public long minor() {
    return parsed.minor();
  }

  public long patch() {
    return parsed.patch();
  }

  /// The identifiers behind the hyphen; empty for a stable version.
  public List<String> prerelease() {
    return parsed.prerelease();
  }

  /// True when there is a hyphen part.
  public boolean isPrerelease() {
    return !prerelease().isEmpty();
  }

  /// The three numbers alone.
  public Version core() {
    return of(major(), minor(), patch());
  }

  /// The same without what stands behind a plus sign.
  public Version withoutBuild() {
    int plus = parsed.text().indexOf('+');
    return plus < 0 ? this : of(parsed.text().substring(0, plus));
  }

  /// The next version after this one, as node-semver's `inc` has it: a prerelease moves to its own
  /// stable version first where the bump allows it.
  public Version bump(Bump bump) {
    if (Math.max(major(), Math.max(minor(), patch())) >= Integer.MAX_VALUE) {
      return bumpLarge(bump);
    }
    Semver version = new Semver(withoutBuild().toString());
    return of(
        (switch (bump) {
              case PATCH -> version.nextPatch();
              case MINOR -> version.nextMinor();
              case MAJOR -> version.nextMajor();
            })
            .getVersion());
  }

  /// The same for numbers that semver4j does not hold, as in versions that are dates.
  private Version bumpLarge(Bump bump) {
    return switch (bump) {
      case PATCH -> isPrerelease() ? core() : of(major(), minor(), patch() + 1);
      case MINOR -> isPrerelease() && patch() == 0 ? core() : of(major(), minor() + 1, 0);
      case MAJOR -> isPrerelease() && minor() == 0 && patch() == 0 ? core() : of(major() + 1, 0, 0);
    };
  }

  /// The next prerelease after this prerelease: its last number moves by one, and where it has no
  /// number a zero is put behind (node-semver's `inc(…, 'prerelease')`).
  ///
  /// @throws IllegalStateException when this is a stable version
  public Version nextPrerelease() {
    if (!isPrerelease()) {
      throw new IllegalStateException(this + " is not a prerelease");
    }
    List<String> identifiers = new ArrayList<>(prerelease());
    int last = identifiers.size() - 1;
    while (last >= 0 && !Parsed.isNumber(identifiers.get(last))) {
      last--;
    }
    if (last < 0) {
      identifiers.add("0");
    } else {
      identifiers.set(last, new BigInteger(identifiers.get(last)).add(BigInteger.ONE).toString());
    }
    return of(core() + "-" + String.join(".", identifiers));
  }

  /// The first prerelease of this version's numbers under an identifier: `1.2.0-beta.1`.
  ///
  /// @throws IllegalArgumentException when the identifier cannot stand in a version
  public Version firstPrerelease(String identifier) {
    return of(core() + "-" + identifier + ".1");
  }

  /// The most significant of the three numbers in which this differs from a higher version, as
  /// node-semver's `diff` names it, without its prefix `pre`. Between two prereleases of the same
  /// numbers it is the patch.
  ///
  /// @return empty when the other version is not higher
  public Optional<Bump> bumpTo(Version higher) {
    if (compareTo(higher) >= 0) {
      return Optional.empty();
    }
    if (isPrerelease() && !higher.isPrerelease()) {
      if (patch() == 0 && minor() == 0) {
        return Optional.of(Bump.MAJOR);
      }
      if (core().equals(higher.core())) {
        return Optional.of(patch() == 0 ? Bump.MINOR : Bump.PATCH);
      }
    }
    if (major() != higher.major()) {
      return Optional.of(Bump.MAJOR);
    }
    return Optional.of(minor() != higher.minor() ? Bump.MINOR : Bump.PATCH);
  }

  /// True when this lies in a range as npm writes ranges. A prerelease counts like any other
  /// version, as it does for `npm deprecate`.
  ///
  /// @param range one for which {@link NpmRange#isValid} holds
  public boolean isIn(String range) {
    return NpmBounds.of(range).test(this);
  }

  @Override
  public int compareTo(Version other) {
    return parsed.compareTo(other.parsed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && parsed.text().equals(that.parsed.text());
  }

  @Override
  public int hashCode() {
    return parsed.text().hashCode();
  }

  /// The version as it is written, without a `v`.
  @Override
  public String toString() {
    return parsed.text();
  }
}
