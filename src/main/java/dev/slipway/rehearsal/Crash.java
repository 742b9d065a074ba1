package dev.slipway.rehearsal;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network on which the process dies at one step: the request is sent, the server does what it
/// asks for, and the answer is never read.
public final class Crash implements Exchanges {
  /// The steps at which it can die, in the order of a release.
  public static final List<String> STEPS =
      List.of("intent", "draft", "upload", "mark", "publish", "see", "tag", "announce", "clear");

  private static final String INTENTS = "refs/slipway/intents/";

  private final String step;
  private final Exchanges network;
  private boolean published;

  private Crash(String step, Exchanges network) {
    this.step = step;
    this.network = network;
  }

  /// Dies at this step.
  public static Crash at(String step, Exchanges network) {
    return new Crash(step, network);
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    Answer answer = network.exchange(request);
    Optional<String> reached = step(request);
    if (reached.equals(Optional.of(step))) {
      throw new Killed(request.purpose());
    }
    return answer;
  }

  private Optional<String> step(Request request) {
    String path = request.uri().getPath();
    boolean page = path.contains("/releases");
    return switch (request.method()) {
      case "PUT" -> {
        published = true;
        yield Optional.of("publish");
      }
      case "POST" ->
          page ? Optional.of(path.endsWith("/assets") ? "upload" : "draft") : Optional.empty();
      case "PATCH" -> page ? Optional.of("announce") : Optional.empty();
      case "GET" -> published && !page ? Optional.of("see") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The git remote on the same network.
  public Remote around(Remote remote) {
    return new Remote() {
      @Override
      public Map<String, String> refs(List<String> prefixes) throws Lost {
        return remote.refs(prefixes);
      }

      @Override
      public Pushed push(List<RefUpdate> updates) throws Lost {
        Pushed pushed = remote.push(updates);
        if (updates.stream().anyMatch(update -> step(update).equals(Optional.of(step)))) {
          throw new Killed("push " + updates.getFirst().name());
        }
        return pushed;
      }

      @Override
      public String write(CommitDraft draft) {
        return remote.write(draft);
      }

      @Override
      public Optional<Bytes> read(String commit, String path) throws Lost {
        return remote.read(commit, path);
      }
    };
  }

  private static Optional<String> step(Remote.RefUpdate update) {
    if (update.name().startsWith("refs/tags/")) {
      return Optional.of("tag");
    }
    if (!update.name().startsWith(INTENTS)) {
      return Optional.empty();
    }
    if (update.target().isEmpty()) {
      return Optional.of("clear");
    }
    return Optional.of(update.expected().isEmpty() ? "intent" : "mark");
  }

  /// The process is gone.
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(String purpose) {
      super("right after the server had done \"" + purpose + "\", before we heard of it");
    }
  }
}
