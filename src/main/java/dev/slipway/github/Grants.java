package dev.slipway.github;

import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;

/// What the token may do. GitHub tells no token its permissions, so each is asked by a request to
/// make something of nothing: whoever lacks the permission is turned away for that (403, 404), and
/// whoever has it because there is nothing to make (422). Nothing is changed either way.
public final class Grants {
  private final Calls calls;

  Grants(Calls calls) {
    this.calls = calls;
  }

  /// A line of the job's `permissions:`.
  public enum Permission {
    CONTENTS("contents", "/git/refs", "make a tag"),
    ISSUES("issues", "/issues", "open an issue"),
    PULL_REQUESTS("pull-requests", "/pulls", "open a pull request");

    private final String key;
    private final String path;
    private final String purpose;

    Permission(String key, String path, String purpose) {
      this.key = key;
      this.path = path;
      this.purpose = purpose;
    }

    /// As `permissions:` calls it.
    public String key() {
      return key;
    }
  }

  /// Whether the token may.
  public sealed interface Grant {
    /// It may.
    record Given() implements Grant {}

    /// It may not.
    record Missing(Problem problem) implements Grant {}

    /// GitHub did not say.
    record Unknown(Problem problem) implements Grant {}
  }

  /// Asks for one permission to write.
  public Grant ask(Permission permission) {
    String purpose = permission.purpose;
    try {
      Answer answer = calls.declined(purpose, calls.at(permission.path));
      return switch (answer.status()) {
        case 422, 400 -> new Grant.Given();
        case 401 -> new Grant.Missing(Refusals.problem(purpose, calls.repository(), answer));
        case 403, 404 -> new Grant.Missing(missing(permission));
        default -> new Grant.Unknown(Refusals.problem(purpose, calls.repository(), answer));
      };
    } catch (Lost lost) {
      return new Grant.Unknown(
          Problem.failure(
              "GITHUB_NOT_REACHED", "Could not " + purpose + ": " + lost.text(), "Run it again."));
    }
  }

  private Problem missing(Permission permission) {
    return Problem.configuration(
        "GITHUB_PERMISSION_MISSING",
        "The token may not write: "
            + permission.key
            + " of "
            + calls.repository()
            + " is not granted.",
        "Add this to the job; whatever is not named there is not granted:\n\npermissions:\n  "
            + permission.key
            + ": write");
  }
}
