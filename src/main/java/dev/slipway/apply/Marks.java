package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.plan.IntentText;
import dev.slipway.world.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that an intent was written by a run that knew the same secret: whoever may only push refs
/// could otherwise have a later run publish what nobody reviewed.
final class Marks {
  private static final String PURPOSE = "slipway intent 1\n";

  private Marks() {}

  /// The intent with its mark; as it is where there is no key.
  static Intent marked(Intent intent, Optional<Secret> key) {
    return key.map(secret -> intent.marked(mark(intent, secret))).orElse(intent);
  }

  /// Whether it may be carried out: it bears our mark, or there is no key to know it by.
  static boolean isOurs(Intent intent, Optional<Secret> key) {
    return key.map(secret ->
            MessageDigest.isEqual(
                mark(intent, secret).getBytes(StandardCharsets.UTF_8),
                intent.mark().orElse("").getBytes(StandardCharsets.UTF_8)))
        .orElse(true);
  }

  private static String mark(Intent intent, Secret key) {
    Intent bare =
        new Intent(
            intent.plan(),
            intent.phase(),
            intent.bytes(),
            intent.staged(),
            intent.left(),
            intent.taken(),
            Optional.empty());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] text = (PURPOSE + IntentText.write(bare)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is part of every Java runtime", impossible);
    }
  }
}
