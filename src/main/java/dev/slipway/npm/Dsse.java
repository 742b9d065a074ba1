package dev.slipway.npm;

import dev.slipway.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signing a statement (DSSE 1.0) with a key that is used once.
final class Dsse {
  static final String TYPE = "application/vnd.in-toto+json";

  private Dsse() {}

  static KeyPair freshKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("P-256 is part of every Java runtime", impossible);
    }
  }

  static byte[] sign(PrivateKey key, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("ECDSA is part of every Java runtime", impossible);
    }
  }

  static boolean isSigned(PublicKey key, byte[] bytes, byte[] by) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(by);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  /// What is signed in place of the payload: its type and length go along.
  static byte[] preAuthentication(byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ")
            .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  static Json.Obj envelope(byte[] payload, byte[] signature) {
    Map<String, Json> envelope = new LinkedHashMap<>();
    envelope.put("payload", Json.of(Base64.getEncoder().encodeToString(payload)));
    envelope.put("payloadType", Json.of(TYPE));
    envelope.put(
        "signatures",
        new Json.Arr(
            List.of(
                new Json.Obj(
                    Map.of("sig", Json.of(Base64.getEncoder().encodeToString(signature)))))));
    return new Json.Obj(envelope);
  }

  static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
