package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Checks our own bundle before it is sent, from its bytes alone: what a verifier would refuse must
/// not be published, since a version cannot be sent twice.
///
/// It does not check the certificate's chain and its SCT: that needs the authority's own keys,
/// which change and are not carried along.
final class BundleCheck {
  private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";
  private static final String OLD_ISSUER = "1.3.6.1.4.1.57264.1.1";

  private final Json bundle;
  private final List<String> proved = new ArrayList<>();

  private BundleCheck(Json bundle) {
    this.bundle = bundle;
  }

  /// What was checked, one line each.
  ///
  /// @param claims of the id token that the certificate was given for
  /// @throws Refused naming what does not hold
  static List<String> check(
      SigstoreBundle bundle, PublishRequest request, Claims claims, Optional<String> logKey) {
    try {
      BundleCheck check = new BundleCheck(bundle.json());
      check.all(request, claims, logKey);
      return List.copyOf(check.proved);
    } catch (GeneralSecurityException | IllegalArgumentException | NotJson unreadable) {
      throw broken("it cannot be read");
    }
  }

  private void all(PublishRequest request, Claims claims, Optional<String> logKey)
      throws GeneralSecurityException {
    byte[] payload = bytes("dsseEnvelope", "payload");
    String sig =
        bundle
            .at("dsseEnvelope", "signatures")
            .flatMap(all -> all.items().stream().findFirst())
            .flatMap(first -> first.text("sig"))
            .orElse("");
    X509Certificate certificate = certificate();
    prove(
        Dsse.isSigned(
            certificate.getPublicKey(),
            Dsse.preAuthentication(payload),
            Base64.getDecoder().decode(sig)),
        "the signature is by the certificate's key");
    subject(payload, request);
    identity(certificate, claims);
    Json entry =
        bundle
            .at("verificationMaterial", "tlogEntries")
            .flatMap(all -> all.items().stream().findFirst())
            .orElseThrow(() -> broken("it has no log entry"));
    Instant integrated = Instant.ofEpochSecond(Long.parseLong(text(entry, "integratedTime")));
    prove(
        !certificate.getNotBefore().toInstant().isAfter(integrated)
            && !certificate.getNotAfter().toInstant().isBefore(integrated),
        "it was logged while the certificate was valid");
    body(entry, payload, sig, certificate);
    LogProof proof = new LogProof(entry);
    prove(proof.includesBody(), "the log's inclusion proof holds");
    prove(proof.checkpointAgrees(), "the log's checkpoint agrees with it");
    if (logKey.isPresent()) {
      PublicKey key =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(logKey.get())));
      if (proof.isLogOf(key)) {
        prove(proof.promiseIsSignedBy(key), "the log's promise is signed by its key");
        prove(proof.checkpointIsSignedBy(key), "the log's checkpoint is signed by its key");
      } else {
        proved.add("not checked: the log signs with a key that is not known here");
      }
    }
  }

  private void subject(byte[] payload, PublishRequest request) {
    Json subject =
        JsonReader.read(payload)
            .get("subject")
            .flatMap(all -> all.items().stream().findFirst())
            .orElseThrow(() -> broken("it has no subject"));
    prove(
        text(subject, "name").equals(ProvenanceStatement.purl(request.name(), request.version()))
            && subject
                .at("digest", "sha512")
                .flatMap(Json::text)
                .filter(ProvenanceStatement.sha512Hex(request.tarball().integrity())::equals)
                .isPresent(),
        "it is about this version and this tarball");
  }

  private void identity(X509Certificate certificate, Claims claims)
      throws GeneralSecurityException {
    Optional<String> workflow = claims.workflowIdentity();
    if (workflow.isPresent()) {
      var names = certificate.getSubjectAlternativeNames();
      prove(
          names != null && names.stream().anyMatch(name -> workflow.get().equals(name.get(1))),
          "the certificate is for this workflow");
    }
    Optional<String> issuer = claims.text("iss");
    if (issuer.isPresent()) {
      prove(
          issuer.equals(extension(certificate, ISSUER))
              || issuer.equals(extension(certificate, OLD_ISSUER)),
          "the certificate names the issuer of the id token");
    }
  }

  /// What the log holds is about our payload, our signature and our certificate.
  private void body(Json entry, byte[] payload, String sig, X509Certificate certificate)
      throws GeneralSecurityException {
    Json spec =
        JsonReader.read(Base64.getDecoder().decode(text(entry, "canonicalizedBody")))
            .get("spec")
            .orElse(Json.empty());
    String payloadHash = HexFormat.of().formatHex(LogProof.sha256(payload));
    Json first =
        spec.get("signatures")
            .flatMap(all -> all.items().stream().findFirst())
            .orElse(Json.empty());
    byte[] verifier = Base64.getDecoder().decode(first.text("verifier").orElse(""));
    prove(
        spec.at("payloadHash", "value").flatMap(Json::text).filter(payloadHash::equals).isPresent()
            && first.text("signature").filter(sig::equals).isPresent()
            && verifier.length > 0
            && certificate(verifier).equals(certificate),
        "the log's entry is about this signature");
  }

  private X509Certificate certificate() throws GeneralSecurityException {
    return certificate(
        Base64.getDecoder()
            .decode(
                bundle
                    .at("verificationMaterial", "certificate", "rawBytes")
                    .flatMap(Json::text)
                    .orElse("")));
  }

  private static X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  /// The text in an extension: bare in the old ones, a DER string in the newer.
  private static Optional<String> extension(X509Certificate certificate, String oid) {
    byte[] wrapped = certificate.getExtensionValue(oid);
    if (wrapped == null) {
      return Optional.empty();
    }
    byte[] inner = unwrap(wrapped);
    return Optional.of(
        new String(
            inner.length > 1 && inner[0] == 0x0c ? unwrap(inner) : inner, StandardCharsets.UTF_8));
  }

  private static byte[] unwrap(byte[] der) {
    int start = (der[1] & 0x80) == 0 ? 2 : 2 + (der[1] & 0x7f);
    return java.util.Arrays.copyOfRange(der, Math.min(start, der.length), der.length);
  }

  private byte[] bytes(String... path) {
    return Base64.getDecoder().decode(bundle.at(path).flatMap(Json::text).orElse(""));
  }

  private static String text(Json object, String name) {
    return object.text(name).orElseThrow(() -> broken("it has no " + name));
  }

  private void prove(boolean holds, String what) {
    if (!holds) {
      throw broken("it is not so that " + what);
    }
    proved.add(what);
  }

  private static Refused broken(String why) {
    return new Refused(
        Problem.failure(
            "PROVENANCE_NOT_GOOD",
            "The provenance that was just signed is not good: " + why + ".",
            "Nothing was published. Run the job again; if it stays so, please report it."));
  }
}
