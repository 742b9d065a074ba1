package dev.slipway.simulation;

import dev.slipway.world.Lost.Reach;
import java.util.List;

/// Every way in which one exchange is made to fail.
final class Faults {
  private Faults() {}

  private static String error(String text) {
    return "{\"error\":\"" + text + "\"}";
  }

  static final List<Fault> ALL =
      List.of(
          Fault.lost("name not found", Reach.NOT_SENT, false),
          Fault.lost("connection refused", Reach.NOT_SENT, false),
          Fault.lost("TLS refused", Reach.NOT_SENT, false),
          Fault.lost("reset before it arrived", Reach.UNKNOWN, false),
          Fault.lost("reset after it was done", Reach.UNKNOWN, true),
          Fault.hang("silence, nothing done", false),
          Fault.hang("silence after the headers, done", true),
          Fault.hang("one byte a second, done", true),
          Fault.lost("cut off in the body, done", Reach.UNKNOWN, true),
          Fault.lost("bad chunk, done", Reach.UNKNOWN, true),
          Fault.lost("too large an answer, done", Reach.UNKNOWN, true),
          Fault.says(200, "[]"),
          Fault.says(200, ""),
          Fault.says(200, "<!doctype html><html>login</html>"),
          Fault.saysAfter(200, "<html>gateway</html>"),
          Fault.says(400, error("bad request")),
          Fault.says(401, error("Unauthorized")),
          Fault.says(401, error("one-time pass"), "www-authenticate", "OTP"),
          Fault.says(402, error("You must sign up for private packages")),
          Fault.says(403, error("Forbidden")),
          Fault.says(
              403,
              error(
                  "Two-factor authentication or granular access token with bypass 2fa enabled is"
                      + " required to publish packages.")),
          Fault.says(403, error("OIDC permission denied for this action")),
          Fault.says(
              403, error("You cannot publish over the previously published versions: 1.1.0.")),
          Fault.says(404, error("Not found")),
          Fault.says(408, error("timeout")),
          Fault.says(409, error("Failed to save packument. A common cause is")),
          Fault.says(409, error("Cannot publish over previously staged version")),
          Fault.says(409, error("this package is already present")),
          Fault.says(413, error("Payload Too Large")),
          Fault.says(422, error("Error verifying sigstore provenance bundle")),
          Fault.says(429, error("rate limited exceeded")),
          Fault.says(429, error("rate limited exceeded"), "retry-after", "30"),
          Fault.says(429, error("rate limited exceeded"), "retry-after", "7200"),
          Fault.says(500, error("internal")),
          Fault.saysAfter(500, error("internal")),
          Fault.says(502, "bad gateway"),
          Fault.says(503, error("unavailable"), "retry-after", "5"),
          Fault.says(504, "gateway timeout"),
          Fault.saysAfter(504, "gateway timeout"),
          Fault.says(301, "", "location", "https://evil.test/x"),
          Fault.says(302, "", "location", "https://evil.test/x"),
          Fault.says(307, "", "location", "https://evil.test/x"),
          Fault.says(308, "", "location", "https://evil.test/x"));

  /// Those without an answer.
  static final List<Fault> LOST = ALL.stream().filter(fault -> fault.lost().isPresent()).toList();
}
