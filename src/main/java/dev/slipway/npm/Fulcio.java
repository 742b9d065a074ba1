package dev.slipway.npm;

import dev.slipway.http.Retry;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The certificate authority that binds a key to the identity in an id token, for ten minutes.
final class Fulcio {
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Fulcio() {}

  /// A certificate, with the text in which it came.
  record Certified(X509Certificate certificate, String pem) {}

  /// Asks up to three times: a certificate that nobody received does no harm.
  ///
  /// @throws Refused when there is none
  static Certified certify(URI fulcio, KeyPair key, IdToken token, Exchanges exchanges, Time time) {
    Request request =
        Request.get(
                "get a signing certificate", URI.create(trimmed(fulcio) + "/api/v2/signingCert"))
            .with("POST", Registry.json(body(key, token)))
            .header("accept", "application/json")
            .within(PATIENCE);
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = exchanges.exchange(request);
        if (answer.isOk()) {
          return certified(answer);
        }
        if (attempt == ATTEMPTS || !Retry.isPassing(answer.status())) {
          throw refused(
              "answered with status " + answer.status() + said(ServerText.of(answer).words()));
        }
      } catch (Lost lost) {
        if (attempt == ATTEMPTS) {
          throw refused("gave no answer: " + lost.getMessage());
        }
      }
      time.sleep(Duration.ofSeconds(2L * attempt));
    }
  }

  private static Json body(KeyPair key, IdToken token) {
    String subject =
        token
            .claims()
            .text("email")
            .filter(
                _ -> token.claims().json().get("email_verified").flatMap(Json::truth).orElse(false))
            .or(() -> token.claims().text("sub"))
            .orElse("");
    byte[] proof = Dsse.sign(key.getPrivate(), subject.getBytes(StandardCharsets.UTF_8));
    Map<String, Json> publicKey = new LinkedHashMap<>();
    publicKey.put("algorithm", Json.of("ECDSA"));
    publicKey.put("content", Json.of(Dsse.pem("PUBLIC KEY", key.getPublic().getEncoded())));
    Map<String, Json> keyRequest = new LinkedHashMap<>();
    keyRequest.put("publicKey", new Json.Obj(publicKey));
    keyRequest.put("proofOfPossession", Json.of(Base64.getEncoder().encodeToString(proof)));
    Map<String, Json> body = new LinkedHashMap<>();
    body.put(
        "credentials", new Json.Obj(Map.of("oidcIdentityToken", Json.of(token.token().reveal()))));
    body.put("publicKeyRequest", new Json.Obj(keyRequest));
    return new Json.Obj(body);
  }

  private static Certified certified(Answer answer) {
    Optional<String> pem =
        ServerText.json(answer)
            .flatMap(json ->
                json.get("signedCertificateEmbeddedSct")
                    .or(() -> json.get("signedCertificateDetachedSct")))
            .flatMap(json -> json.at("chain", "certificates"))
            .flatMap(chain -> chain.items().stream().findFirst())
            .flatMap(Json::text);
    try {
      if (pem.isPresent()
          && CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(pem.get().getBytes(StandardCharsets.US_ASCII)))
              instanceof X509Certificate certificate) {
        return new Certified(certificate, pem.get());
      }
    } catch (CertificateException unreadable) {
      throw refused("gave a certificate that cannot be read");
    }
    throw refused("gave no certificate");
  }

  private static Refused refused(String how) {
    return new Refused(
        Problem.failure(
            "PROVENANCE_NO_CERTIFICATE",
            "The provenance could not be signed: sigstore's certificate authority " + how + ".",
            "Nothing was published. Run the job again. " + Advice.NO_PROVENANCE));
  }

  static String said(String words) {
    return words.isEmpty() ? "" : " (\"" + words + "\")";
  }

  static String trimmed(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
