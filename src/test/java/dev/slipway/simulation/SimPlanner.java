package dev.slipway.simulation;

import dev.slipway.apply.Refs;
import dev.slipway.apply.Releasing;
import dev.slipway.json.Json;
import dev.slipway.npm.CredentialChoice;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedNote;
import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.plan.PlannedPromotion;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.PlannedTarball;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import dev.slipway.world.Bytes;
import dev.slipway.world.Remote.CommitDraft;
import dev.slipway.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides what a checkout releases: a small stand-in for reading and deciding, with the same
/// rules.
///
/// @param asks whether it asks the registry which numbers are burned
record SimPlanner(SimProcess process, World world, boolean asks) implements Releasing.Planner {

  /// The same, not asking.
  SimPlanner forgetful() {
    return new SimPlanner(process, world, false);
  }

  @Override
  public Optional<Plan> plan(Refs refs, Set<String> lost) {
    Universe universe = process.universe;
    Scenario scenario = universe.scenario;
    String base = process.checkout;
    if (scenario.tagged()) {
      return tagged(refs);
    }
    if (refs.branch(scenario.branch()).filter(base::equals).isEmpty()) {
      return Optional.empty();
    }
    List<GitModel.Commit> history = universe.git.history(base);
    List<String> names = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (int i = 0; i < scenario.packages().size(); i++) {
      String name = scenario.packages().get(i);
      Optional<Step> next = next(refs, lost, history, name, 1 << i);
      if (next.isPresent()) {
        names.add(name);
        versions.add(next.get().to());
        last.add(next.get().from());
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    names.forEach(this::mayPublish);
    Instant created = world.time().now();
    String target = base;
    Optional<Bytes> committed = universe.git.read(base, "package.json");
    boolean bumped = committed.filter(Bytes.of(versions.toString())::equals).isPresent();
    if (scenario.commits() && !bumped) {
      target =
          world
              .remote()
              .write(
                  new CommitDraft(
                      Optional.of(base),
                      Map.of("package.json", Optional.of(Bytes.of(versions.toString()))),
                      "chore(release): " + versions,
                      "robot",
                      "robot@example.com",
                      created.getEpochSecond()));
    }
    return Optional.of(plan(scenario, base, target, names, versions, last, created));
  }

  /// Asks early what would fail late: whether there is a credential.
  private void mayPublish(String name) {
    process.accounts.ifPresent(accounts -> {
      if (accounts.choose(name, SimProcess.REGISTRY)
          instanceof CredentialChoice.Nothing(var problem)) {
        throw new Refused(problem);
      }
    });
  }

  /// The release of the tag that has started the run.
  private Optional<Plan> tagged(Refs refs) {
    Scenario scenario = process.universe.scenario;
    String name = scenario.packages().getFirst();
    String tag = process.tag.orElseThrow();
    if (refs.tag(tag).filter(process.checkout::equals).isEmpty()) {
      throw new Refused(Problem.failure("TAG_MOVED", tag + " stands elsewhere.", "Look at it."));
    }
    mayPublish(name);
    return Optional.of(
        plan(
            scenario,
            process.checkout,
            process.checkout,
            List.of(name),
            List.of(tag.substring(1)),
            List.of("0.0.0"),
            world.time().now()));
  }

  /// From the last version to the next; the last one is the highest that is tagged in the history,
  /// wherever it stands, and `0.0.0` where there was none.
  private record Step(String from, String to) {}

  private Optional<Step> next(
      Refs refs, Set<String> lost, List<GitModel.Commit> history, String name, int bit) {
    Scenario scenario = process.universe.scenario;
    String prefix = scenario.tagPrefix(name);
    int bump = 0;
    Optional<Version> highest =
        history.stream()
            .flatMap(commit -> on(refs, commit.hash(), prefix).stream())
            .max(Comparator.naturalOrder());
    Version last = highest.orElse(Version.of("0.0.0"));
    for (GitModel.Commit commit : history) {
      if (highest.isPresent() && on(refs, commit.hash(), prefix).equals(highest)) {
        break;
      }
      if ((commit.touches() & bit) != 0) {
        bump = Math.max(bump, commit.bump());
      }
    }
    if (bump == 0) {
      return Optional.empty();
    }
    Optional<Packument> there = there(name);
    Version next = step(last, bump == 2 ? Bump.MINOR : Bump.PATCH);
    while (refs.tag(prefix + next).isPresent()
        || lost.contains(name + "@" + next)
        || refs.givenUp(prefix + next).isPresent()
        || isBurned(there, next)) {
      next = step(next, Bump.PATCH);
    }
    String wanted = next.toString();
    if (there.filter(packument -> packument.versions().contains(wanted)).isPresent()) {
      throw new Refused(
          Problem.failure(
              "VERSION_TAKEN", name + "@" + wanted + " is live, and no tag says so.", "Tag it."));
    }
    return Optional.of(new Step(last.toString(), wanted));
  }

  private boolean isBurned(Optional<Packument> there, Version version) {
    return asks && there.filter(packument -> packument.isBurned(version.toString())).isPresent();
  }

  /// What the registry has of a package.
  private Optional<Packument> there(String name) {
    Registry registry =
        process
            .accounts
            .map(accounts -> accounts.reader(SimProcess.REGISTRY))
            .orElseGet(() -> SimProcess.withToken(world));
    return switch (registry.packument(name)) {
      case Lookup.Found<Packument>(var packument) -> Optional.of(packument);
      case Lookup.Absent<Packument>() -> Optional.empty();
      case Lookup.Denied<Packument>(var problem) -> throw new Refused(problem);
      case Lookup.Unknown<Packument>(var problem) -> throw new Refused(problem);
    };
  }

  private Version step(Version from, Bump bump) {
    String identifier = process.universe.scenario.prerelease();
    if (identifier.isEmpty()) {
      return from.bump(bump);
    }
    return from.isPrerelease()
        ? Version.of(
            from.major()
                + "."
                + from.minor()
                + "."
                + from.patch()
                + "-"
                + identifier
                + "."
                + (Integer.parseInt(from.prerelease().get(1)) + 1))
        : Version.of(from.bump(bump) + "-" + identifier + ".1");
  }

  private static Optional<Version> on(Refs refs, String commit, String prefix) {
    Optional<Version> highest = Optional.empty();
    for (Map.Entry<String, String> ref : refs.all().entrySet()) {
      if (ref.getValue().equals(commit) && ref.getKey().startsWith("refs/tags/" + prefix)) {
        Optional<Version> version =
            Version.parse(ref.getKey().substring("refs/tags/".length() + prefix.length()));
        if (version.isPresent()
            && (highest.isEmpty() || version.get().compareTo(highest.get()) > 0)) {
          highest = version;
        }
      }
    }
    return highest;
  }

  private Plan plan(
      Scenario scenario,
      String base,
      String target,
      List<String> names,
      List<String> versions,
      List<String> last,
      Instant created) {
    List<PlannedRelease> releases = new ArrayList<>();
    List<PlannedNote> notes = new ArrayList<>();
    List<PlannedPage> pages = new ArrayList<>();
    List<PlannedPromotion> promotions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String version = versions.get(i);
      String tag = scenario.tag(name, version);
      String filename = filename(name, version);
      byte[] bytes = bytes(process, name, version, base);
      PlannedTarball tarball =
          new PlannedTarball(
              filename,
              bytes.length,
              GitModel.hash(name + version),
              RegistryModel.integrity(bytes));
      releases.add(
          new PlannedRelease(
              name,
              ".",
              Optional.empty(),
              Version.of(version),
              Optional.of(Bump.MINOR),
              tag,
              Optional.empty(),
              process.universe.distTag,
              "notes of " + tag,
              tarball,
              Json.empty()
                  .with("name", Json.of(name))
                  .with("version", Json.of(version))
                  .with("gitHead", Json.of(base)),
              Optional.empty(),
              SimProcess.REGISTRY,
              scenario.needs(name).stream().filter(names::contains).toList()));
      if (scenario.promotes() && !last.get(i).equals("0.0.0")) {
        promotions.add(
            new PlannedPromotion(
                name,
                Version.of(last.get(i)),
                scenario.tag(name, last.get(i)),
                "previous",
                SimProcess.REGISTRY,
                Optional.empty()));
      }
      notes.add(new PlannedNote(tag, target, "{\"channels\":[null]}"));
      if (scenario.pages()) {
        pages.add(
            new PlannedPage(
                tag,
                tag,
                "notes of " + tag,
                false,
                version.contains("-"),
                true,
                Optional.empty(),
                List.of(
                    new PlannedAsset(
                        filename,
                        Optional.empty(),
                        "application/gzip",
                        bytes.length,
                        tarball.integrity()))));
      }
    }
    return new Plan(
        scenario.branch(),
        base,
        target,
        process.name,
        created,
        scenario.mode(),
        scenario.tagged(),
        releases,
        promotions,
        notes,
        pages,
        Optional.empty(),
        Optional.empty());
  }

  static String filename(String name, String version) {
    return name.replace("@", "").replace("/", "-") + "-" + version + ".tgz";
  }

  /// What a process packs of a commit.
  static byte[] bytes(SimProcess process, String name, String version, String commit) {
    Universe universe = process.universe;
    String where = universe.scenario.reproducible() ? "" : " by " + process.name;
    return ("tarball of " + name + "@" + version + " from " + universe.human(commit) + where)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Packs again what a file of this name holds, from the checkout of the process.
  static Optional<byte[]> rebuild(SimProcess process, String filename) {
    for (String name : process.universe.scenario.packages()) {
      String prefix = name.replace("@", "").replace("/", "-") + "-";
      if (filename.startsWith(prefix) && filename.endsWith(".tgz")) {
        String version = filename.substring(prefix.length(), filename.length() - 4);
        return Optional.of(bytes(process, name, version, process.checkout));
      }
    }
    return Optional.empty();
  }
}
