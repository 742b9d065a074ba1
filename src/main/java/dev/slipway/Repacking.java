package dev.slipway;

import dev.slipway.apply.Payloads;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Refused;
import dev.slipway.version.Version;
import dev.slipway.world.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The bytes that this run has: those it packed, or those of an earlier run's number, made again
/// from the same files and compared.
///
/// @param packing the package
/// @param head the commit that is checked out
/// @param own what this run has planned so far; empty before it has
/// @param folder a missing folder for what is made again
record Repacking(
    Packing packing, String head, Supplier<Optional<Planning.Planned>> own, Path folder)
    implements Payloads {
  @Override
  public Optional<Payload.Source> find(String filename, String integrity) {
    return own.get()
        .flatMap(planned -> Optional.ofNullable(planned.contents().get(integrity)))
        .or(() -> tarball(filename, integrity));
  }

  private Optional<Payload.Source> tarball(String filename, String integrity) {
    return own.get()
        .flatMap(Planning.Planned::packed)
        .filter(packed -> packed.tarball().integrity().equals(integrity))
        .or(() -> again(filename, integrity))
        .map(packed -> source(packed.tarball().file()));
  }

  @Override
  public boolean wouldMake(PlannedRelease release, String commit) {
    return head.equals(commit)
        && release.name().equals(packing.manifest().name())
        && packed(release.version(), commit)
            .filter(made ->
                made.tarball().integrity().equals(release.tarball().integrity())
                    && made.manifest().json().equals(release.manifest()))
            .isPresent();
  }

  private Optional<Packing.Packed> again(String filename, String integrity) {
    String name = packing.manifest().name();
    String start = (name.startsWith("@") ? name.substring(1) : name).replace('/', '-') + "-";
    if (!filename.startsWith(start) || !filename.endsWith(".tgz")) {
      return Optional.empty();
    }
    return Version.parse(filename.substring(start.length(), filename.length() - ".tgz".length()))
        .flatMap(version -> packed(version, head))
        .filter(packed -> packed.tarball().integrity().equals(integrity));
  }

  private Optional<Packing.Packed> packed(Version version, String commit) {
    try {
      return Optional.of(packing.pack(Optional.of(version), Optional.of(commit), folder));
    } catch (Refused cannotBePacked) {
      return Optional.empty();
    }
  }

  private static Payload.Source source(Path file) {
    return () -> Files.newInputStream(file);
  }
}
