package dev.slipway.npm;

import static dev.slipway.npm.CredentialKind.NONE;
import static dev.slipway.npm.CredentialKind.OIDC;
import static dev.slipway.npm.CredentialKind.PASSWORD;
import static dev.slipway.npm.CredentialKind.TOKEN;
import static dev.slipway.npm.Operation.DEPRECATE;
import static dev.slipway.npm.Operation.DIST_TAG;
import static dev.slipway.npm.Operation.EXCHANGE;
import static dev.slipway.npm.Operation.ID_TOKEN;
import static dev.slipway.npm.Operation.PUBLISH;
import static dev.slipway.npm.Operation.READ;
import static dev.slipway.npm.Operation.STAGE;
import static dev.slipway.npm.Operation.STAGE_LIST;
import static dev.slipway.npm.Operation.WHO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An answer that a registry gave, and what it means. The texts are those seen on the wire or named
/// in public issues, as far as a row has any.
///
/// @param text what it says; the test sends it as plain text, as `error` and as `message`
/// @param code the cause that must be found
/// @param next what must follow
record Replay(
    Operation operation,
    CredentialKind kind,
    int status,
    Map<String, String> headers,
    String text,
    String code,
    String next) {

  private static final String REVOKED =
      "Access token expired or revoked. Please try logging in again.";

  static List<Replay> all() {
    return List.of(
        // accepted, or not by a registry at all
        of(PUBLISH, TOKEN, 200, "", "NPM_ACCEPTED", "proceed"),
        of(PUBLISH, OIDC, 201, "ok", "NPM_ACCEPTED", "proceed"),
        of(PUBLISH, TOKEN, 202, "", "NPM_ACCEPTED", "proceed"),
        of(STAGE, TOKEN, 201, "Package staged", "NPM_ACCEPTED", "proceed"),
        of(
            PUBLISH,
            TOKEN,
            200,
            "<!DOCTYPE html><p>Log in to the hotel's network",
            "NPM_NOT_A_REGISTRY",
            "look 5 s"),
        of(PUBLISH, TOKEN, 302, "", "NPM_REDIRECTED", "stop"),
        of(PUBLISH, TOKEN, 307, "", "NPM_REDIRECTED", "stop"),
        // it is there, or on its way
        of(
            PUBLISH,
            TOKEN,
            403,
            "You cannot publish over the previously published versions: 1.2.3.",
            "NPM_VERSION_EXISTS",
            "look 0 s"),
        of(
            STAGE,
            TOKEN,
            403,
            "You cannot publish over the previously published versions: 1.2.3.",
            "NPM_VERSION_EXISTS",
            "look 0 s"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "1.2.3 cannot be republished until 24 hours have passed.",
            "NPM_VERSION_EXISTS",
            "look 0 s"),
        of(
            PUBLISH,
            OIDC,
            409,
            "Cannot publish over previously staged version \"1.2.3\".",
            "NPM_STAGED_EARLIER",
            "look 0 s"),
        of(
            STAGE,
            TOKEN,
            409,
            "Cannot stage previously published version \"1.2.3\".",
            "NPM_STAGED_EARLIER",
            "look 0 s"),
        of(
            STAGE,
            TOKEN,
            409,
            "@acme/widget@1.2.3 is already staged",
            "NPM_STAGED_EARLIER",
            "look 0 s"),
        of(
            PUBLISH,
            TOKEN,
            409,
            "this package is already present",
            "NPM_VERSION_EXISTS",
            "look 0 s"),
        of(
            PUBLISH,
            TOKEN,
            409,
            "Cannot publish over existing version",
            "NPM_VERSION_EXISTS",
            "look 0 s"),
        of(
            PUBLISH,
            TOKEN,
            409,
            "Failed to save packument. A common cause is if you try to publish a new package before"
                + " the previous package has been fully processed.",
            "NPM_PACKUMENT_BUSY",
            "look 20 s, then send"),
        of(
            DEPRECATE,
            TOKEN,
            409,
            "document update conflict",
            "NPM_PACKUMENT_BUSY",
            "look 20 s, then send"),
        of(PUBLISH, TOKEN, 409, "Conflict", "NPM_CONFLICT", "look 20 s, then send"),
        // not known
        of(PUBLISH, TOKEN, 408, "", "NPM_TIMED_OUT", "look 10 s, then send"),
        of(PUBLISH, TOKEN, 420, "Enhance your calm", "NPM_RATE_LIMITED", "look 60 s, then send"),
        of(
            PUBLISH,
            TOKEN,
            429,
            "Could not publish, as user undefined: rate limited exceeded",
            "NPM_RATE_LIMITED",
            "look 60 s, then send"),
        of(
            PUBLISH,
            TOKEN,
            429,
            "<html><body>Too many",
            "NPM_RATE_LIMITED",
            "look 1500 s, then send",
            "retry-after",
            "1500"),
        of(PUBLISH, TOKEN, 429, "", "NPM_RATE_LIMITED", "stop", "retry-after", "1934"),
        of(
            PUBLISH,
            TOKEN,
            429,
            "",
            "NPM_RATE_LIMITED",
            "look 90 s, then send",
            "retry-after",
            "Tue, 24 Nov 2026 12:01:30 GMT"),
        of(
            PUBLISH,
            TOKEN,
            500,
            "Internal Server Error",
            "NPM_SERVER_ERROR",
            "look 10 s, then send"),
        of(
            PUBLISH,
            TOKEN,
            502,
            "<html><h1>502 Bad Gateway",
            "NPM_UNREACHABLE_BEHIND_GATEWAY",
            "look 10 s, then send"),
        of(
            PUBLISH,
            TOKEN,
            503,
            "",
            "NPM_UNREACHABLE_BEHIND_GATEWAY",
            "look 30 s, then send",
            "retry-after",
            "30"),
        of(STAGE, TOKEN, 504, "", "NPM_UNREACHABLE_BEHIND_GATEWAY", "look 10 s, then send"),
        of(PUBLISH, TOKEN, 520, "", "NPM_SERVER_ERROR", "look 10 s, then send"),
        // who we are
        of(PUBLISH, NONE, 401, "", "NPM_NO_CREDENTIAL", "stop"),
        of(
            PUBLISH,
            TOKEN,
            401,
            "You must provide a one-time pass. Upgrade your client to npm@latest in order to use"
                + " 2FA.",
            "NPM_OTP_REQUIRED",
            "offer staging",
            "www-authenticate",
            "OTP"),
        of(
            PUBLISH,
            TOKEN,
            401,
            "{\"authUrl\":\"https://host/auth/1\",\"doneUrl\":\"https://host/done/1\"}",
            "NPM_OTP_REQUIRED",
            "offer staging"),
        of(
            DIST_TAG,
            TOKEN,
            401,
            "You must provide a one-time pass.",
            "NPM_OTP_REQUIRED",
            "stop",
            "www-authenticate",
            "OTP"),
        of(PUBLISH, TOKEN, 401, "", "NPM_TOKEN_ADDRESS", "stop", "www-authenticate", "ipaddress"),
        of(PUBLISH, OIDC, 401, "Unauthorized", "NPM_OIDC_TOKEN_REFUSED", "stop"),
        of(PUBLISH, TOKEN, 401, "Unauthorized", "NPM_TOKEN_EXPIRED", "stop", "npm-notice", REVOKED),
        of(
            PUBLISH,
            PASSWORD,
            401,
            "bad username/password, access denied",
            "NPM_PASSWORD_REFUSED",
            "stop"),
        of(PUBLISH, TOKEN, 401, "Unable to authenticate, need: Basic", "NPM_TOKEN_UNKNOWN", "stop"),
        of(PUBLISH, TOKEN, 401, "Missing \"Bearer\" header.", "NPM_TOKEN_UNKNOWN", "stop"),
        of(
            PUBLISH,
            TOKEN,
            401,
            "unauthenticated: User cannot be authenticated with the token provided.",
            "NPM_TOKEN_UNKNOWN",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            402,
            "You must sign up for private packages",
            "NPM_ACCESS_WANTED",
            "stop"),
        // what we may
        of(PUBLISH, TOKEN, 403, "E_STAGE_REQUIRED", "NPM_STAGE_REQUIRED", "offer staging"),
        of(
            PUBLISH,
            OIDC,
            403,
            "OIDC permission denied for this action",
            "NPM_OIDC_NOT_ALLOWED",
            "offer staging"),
        of(
            STAGE,
            OIDC,
            403,
            "OIDC permission denied for this action",
            "NPM_OIDC_NOT_ALLOWED",
            "stop"),
        of(
            DIST_TAG,
            OIDC,
            403,
            "OIDC permission denied for this action",
            "NPM_OIDC_NOT_ALLOWED",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "Two-factor authentication is required to publish this package but an automation token"
                + " was specified",
            "NPM_TOKENS_DISALLOWED",
            "offer staging"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "Two-factor authentication or granular access token with bypass 2fa enabled is required"
                + " to publish packages.",
            "NPM_BYPASS_REQUIRED",
            "offer staging"),
        of(
            DIST_TAG,
            TOKEN,
            403,
            "Two-factor authentication is required.",
            "NPM_TWO_FACTOR_REQUIRED",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "You do not have permission to publish \"widget\". Are you logged in as the correct"
                + " user?",
            "NPM_NAME_OWNED",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "You may not perform that action with these credentials.",
            "NPM_TOKEN_SCOPE",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "Permission permission_denied: write_package",
            "NPM_TOKEN_SCOPE",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "The token provided does not match expected scopes.",
            "NPM_TOKEN_SCOPE",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "Package name too similar to existing package(s) widgets; try renaming your package to"
                + " '@user/widget' and publishing with 'npm publish --access=public' instead",
            "NPM_NAME_TOO_SIMILAR",
            "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "You must verify your email address before publishing.",
            "NPM_EMAIL_UNVERIFIED",
            "stop"),
        of(PUBLISH, TOKEN, 403, "This account has been locked.", "NPM_ACCOUNT_LOCKED", "stop"),
        of(PUBLISH, TOKEN, 403, "The package was blocked: malware.", "NPM_HELD_BACK", "stop"),
        of(
            PUBLISH,
            TOKEN,
            403,
            "user dev is not allowed to publish package @acme/widget",
            "NPM_NOT_ALLOWED",
            "stop"),
        of(PUBLISH, TOKEN, 403, "Forbidden", "NPM_FORBIDDEN", "stop"),
        // not found, which rarely is what it says
        of(PUBLISH, TOKEN, 404, "Not found", "NPM_TOKEN_EXPIRED", "stop", "npm-notice", REVOKED),
        of(PUBLISH, OIDC, 404, "Not found", "NPM_OIDC_TOKEN_REFUSED", "stop"),
        of(PUBLISH, TOKEN, 404, "Not found", "NPM_NOT_FOUND", "ask who"),
        of(STAGE, TOKEN, 404, "Not found", "NPM_STAGE_NOT_FOUND", "ask who"),
        of(STAGE, TOKEN, 404, "Not found", "NPM_TOKEN_EXPIRED", "stop", "npm-notice", REVOKED),
        of(STAGE, TOKEN, 405, "", "NPM_STAGE_NOT_OFFERED", "stop"),
        of(STAGE, TOKEN, 501, "", "NPM_STAGE_NOT_OFFERED", "stop"),
        of(DIST_TAG, TOKEN, 404, "package not found", "NPM_NOT_FOUND", "ask who"),
        of(PUBLISH, TOKEN, 405, "", "NPM_NOT_OFFERED", "stop"),
        of(PUBLISH, TOKEN, 407, "", "NPM_PROXY_CREDENTIAL", "stop"),
        of(PUBLISH, TOKEN, 413, "Payload Too Large", "NPM_TOO_LARGE", "stop"),
        of(PUBLISH, TOKEN, 400, "invalid tag: 1.x", "NPM_BAD_TAG", "stop"),
        of(PUBLISH, TOKEN, 400, "invalid token", "NPM_TOKEN_MALFORMED", "stop"),
        of(PUBLISH, TOKEN, 400, "Missing required fields", "NPM_BAD_REQUEST", "stop"),
        of(PUBLISH, TOKEN, 451, "", "NPM_LEGAL", "stop"),
        of(PUBLISH, TOKEN, 418, "", "NPM_REFUSED", "stop"),
        // provenance
        of(
            PUBLISH,
            OIDC,
            422,
            "Error verifying sigstore provenance bundle: Failed to validate repository information:"
                + " package.json: \"repository.url\" is \"\", expected to match"
                + " \"https://github.com/acme/widget\" from provenance",
            "NPM_PROVENANCE_REPOSITORY",
            "stop"),
        of(
            PUBLISH,
            OIDC,
            422,
            "Error verifying sigstore provenance bundle: Unsupported GitHub Actions runner"
                + " environment: \"self-hosted\". Only \"github-hosted\" runners are supported when"
                + " publishing with provenance.",
            "NPM_PROVENANCE_RUNNER",
            "stop"),
        of(
            PUBLISH,
            OIDC,
            422,
            "Error verifying sigstore provenance bundle: Unsupported GitHub Actions source"
                + " repository visibility: \"private\". Only public source repositories are"
                + " supported when publishing with provenance.",
            "NPM_PROVENANCE_VISIBILITY",
            "stop"),
        of(
            PUBLISH,
            OIDC,
            422,
            "Error verifying sigstore provenance bundle: subject does not match",
            "NPM_PROVENANCE_SUBJECT",
            "stop"),
        of(
            PUBLISH,
            OIDC,
            422,
            "Error verifying sigstore provenance bundle",
            "NPM_PROVENANCE_REFUSED",
            "stop"),
        of(PUBLISH, TOKEN, 422, "Unprocessable", "NPM_UNPROCESSABLE", "stop"),
        // trusted publishing
        of(ID_TOKEN, TOKEN, 200, "", "OIDC_TOKEN_NOT_GIVEN", "ask 2 s"),
        of(ID_TOKEN, TOKEN, 403, "Forbidden", "OIDC_TOKEN_REFUSED", "stop"),
        of(ID_TOKEN, TOKEN, 503, "", "OIDC_TOKEN_FAILED", "ask 2 s"),
        of(ID_TOKEN, TOKEN, 302, "", "OIDC_TOKEN_NOT_UNDERSTOOD", "stop"),
        of(EXCHANGE, OIDC, 201, "", "NPM_EXCHANGE_NOT_UNDERSTOOD", "stop"),
        of(EXCHANGE, OIDC, 301, "", "NPM_EXCHANGE_REDIRECTED", "stop"),
        of(
            EXCHANGE,
            OIDC,
            400,
            "OIDC token exchange error - bad request",
            "NPM_EXCHANGE_MALFORMED",
            "stop"),
        of(
            EXCHANGE,
            OIDC,
            401,
            "OIDC token exchange error - unauthorized",
            "NPM_EXCHANGE_UNAUTHORIZED",
            "stop"),
        of(
            EXCHANGE,
            OIDC,
            403,
            "OIDC token exchange error - forbidden",
            "NPM_EXCHANGE_FORBIDDEN",
            "stop"),
        of(
            EXCHANGE,
            OIDC,
            404,
            "OIDC token exchange error - package not found",
            "NPM_NO_TRUSTED_PUBLISHER",
            "stop"),
        of(EXCHANGE, OIDC, 405, "", "NPM_EXCHANGE_NOT_OFFERED", "stop"),
        of(EXCHANGE, OIDC, 422, "", "NPM_EXCHANGE_REFUSED", "stop"),
        of(EXCHANGE, OIDC, 429, "", "NPM_EXCHANGE_BUSY", "ask 20 s"),
        of(
            EXCHANGE,
            OIDC,
            500,
            "OIDC token exchange error - internal server error",
            "NPM_EXCHANGE_FAILED",
            "ask 5 s"),
        // reading
        of(WHO, TOKEN, 401, "Unauthorized", "NPM_TOKEN_EXPIRED", "stop", "npm-notice", REVOKED),
        of(WHO, TOKEN, 401, "Unauthorized", "NPM_TOKEN_UNKNOWN", "stop"),
        of(WHO, TOKEN, 404, "", "NPM_WHO_NOT_OFFERED", "stop"),
        of(STAGE_LIST, TOKEN, 404, "", "NPM_STAGE_NOT_OFFERED", "stop"),
        of(STAGE_LIST, TOKEN, 401, "Unauthorized", "NPM_TOKEN_UNKNOWN", "stop"),
        of(STAGE_LIST, OIDC, 401, "Unauthorized", "NPM_STAGE_LIST_DENIED", "stop"),
        of(READ, TOKEN, 403, "authorization required to access package", "NPM_READ_DENIED", "stop"),
        of(READ, TOKEN, 405, "method not allowed", "NPM_READ_NOT_OFFERED", "stop"),
        of(READ, TOKEN, 501, "", "NPM_READ_NOT_OFFERED", "stop"),
        of(READ, TOKEN, 404, "Not found", "NPM_ABSENT", "stop"),
        of(READ, TOKEN, 429, "", "NPM_RATE_LIMITED", "ask 30 s"),
        of(READ, TOKEN, 500, "", "NPM_SERVER_ERROR", "ask 5 s"),
        of(READ, TOKEN, 200, "<html>hello", "NPM_NOT_A_REGISTRY", "stop"),
        of(READ, TOKEN, 301, "", "NPM_REDIRECTED", "stop"),
        of(READ, TOKEN, 418, "", "NPM_READ_REFUSED", "stop"));
  }

  private static Replay of(
      Operation operation,
      CredentialKind kind,
      int status,
      String text,
      String code,
      String next,
      String... header) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i += 2) {
      headers.put(header[i], header[i + 1]);
    }
    return new Replay(operation, kind, status, headers, text, code, next);
  }

  Attempt attempt() {
    return new Attempt(operation, "@acme/widget", "1.2.3", PublicRegistry.ADDRESS, kind);
  }

  static String words(NextStep next) {
    return switch (next) {
      case NextStep.Proceed() -> "proceed";
      case NextStep.Stop() -> "stop";
      case NextStep.OfferStaging() -> "offer staging";
      case NextStep.AskWho() -> "ask who";
      case NextStep.ReadBack(var after, var resend) ->
          "look " + after.toSeconds() + " s" + (resend ? ", then send" : "");
      case NextStep.AskAgain(var after) -> "ask " + after.toSeconds() + " s";
    };
  }

  @Override
  public String toString() {
    return operation + " " + kind + " " + status + " " + headers + " " + text;
  }
}
