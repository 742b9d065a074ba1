package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.history.Tag;
import dev.slipway.npm.LiveVersions;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.npm.StagedVersion;
import dev.slipway.plan.Intent;
import dev.slipway.plan.IntentText;
import dev.slipway.plan.NotAnIntent;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Watch;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the live registries with what was released: every version must have a tag or an intent,
/// the digest that an intent names, and a commit of this repository. Changes nothing.
final class WatchCommand {
  private final Hands hands;
  private final Repositories repositories;
  private final Packages packages;
  private final GitRemote remote;

  private WatchCommand(
      Hands hands, Repositories repositories, Packages packages, GitRemote remote) {
    this.hands = hands;
    this.repositories = repositories;
    this.packages = packages;
    this.remote = remote;
  }

  /// Looks once.
  ///
  /// @throws Refused when a registry or the repository cannot be read
  static Watch run(Hands hands) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      return new WatchCommand(
              hands,
              repositories,
              Packages.of(hands, repositories.workspace()),
              remote(hands, repositories))
          .look();
    } catch (Lost lost) {
      throw new Refused(Problem.failure("REMOTE_UNREACHABLE", lost.text(), "Run it again."));
    }
  }

  private static GitRemote remote(Hands hands, Repositories repositories) {
    String repository =
        hands
            .runner()
            .repository()
            .orElseThrow(() ->
                new Refused(
                    Problem.configuration(
                        "NOT_IN_A_WORKFLOW",
                        "The tags of the remote are asked for in a workflow, and this is none.",
                        """
                        Run it in a workflow, on a schedule:

                          on:
                            schedule:
                              - cron: "17 * * * *"

                          with:
                            command: watch\
                        """)));
    return repositories.remote(
        hands.runner().server() + "/" + repository + ".git",
        hands.inputs().of(InputTable.GITHUB_TOKEN));
  }

  private Watch look() throws Lost {
    List<URI> registries = Packages.registries(hands);
    Publishing publishing =
        Publishing.of(
            hands,
            registries,
            NpmrcFiles.of(
                repositories.workspace().root(),
                packages.packing().directory(),
                hands.environment()));
    Refs refs = Refs.of(remote);
    List<Intent> intents = intents(refs);
    String name = packages.packing().manifest().name();
    List<Watch.Watched> watched = new ArrayList<>();
    try (GitRepository graph =
        repositories.asOf(
            remote,
            refs.all(),
            ref -> ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/"))) {
      for (URI registry : registries) {
        LiveVersions live =
            new LiveVersions(name, released(graph, intents, name, registry), graph::has);
        watched.add(look(publishing.reader(name, registry), live, intents));
      }
    }
    return new Watch(watched);
  }

  /// Open intents, and the last one of each line.
  private List<Intent> intents(Refs refs) throws Lost {
    List<Intent> intents = new ArrayList<>();
    List<String> commits =
        refs.all().entrySet().stream()
            .filter(ref -> ref.getKey().startsWith("refs/slipway/"))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    for (String commit : commits) {
      Optional<Bytes> text = remote.read(commit, Intent.FILE);
      if (text.isPresent()) {
        try {
          intents.add(IntentText.read(text.get().text()));
        } catch (NotAnIntent somethingElse) {
          // It says nothing of what was released.
        }
      }
    }
    return intents;
  }

  private LiveVersions.Released released(
      GitRepository graph, List<Intent> intents, String name, URI registry) {
    Map<String, String> commits = new HashMap<>();
    for (Tag tag : graph.tags()) {
      packages
          .configuration()
          .tagFormat()
          .version(tag.name())
          .ifPresent(version -> commits.put(version.toString(), tag.commit()));
    }
    Map<String, String> integrities = new HashMap<>();
    for (Intent intent : intents) {
      intent.plan().releases().stream()
          .filter(release -> release.name().equals(name) && release.registry().equals(registry))
          .forEach(release ->
              integrities.put(release.version().toString(), release.tarball().integrity()));
    }
    return new LiveVersions.Released(commits, integrities);
  }

  private Watch.Watched look(Registry registry, LiveVersions live, List<Intent> intents) {
    return switch (registry.packument(live.name())) {
      case Lookup.Found<Packument>(var packument) -> {
        LiveVersions.Compared compared = live.compare(packument);
        List<Watch.Alarm> alarms = new ArrayList<>();
        compared
            .strangers()
            .forEach(stranger ->
                alarms.add(
                    new Watch.Alarm(stranger.version(), stranger.published(), stranger.problem())));
        alarms.addAll(staged(registry, live.name(), intents));
        yield new Watch.Watched(
            live.name(),
            registry.address(),
            compared.live(),
            compared.older(),
            alarms,
            compared.remarks());
      }
      case Lookup.Absent<Packument>() ->
          new Watch.Watched(live.name(), registry.address(), 0, 0, List.of(), List.of());
      case Lookup.Denied<Packument>(var problem) -> throw new Refused(problem);
      case Lookup.Unknown<Packument>(var problem) -> throw new Refused(problem);
    };
  }

  /// What waits for approval and was not staged here; nothing where the credential may not see it.
  private static List<Watch.Alarm> staged(Registry registry, String name, List<Intent> intents) {
    return registry.staged(name).found().orElse(List.of()).stream()
        .filter(staged ->
            intents.stream()
                .flatMap(intent -> intent.plan().releases().stream())
                .noneMatch(release ->
                    release.name().equals(name)
                        && release.version().toString().equals(staged.version())
                        && (staged.shasum().isEmpty()
                            || release.tarball().shasum().equalsIgnoreCase(staged.shasum()))))
        .map(WatchCommand::alarm)
        .toList();
  }

  private static Watch.Alarm alarm(StagedVersion staged) {
    return new Watch.Alarm(
        staged.version(),
        Optional.empty(),
        Problem.security(
            "WATCH_STAGED_BY_NOBODY",
            staged.name()
                + "@"
                + staged.version()
                + " waits for approval"
                + (staged.actor().isEmpty() ? "" : ", staged by " + staged.actor())
                + ", and was not staged here.",
            "Do not approve it before you know who staged it. To turn it away: npm stage reject "
                + staged.id()));
  }
}
