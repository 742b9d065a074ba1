package dev.slipway.world;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP request, as a value.
///
/// @param purpose what is being tried, as it follows "could not": `read widget from the registry`
/// @param method upper case
/// @param uri absolute; `%2f` in it stays as it is
/// @param headers lower-case names; never the credential
/// @param credential sent to the URI's own origin only; no redirect is ever followed with it
/// @param payload what it carries
/// @param deadline for the whole exchange: connecting, sending, and the whole answer
/// @param largestAnswer how many bytes of answer are accepted
public record Request(
    String purpose,
    String method,
    URI uri,
    Map<String, String> headers,
    Credential credential,
    Payload payload,
    Duration deadline,
    long largestAnswer) {

  public Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /// A GET without credential, 30 seconds, at most 200 MiB.
  public static Request get(String purpose, URI uri) {
    return new Request(
        purpose,
        "GET",
        uri,
        Map.of(),
        new Credential.None(),
        new Payload.Empty(),
        Duration.ofSeconds(30),
        200L << 20);
  }

  /// The same with another method and payload.
  public Request with(String newMethod, Payload newPayload) {
    return new Request(
        purpose, newMethod, uri, headers, credential, newPayload, deadline, largestAnswer);
  }

  /// The same with a header more.
  public Request header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(purpose, method, uri, more, credential, payload, deadline, largestAnswer);
  }

  /// The same with this credential.
  public Request as(Credential newCredential) {
    return new Request(
        purpose, method, uri, headers, newCredential, payload, deadline, largestAnswer);
  }

  /// The same with this deadline.
  public Request within(Duration newDeadline) {
    return new Request(
        purpose, method, uri, headers, credential, payload, newDeadline, largestAnswer);
  }

  /// The same with no answer accepted that is longer than this.
  public Request atMost(long bytes) {
    return new Request(purpose, method, uri, headers, credential, payload, deadline, bytes);
  }
}
