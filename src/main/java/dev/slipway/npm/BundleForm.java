package dev.slipway.npm;

import dev.slipway.json.Json;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts envelope, certificate and log entry together as a sigstore bundle 0.3, in the fields, order
/// and number forms (64-bit numbers as strings, zero and empty left out) that npm 12 writes.
final class BundleForm {
  private BundleForm() {}

  /// Makes a bundle of a log entry in the log's own form.
  ///
  /// @throws dev.slipway.problem.Refused when the entry lacks something
  static SigstoreBundle of(Json.Obj envelope, X509Certificate certificate, Json entry) {
    long index = number(entry, "logIndex");
    Map<String, Json> log = new LinkedHashMap<>();
    log.put("logIndex", text(index));
    log.put("logId", one("keyId", fromHex(text(entry, "logID"))));
    Map<String, Json> kind = new LinkedHashMap<>();
    kind.put("kind", Json.of("dsse"));
    kind.put("version", Json.of("0.0.1"));
    log.put("kindVersion", new Json.Obj(kind));
    log.put("integratedTime", text(number(entry, "integratedTime")));
    entry
        .at("verification", "signedEntryTimestamp")
        .ifPresent(set -> log.put("inclusionPromise", one("signedEntryTimestamp", set)));
    entry
        .at("verification", "inclusionProof")
        .ifPresent(proof -> log.put("inclusionProof", proof(proof)));
    log.put("canonicalizedBody", Json.of(text(entry, "body")));

    Map<String, Json> material = new LinkedHashMap<>();
    material.put("certificate", one("rawBytes", Json.of(base64(der(certificate)))));
    material.put("tlogEntries", new Json.Arr(List.of(new Json.Obj(log))));
    material.put("timestampVerificationData", Json.empty());

    Map<String, Json> bundle = new LinkedHashMap<>();
    bundle.put("mediaType", Json.of(SigstoreBundle.MEDIA_TYPE));
    bundle.put("verificationMaterial", new Json.Obj(material));
    bundle.put("dsseEnvelope", envelope);
    return new SigstoreBundle(new Json.Obj(bundle), index);
  }

  private static Json proof(Json proof) {
    Map<String, Json> form = new LinkedHashMap<>();
    long index = number(proof, "logIndex");
    if (index != 0) {
      form.put("logIndex", text(index));
    }
    form.put("rootHash", fromHex(text(proof, "rootHash")));
    form.put("treeSize", text(number(proof, "treeSize")));
    List<Json> hashes =
        proof.get("hashes").map(Json::items).orElse(List.of()).stream()
            .map(hash -> fromHex(hash.text().orElse("")))
            .toList();
    if (!hashes.isEmpty()) {
      form.put("hashes", new Json.Arr(hashes));
    }
    form.put("checkpoint", one("envelope", Json.of(text(proof, "checkpoint"))));
    return new Json.Obj(form);
  }

  private static Json text(long number) {
    return Json.of(Long.toString(number));
  }

  private static long number(Json object, String name) {
    return object
        .get(name)
        .flatMap(Json::whole)
        .filter(number -> number >= 0)
        .orElseThrow(() -> Rekor.refused("gave an entry without " + name));
  }

  private static String text(Json object, String name) {
    return object.text(name).orElseThrow(() -> Rekor.refused("gave an entry without " + name));
  }

  private static Json fromHex(String hex) {
    try {
      return Json.of(base64(HexFormat.of().parseHex(hex)));
    } catch (IllegalArgumentException notHex) {
      throw Rekor.refused("gave an entry that cannot be read");
    }
  }

  private static Json.Obj one(String name, Json value) {
    return new Json.Obj(Map.of(name, value));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("it was read from this form", impossible);
    }
  }
}
