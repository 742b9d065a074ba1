package dev.slipway.simulation;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run may name as the cause when one kind of request meets one fault: a table.
final class RightCause {
  private RightCause() {}

  /// Who was asked for what.
  enum Asked {
    GIT,
    GITHUB,
    RUNNER,
    EXCHANGE,
    READ,
    PUBLISH,
    POINT;

    static Asked by(String label) {
      if (label.startsWith("git")) {
        return GIT;
      }
      if (label.contains("gh.test")) {
        return GITHUB;
      }
      if (label.contains(RunnerModel.HOST)) {
        return RUNNER;
      }
      if (label.contains(RegistryModel.EXCHANGE)) {
        return EXCHANGE;
      }
      if (label.startsWith("GET")) {
        return READ;
      }
      return label.contains("/dist-tags/") ? POINT : PUBLISH;
    }
  }

  /// The codes that fit; every other one is a wrong cause.
  static Set<String> of(String label, Fault fault) {
    int status = fault.answer().map(answer -> answer.status()).orElse(0);
    boolean notReached =
        fault.lost().filter(dev.slipway.world.Lost.Reach.NOT_SENT::equals).isPresent();
    String said = fault.answer().map(answer -> answer.text()).orElse("");
    return switch (Asked.by(label)) {
      case GIT ->
          status == 403
              ? codes(
                  "ANSWER_LOST INTENT_DENIED TAG_DENIED BRANCH_PROTECTED CHANNEL_NOTE_DENIED INTENT_STAYS")
              : codes("ANSWER_LOST");
      case GITHUB -> codes(gitHub(status, said));
      case RUNNER ->
          codes(
              switch (status / 100) {
                case 0 -> "OIDC_RUNNER_NOT_REACHED";
                case 2 -> "OIDC_TOKEN_NOT_GIVEN";
                case 3 -> "OIDC_TOKEN_NOT_UNDERSTOOD";
                case 5 -> "OIDC_TOKEN_FAILED";
                default -> "OIDC_TOKEN_REFUSED";
              });
      case EXCHANGE -> codes(exchange(status, notReached));
      case READ -> codes(read(status, notReached));
      case PUBLISH -> codes(publish(status, notReached, said));
      case POINT -> codes("DIST_TAG_NOT_MOVED ANSWER_LOST");
    };
  }

  private static String gitHub(int status, String said) {
    return switch (status) {
      case 0 -> "ANSWER_LOST";
      case 200 -> said.equals("[]") ? "GITHUB_UNREADABLE RELEASE_PAGE_GONE" : "GITHUB_UNREADABLE";
      case 401 -> "GITHUB_TOKEN_REFUSED RELEASE_PAGE_LEFT_OUT";
      case 403 -> "GITHUB_FORBIDDEN RELEASE_PAGE_LEFT_OUT";
      case 404 -> "GITHUB_NOT_FOUND RELEASE_PAGE_LEFT_OUT";
      case 409, 422 -> "GITHUB_DECLINED RELEASE_PAGE_LEFT_OUT";
      case 429 -> "GITHUB_LIMIT";
      default -> status >= 500 ? "GITHUB_UNAVAILABLE ANSWER_LOST" : "GITHUB_UNAVAILABLE";
    };
  }

  private static String exchange(int status, boolean notReached) {
    return switch (status) {
      case 0 -> notReached ? "NPM_NOT_REACHED" : "NPM_ANSWER_LOST";
      case 200 -> "NPM_EXCHANGE_NOT_UNDERSTOOD";
      case 301, 302, 307, 308 -> "NPM_EXCHANGE_REDIRECTED";
      case 400 -> "NPM_EXCHANGE_MALFORMED";
      case 401 -> "NPM_EXCHANGE_UNAUTHORIZED";
      case 403 -> "NPM_EXCHANGE_FORBIDDEN";
      case 404 -> "NPM_NO_TRUSTED_PUBLISHER";
      case 429 -> "NPM_EXCHANGE_BUSY";
      default -> status >= 500 ? "NPM_EXCHANGE_FAILED" : "NPM_EXCHANGE_REFUSED";
    };
  }

  private static String read(int status, boolean notReached) {
    return switch (status) {
      case 0 -> notReached ? "NPM_NOT_REACHED" : "NPM_ANSWER_LOST";
      case 200 -> "NPM_NOT_A_REGISTRY";
      case 301, 302, 307, 308 -> "NPM_REDIRECTED";
      case 401, 402, 403 -> "NPM_READ_DENIED";
      case 404 -> "PROMOTED_VERSION_GONE";
      case 429 -> "NPM_RATE_LIMITED";
      default -> status >= 500 ? "NPM_SERVER_ERROR" : "NPM_READ_REFUSED";
    };
  }

  private static String publish(int status, boolean notReached, String said) {
    return switch (status) {
      case 0 -> notReached ? "NPM_NOT_REACHED" : "NPM_ANSWER_LOST";
      case 200 -> "NPM_ANSWER_LOST";
      case 301, 302, 307, 308 -> "NPM_REDIRECTED";
      case 400 -> "NPM_BAD_REQUEST";
      case 401 ->
          said.contains("one-time")
              ? "NPM_OTP_REQUIRED"
              : "NPM_OIDC_TOKEN_REFUSED NPM_TOKEN_UNKNOWN";
      case 402 -> "NPM_ACCESS_WANTED";
      case 403 ->
          said.contains("OIDC")
              ? "NPM_OIDC_NOT_ALLOWED"
              : said.contains("bypass")
                  ? "NPM_BYPASS_REQUIRED NPM_TWO_FACTOR_REQUIRED"
                  : said.contains("previously") ? "" : "NPM_FORBIDDEN";
      case 404 -> "NPM_NO_WRITE_ACCESS NPM_OIDC_TOKEN_REFUSED";
      case 408 -> "NPM_TIMED_OUT";
      case 409 -> said.contains("packument") ? "NPM_PACKUMENT_BUSY" : "";
      case 413 -> "NPM_TOO_LARGE";
      case 422 -> "NPM_PROVENANCE_REFUSED";
      case 429 -> "NPM_RATE_LIMITED";
      case 500 -> "NPM_SERVER_ERROR";
      default -> "NPM_UNREACHABLE_BEHIND_GATEWAY";
    };
  }

  private static Set<String> codes(String words) {
    return Stream.of(words.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
