package dev.slipway.apply;

import dev.slipway.github.Release;
import dev.slipway.plan.Intent;
import dev.slipway.plan.PageTexts;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Where the planned bytes can be had: at hand, made again from the same commit, or from the page
/// that keeps them for a run on another machine.
final class BytesSource {
  /// What GitHub says when it serves nobody, or not this token, for a while.
  static final Set<String> BUSY = Set.of("GITHUB_UNAVAILABLE", "GITHUB_LIMIT");

  /// What GitHub says when it may say otherwise in a while.
  static final Set<String> PASSING =
      Set.of("GITHUB_UNAVAILABLE", "GITHUB_LIMIT", "GITHUB_UNREADABLE");

  private final Means means;

  BytesSource(Means means) {
    this.means = means;
  }

  /// The bytes of a file of the page: those at hand, or those that the plan itself gives.
  Optional<Payload.Source> ofAsset(Plan plan, PlannedAsset asset) throws Lost {
    for (PlannedRelease release : plan.releases()) {
      if (release.tarball().integrity().equals(asset.integrity())) {
        return atHand(plan, release);
      }
    }
    return means
        .payloads()
        .find(asset.name(), asset.integrity())
        .or(() ->
            PageTexts.of(plan, asset.name())
                .map(Bytes::toArray)
                .filter(content -> integrity(content).equals(asset.integrity()))
                .map(content -> () -> new ByteArrayInputStream(content)));
  }

  /// The bytes of a tarball: those at hand, or made again.
  private Optional<Payload.Source> atHand(Plan plan, PlannedRelease release) throws Lost {
    Optional<Payload.Source> own =
        means.payloads().find(release.tarball().filename(), release.tarball().integrity());
    return own.isPresent() ? own : means.payloads().again(plan, release);
  }

  /// Where a run on another machine can have the tarballs of a plan from.
  Intent.Bytes kept(Course course) throws Lost {
    if (means.github().isEmpty()) {
      return Intent.Bytes.REBUILD;
    }
    for (PlannedRelease release : course.plan().releases()) {
      if (!course.hasPage(release.tag()) || !isKept(course, release)) {
        return Intent.Bytes.REBUILD;
      }
    }
    return Intent.Bytes.DRAFT;
  }

  private boolean isKept(Course course, PlannedRelease release) throws Lost {
    Optional<Release> own = course.draft(release.tag());
    return own.isPresent()
        ? asset(course.plan(), release).filter(asset -> isOn(own.get(), asset)).isPresent()
        : kept(course.plan(), release).isPresent();
  }

  private Optional<Release.Asset> kept(Plan plan, PlannedRelease release) throws Lost {
    Optional<PlannedAsset> asset = asset(plan, release);
    if (asset.isEmpty() || means.github().isEmpty()) {
      return Optional.empty();
    }
    return means.github().get().releases().standing(release.tag()).stream()
        .filter(page -> isOn(page, asset.get()))
        .findFirst()
        .flatMap(page -> page.uploaded(asset.get().name()));
  }

  private static Optional<PlannedAsset> asset(Plan plan, PlannedRelease release) {
    return plan.page(release.tag()).stream()
        .flatMap(page -> page.assets().stream())
        .filter(asset -> asset.integrity().equals(release.tarball().integrity()))
        .findFirst();
  }

  /// The tarball's bytes: those at hand, or those kept on the page, if they are the planned ones.
  Optional<Payload.Source> ofTarball(Course course, PlannedRelease release) throws Lost {
    Optional<Payload.Source> atHand = atHand(course.plan(), release);
    if (atHand.isPresent()) {
      return atHand;
    }
    try {
      Optional<Release.Asset> asset = kept(course.plan(), release);
      if (asset.isEmpty() || means.github().isEmpty()) {
        return Optional.empty();
      }
      Bytes bytes = means.github().get().releases().download(asset.get());
      byte[] content = bytes.toArray();
      return integrity(content).equals(release.tarball().integrity())
          ? Optional.of(() -> new ByteArrayInputStream(content))
          : Optional.empty();
    } catch (Refused refused) {
      if (PASSING.contains(refused.problems().getFirst().code())) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  /// Whether all bytes that still have to be sent can be had.
  boolean canSend(Course course) throws Lost {
    for (PlannedRelease release : course.plan().releases()) {
      if (!course.isVisible(release) && ofTarball(course, release).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// Whether a page has a file of this name and size, whosever it is.
  static boolean isOn(Release release, PlannedAsset asset) {
    return release.uploaded(asset.name()).filter(a -> a.size() == asset.size()).isPresent();
  }

  /// As npm writes it, by SHA-512.
  static String integrity(byte[] content) {
    try {
      return "sha512-"
          + Base64.getEncoder()
              .encodeToString(MessageDigest.getInstance("SHA-512").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-512 is part of every Java runtime", impossible);
    }
  }
}
