package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.world.Chance;
import dev.slipway.world.Time;
import java.time.Duration;

/// Publishes one version and stays with it until its end is known or the patience is spent. Between
/// two sends of the same version it always looks at the registry.
public final class Publication {
  /// How a publication ended.
  public sealed interface End {
    /// It can be read and is ours.
    ///
    /// @param sends how often it was sent in this run; 0 when it was there already
    record Visible(VersionDocument document, int sends) implements End {}

    /// It was accepted and cannot be read yet.
    record Pending(Duration waited, int sends) implements End {}

    /// It waits for a person's approval.
    record Staged(String id, int sends) implements End {}

    /// The registry refuses it.
    record Refused(Meaning meaning, int sends) implements End {}

    /// The version is there with other bytes than ours.
    record Foreign(Problem problem) implements End {}

    /// It may have arrived; the registry could not be asked.
    record Unknown(Problem problem, int sends) implements End {}
  }

  /// How long and how often.
  ///
  /// @param visibility how long to wait for an accepted version to be readable
  /// @param sends how often the same may be sent, each time after having looked
  public record Patience(Duration visibility, int sends) {
    /// 20 minutes, three times.
    public static Patience standard() {
      return new Patience(Duration.ofMinutes(20), 3);
    }
  }

  private final Registry registry;
  private final PublishRequest request;
  private final Patience patience;
  private final Time time;
  private final Chance chance;
  private int sends;

  private Publication(
      Registry registry, PublishRequest request, Patience patience, Time time, Chance chance) {
    this.registry = registry;
    this.request = request;
    this.patience = patience;
    this.time = time;
    this.chance = chance;
  }

  /// Publishes directly.
  public static End direct(
      Registry registry, PublishRequest request, Patience patience, Time time, Chance chance) {
    return new Publication(registry, request, patience, time, chance).run(false);
  }

  /// Stages for a person's approval.
  public static End staged(
      Registry registry, PublishRequest request, Patience patience, Time time, Chance chance) {
    return new Publication(registry, request, patience, time, chance).run(true);
  }

  private End run(boolean staged) {
    switch (Visibility.look(registry, request)) {
      case Visibility.Seen.Ours(var document) -> {
        return new End.Visible(document, 0);
      }
      case Visibility.Seen.Foreign _ -> {
        return foreign();
      }
      case Visibility.Seen.NotYet _ -> {}
    }
    while (true) {
      sends++;
      PublishAnswer answer = staged ? registry.stage(request) : registry.publish(request);
      switch (answer) {
        case PublishAnswer.Accepted _ -> {
          return visible();
        }
        case PublishAnswer.Staged(var id, var _) -> {
          return new End.Staged(id, sends);
        }
        case PublishAnswer.Refused(var meaning) -> {
          return new End.Refused(meaning, sends);
        }
        case PublishAnswer.Ambiguous(var meaning, var next) -> {
          if (!next.resendIfAbsent()) {
            return staged ? stagedEarlier(meaning) : visible();
          }
          time.sleep(next.after());
          switch (Visibility.look(registry, request)) {
            case Visibility.Seen.Ours(var document) -> {
              return new End.Visible(document, sends);
            }
            case Visibility.Seen.Foreign _ -> {
              return foreign();
            }
            case Visibility.Seen.NotYet(var _, var trouble) -> {
              if (trouble.isPresent()) {
                return new End.Unknown(trouble.get(), sends);
              }
              if (sends >= patience.sends() || Thread.currentThread().isInterrupted()) {
                return new End.Unknown(meaning.problem(), sends);
              }
            }
          }
        }
      }
    }
  }

  private End visible() {
    return switch (Visibility.await(
        registry,
        request.name(),
        request.version(),
        request.tarball().integrity(),
        request.tarball().shasum(),
        patience.visibility(),
        time,
        chance)) {
      case Visibility.Seen.Ours(var document) -> new End.Visible(document, sends);
      case Visibility.Seen.Foreign _ -> foreign();
      case Visibility.Seen.NotYet(var waited, var _) -> new End.Pending(waited, sends);
    };
  }

  private End stagedEarlier(Meaning meaning) {
    return switch (Staging.look(
        registry,
        request.name(),
        request.version(),
        request.tarball().integrity(),
        request.tarball().shasum(),
        request.distTag())) {
      case Staging.State.Live(var document) -> new End.Visible(document, sends);
      case Staging.State.Waiting(var entry) ->
          new End.Staged(entry.map(StagedVersion::id).orElse(""), sends);
      case Staging.State.Overtaken(var entry, var _) -> new End.Staged(entry.id(), sends);
      case Staging.State.Foreign(var problem) -> new End.Foreign(problem);
      case Staging.State.Gone _ ->
          new End.Refused(
              new Meaning(
                  Staging.ghost(request.name(), request.version()),
                  new NextStep.Stop(),
                  meaning.notices()),
              sends);
      case Staging.State.Unknown(var problem) -> new End.Unknown(problem, sends);
    };
  }

  private End foreign() {
    return new End.Foreign(
        Problem.security(
            "NPM_FOREIGN_BYTES",
            request.name()
                + "@"
                + request.version()
                + " is live with another tarball than the one we made.",
            "Find out who published it before anything else is done: it was not this workflow."));
  }
}
