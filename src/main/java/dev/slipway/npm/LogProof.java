package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a transparency log gives to prove that it holds an entry (RFC 6962, 2.1.1; a checkpoint is
/// a signed note).
final class LogProof {
  private final Json entry;
  private final Json proof;

  /// Reads the entry of a bundle.
  LogProof(Json entry) {
    this.entry = entry;
    this.proof = entry.get("inclusionProof").orElse(Json.empty());
  }

  boolean includesBody() throws GeneralSecurityException {
    byte[] body = decoded(entry, "canonicalizedBody");
    byte[] hash = sha256(join(new byte[] {0}, body));
    long index = number(proof, "logIndex");
    long last = number(proof, "treeSize") - 1;
    if (index < 0 || index > last) {
      return false;
    }
    for (Json item : proof.get("hashes").map(Json::items).orElse(List.of())) {
      if (last == 0) {
        return false;
      }
      byte[] other = Base64.getDecoder().decode(item.text().orElse(""));
      if (index % 2 == 1 || index == last) {
        hash = sha256(join(new byte[] {1}, other, hash));
        while (index % 2 == 0 && index != 0) {
          index /= 2;
          last /= 2;
        }
      } else {
        hash = sha256(join(new byte[] {1}, hash, other));
      }
      index /= 2;
      last /= 2;
    }
    return last == 0 && Arrays.equals(hash, decoded(proof, "rootHash"));
  }

  boolean checkpointAgrees() {
    List<String> lines = note().lines().toList();
    return lines.size() >= 3
        && lines.get(1).equals(Long.toString(number(proof, "treeSize")))
        && lines.get(2).equals(proof.text("rootHash").orElse(""));
  }

  boolean isLogOf(PublicKey key) throws GeneralSecurityException {
    return Arrays.equals(
        sha256(key.getEncoded()), decoded(entry.get("logId").orElse(Json.empty()), "keyId"));
  }

  boolean promiseIsSignedBy(PublicKey key) {
    Map<String, Json> promised = new LinkedHashMap<>();
    promised.put("body", Json.of(entry.text("canonicalizedBody").orElse("")));
    promised.put("integratedTime", Json.of(number(entry, "integratedTime")));
    promised.put(
        "logID",
        Json.of(
            HexFormat.of().formatHex(decoded(entry.get("logId").orElse(Json.empty()), "keyId"))));
    promised.put("logIndex", Json.of(number(entry, "logIndex")));
    byte[] canonical = JsonWriter.compact(new Json.Obj(promised)).getBytes(StandardCharsets.UTF_8);
    return Dsse.isSigned(
        key,
        canonical,
        decoded(entry.get("inclusionPromise").orElse(Json.empty()), "signedEntryTimestamp"));
  }

  boolean checkpointIsSignedBy(PublicKey key) {
    String envelope = envelope();
    byte[] signed = note().getBytes(StandardCharsets.UTF_8);
    return envelope
        .substring(note().length())
        .lines()
        .filter(line -> line.startsWith("\u2014 "))
        .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(bytes -> bytes.length > 4)
        .anyMatch(bytes -> Dsse.isSigned(key, signed, Arrays.copyOfRange(bytes, 4, bytes.length)));
  }

  static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private String envelope() {
    return proof.at("checkpoint", "envelope").flatMap(Json::text).orElse("");
  }

  /// The signed part: up to the empty line.
  private String note() {
    int end = envelope().indexOf("\n\n");
    return end < 0 ? "" : envelope().substring(0, end + 1);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  private static byte[] decoded(Json object, String name) {
    return Base64.getDecoder().decode(object.text(name).orElse(""));
  }

  private static long number(Json object, String name) {
    return Long.parseLong(object.text(name).orElse("0"));
  }
}
