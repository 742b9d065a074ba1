package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One package that the doctor looks at.
///
/// @param name its name
/// @param version the version that would be published; empty where nothing is to be released
/// @param distTag the tag it would get
/// @param access who may see it, where that is said
/// @param registry where it would go
/// @param manifest its package.json
/// @param file how a person names that package.json
/// @param directory where it lies in the repository; empty: at its top
/// @param destination what {@link Destination#check} found
public record Examined(
    String name,
    Optional<String> version,
    String distTag,
    Optional<Access> access,
    URI registry,
    Json manifest,
    String file,
    String directory,
    List<Problem> destination) {
  public Examined {
    destination = List.copyOf(destination);
  }
}
