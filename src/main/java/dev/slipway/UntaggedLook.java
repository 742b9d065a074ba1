package dev.slipway;

import dev.slipway.decision.Decision;
import dev.slipway.decision.Published;
import dev.slipway.history.Graph;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.TagFormat;
import java.util.Optional;

/// What the registry has of a package whose repository has no release tag. Only then does a command
/// that changes nothing ask it, once and briefly: the tags tell everything else, and without a
/// network there is a plan all the same.
///
/// @param published what it has; empty where it has nothing or was not asked
/// @param others the same without what was made from this very commit
/// @param remark what came of asking, in one line; empty where there is nothing to say
record UntaggedLook(
    Optional<Published> published, Optional<Published> others, Optional<String> remark) {
  private static final UntaggedLook NEEDLESS =
      new UntaggedLook(Optional.empty(), Optional.empty(), Optional.empty());

  /// Asks where no tag of the repository names a version.
  static UntaggedLook at(Hands hands, Packages packages, Graph graph) {
    TagFormat format = packages.configuration().tagFormat();
    boolean tagged = graph.tags().stream().anyMatch(tag -> format.version(tag.name()).isPresent());
    if (tagged || packages.unpublished().isPresent()) {
      return NEEDLESS;
    }
    String name = packages.packing().manifest().name();
    try {
      NamedRegistry named = NamedRegistry.of(hands, packages.packing());
      return named
          .reader()
          .map(registry -> asked(registry, name, graph.head()))
          .orElseGet(() -> unknown(name, named.elsewhere().getFirst()));
    } catch (Refused refused) {
      return unknown(name, refused.problems().getFirst());
    }
  }

  private static UntaggedLook asked(Registry registry, String name, String head) {
    return switch (registry.hurried().packument(name)) {
      case Lookup.Found<Packument>(var document) -> {
        OnRegistry there = new OnRegistry(name, Optional.of(document), true);
        yield new UntaggedLook(
            there.published(), there.publishedElsewhere(head, _ -> false), Optional.empty());
      }
      case Lookup.Absent<Packument>() ->
          new UntaggedLook(
              Optional.empty(),
              Optional.empty(),
              Optional.of("The registry shows no version of " + name + "."));
      case Lookup.Denied<Packument>(var problem) -> unknown(name, problem);
      case Lookup.Unknown<Packument>(var problem) -> unknown(name, problem);
    };
  }

  private static UntaggedLook unknown(String name, Problem why) {
    return new UntaggedLook(
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            "Whether the registry has versions of "
                + name
                + " already is not known. "
                + why.what()
                + " A release asks again, and stops if it has."));
  }

  /// False where there was no need to ask it.
  boolean wasAsked() {
    return published.isPresent() || remark.isPresent();
  }

  /// The decision beside what was found.
  ///
  /// @throws Refused when the registry has versions that no tag names
  Decision decide(Packages packages, Graph graph, String branch) {
    return packages.deciding().decide(graph, branch, published, others);
  }
}
