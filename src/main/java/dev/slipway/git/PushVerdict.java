package dev.slipway.git;

import static java.util.stream.Collectors.joining;

import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/// What a server's answer to a push means.
final class PushVerdict {
  private static final int MOST_LINES = 20;

  private PushVerdict() {}

  /// What it means for all of these updates together.
  static Pushed of(List<RefUpdate> updates, PushResult result) {
    return said(verdict(updates, result.getRemoteUpdates()), result.getMessages());
  }

  /// True when a push failed because this token may not push at all.
  static boolean isRefusal(IOException problem) {
    String text = Endpoint.said(problem).toLowerCase(Locale.ROOT);
    return text.contains("not authorized")
        || text.contains("not permitted")
        || text.contains("authentication is required")
        || text.contains("403")
        || text.contains("401");
  }

  /// What the server said besides: GitHub names the rule that was broken there, and git the ref
  /// that was taken, when an atomic push was refused as a whole.
  private static Pushed said(Pushed pushed, String messages) {
    return switch (pushed) {
      case Pushed.Denied(var name, var text)
          when isBystander(text.toLowerCase(Locale.ROOT))
              && isRace(messages.toLowerCase(Locale.ROOT)) ->
          new Pushed.Conflict(name);
      case Pushed.Denied(var name, var text) when !messages.isBlank() ->
          new Pushed.Denied(
              name,
              text
                  + "\n"
                  + messages.lines().map(String::strip).limit(MOST_LINES).collect(joining("\n")));
      case Pushed.Denied _, Pushed.Accepted _, Pushed.Conflict _ -> pushed;
    };
  }

  private static Pushed verdict(List<RefUpdate> updates, Collection<RemoteRefUpdate> answered) {
    Optional<Pushed> conflict = Optional.empty();
    Optional<Pushed> denied = Optional.empty();
    for (RemoteRefUpdate update : answered) {
      String text = update.getMessage() == null ? "" : update.getMessage();
      switch (update.getStatus()) {
        case OK -> {}
        case UP_TO_DATE -> {
          boolean wasExpected =
              updates.stream()
                  .anyMatch(asked ->
                      asked.name().equals(update.getRemoteName())
                          && asked.expected().equals(asked.target()));
          if (!wasExpected) {
            conflict = Optional.of(new Pushed.Conflict(update.getRemoteName()));
          }
        }
        case REJECTED_REMOTE_CHANGED, NON_EXISTING, REJECTED_NONFASTFORWARD ->
            conflict = conflict.or(() -> Optional.of(new Pushed.Conflict(update.getRemoteName())));
        case REJECTED_OTHER_REASON -> {
          String lower = text.toLowerCase(Locale.ROOT);
          if (isRace(lower)) {
            conflict = conflict.or(() -> Optional.of(new Pushed.Conflict(update.getRemoteName())));
          } else if (denied.isEmpty() || !isBystander(lower)) {
            // Of an atomic push every ref is refused; the one that is at fault says why.
            denied = Optional.of(new Pushed.Denied(update.getRemoteName(), text));
          }
        }
        case REJECTED_NODELETE, NOT_ATTEMPTED, AWAITING_REPORT ->
            denied = denied.or(() -> Optional.of(new Pushed.Denied(update.getRemoteName(), text)));
      }
    }
    Optional<Pushed> refused = denied;
    return conflict.or(() -> refused).orElseGet(Pushed.Accepted::new);
  }

  /// Git's words for a ref that does not hold what was expected.
  private static boolean isRace(String lower) {
    return lower.contains("reference already exists")
        || lower.contains("but expected")
        || lower.contains("unable to resolve reference")
        || lower.contains("lock error")
        || lower.contains("failed to update ref")
        || lower.contains("cannot lock ref")
        || lower.contains("lock_failure");
  }

  private static boolean isBystander(String lower) {
    return lower.contains("atomic") || lower.contains("transaction aborted");
  }
}
