package dev.slipway.rehearsal;

import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.util.List;
import java.util.Optional;

/// A network on which the process dies at one step: the request is sent, the server does what it
/// asks for, and the answer is never read.
public final class Crash implements Exchanges {
  /// The steps at which it can die.
  public static final List<String> STEPS = List.of("draft", "upload", "publish", "see", "announce");

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
      throw new Killed(
          "right after the server had done \"" + request.purpose() + "\", before we heard of it");
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

  /// The process is gone.
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(String when) {
      super(when);
    }
  }
}
