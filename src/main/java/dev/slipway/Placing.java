package dev.slipway;

import dev.slipway.manifest.MemberLines;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Says where in the repository a problem is: the file as seen from the root, and the line of a
/// package.json.
///
/// @param root of the repository
/// @param folder from which the problems name their files
record Placing(Path root, Path folder) {
  /// For problems that name their files from the root.
  static Placing from(Path root) {
    return new Placing(root, root);
  }

  List<Problem> all(List<Problem> problems) {
    return problems.stream().map(this::of).toList();
  }

  /// The same problem with its place found; one that has none as it is.
  Problem of(Problem problem) {
    return problem.place().map(place -> problem.at(found(place))).orElse(problem);
  }

  private Place found(Place place) {
    try {
      Path file = folder.resolve(place.file()).normalize();
      Place named = place.in(root.relativize(file).toString().replace('\\', '/'));
      boolean readable =
          !place.member().isEmpty()
              && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) <= PackageManifest.LARGEST;
      return readable
          ? MemberLines.in(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), named)
          : named;
    } catch (IOException | IllegalArgumentException nowhereOnDisk) {
      return place;
    }
  }
}
