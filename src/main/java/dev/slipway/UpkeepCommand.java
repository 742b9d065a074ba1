package dev.slipway;

import dev.slipway.apply.Caretaker;
import dev.slipway.apply.Outcome;
import dev.slipway.apply.Upkeep;
import dev.slipway.npm.Destination;
import dev.slipway.npm.Doctor;
import dev.slipway.npm.Examined;
import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Upkept;
import dev.slipway.settings.InputTable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lists, points and removes dist-tags, and deprecates versions, on every registry that the
/// workflow names: what nobody does in a release, and what needs no npm client all the same.
final class UpkeepCommand {
  private final Hands hands;
  private final Packing packing;
  private final String name;
  private final Publishing publishing;

  private UpkeepCommand(Hands hands, Packing packing, Publishing publishing) {
    this.hands = hands;
    this.packing = packing;
    this.name = packing.manifest().name();
    this.publishing = publishing;
  }

  /// Does what the words behind the command say.
  ///
  /// @throws Refused when they say nothing that can be done, or no credential can do it
  static Upkept run(Hands hands) {
    Packing packing = Packing.of(hands);
    UpkeepWords words = UpkeepWords.read(hands.inputs(), packing.manifest().name());
    List<URI> registries = Packages.registries(hands);
    List<Npmrc> files = NpmrcFiles.of(packing.root(), packing.directory(), hands.environment());
    Refused.ifAny(
        Destination.check(
            packing.manifest().name(),
            packing.manifest().publishConfig(),
            packing.inRepository("package.json"),
            files,
            Set.copyOf(registries)));
    UpkeepCommand command =
        new UpkeepCommand(hands, packing, Publishing.of(hands, registries, files));
    Upkept done = new Upkept(words.what(), command.onEach(registries, words.wanted()));
    command.publishing.notices().forEach(hands.log()::foreign);
    return done;
  }

  private List<Upkept.There> onEach(List<URI> registries, Optional<Upkeep> wanted) {
    if (wanted.isPresent()) {
      registries.forEach(registry -> writer(registry, wanted.get()));
      Refused.ifAny(
          Doctor.against(
              registries.stream().map(this::examined).toList(),
              publishing.surroundings(packing.manifest().json(), List.of())));
    }
    List<Upkept.There> all = new ArrayList<>();
    for (URI registry : registries) {
      all.add(wanted.map(change -> change(registry, change)).orElseGet(() -> list(registry)));
    }
    return all;
  }

  private Upkept.There list(URI registry) {
    Caretaker caretaker = new Caretaker(name, publishing.reader(name, registry));
    return there(registry, caretaker, Optional.empty());
  }

  private Upkept.There change(URI registry, Upkeep wanted) {
    Caretaker caretaker = new Caretaker(name, writer(registry, wanted));
    Optional<Outcome> before = caretaker.look(wanted);
    Outcome outcome =
        before.isPresent()
            ? before.get()
            : hands.inputs().of(InputTable.DRY_RUN)
                ? new Outcome.NotReached()
                : caretaker.change(wanted);
    return there(registry, caretaker, Optional.of(outcome));
  }

  private Upkept.There there(URI registry, Caretaker caretaker, Optional<Outcome> outcome) {
    return new Upkept.There(name, registry, caretaker.tags(), outcome);
  }

  /// The token where there is one, since it may do both; a trusted publisher may at most move
  /// dist-tags.
  private Registry writer(URI registry, Upkeep wanted) {
    boolean held = publishing.holds(registry);
    if (!held && wanted instanceof Upkeep.Deprecate) {
      throw new Refused(
          Problem.configuration(
              "NPM_NO_CREDENTIAL",
              "There is no token to deprecate versions of "
                  + name
                  + " with, and a trusted publisher may not do it.",
              """
              Hand a token over, which may be one that can only stage:

                with:
                  npm-token: ${{ secrets.NPM_TOKEN }}\
              """));
    }
    return held ? publishing.reader(name, registry) : publishing.writer(name, registry);
  }

  private Examined examined(URI registry) {
    return new Examined(
        name,
        Optional.empty(),
        "",
        Optional.empty(),
        registry,
        packing.manifest().json(),
        packing.inRepository("package.json"),
        packing.shown().equals(".") ? "" : packing.shown(),
        List.of());
  }
}
