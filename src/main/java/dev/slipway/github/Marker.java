package dev.slipway.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hidden line by which a comment of ours is found again. Anybody can copy it, so it counts only
/// in what our own token wrote.
///
/// @param text the whole line
public record Marker(String text) {
  /// The comment on what a release resolves.
  ///
  /// @param key what makes it one of its kind, such as `widget@1.3.0`
  public static Marker of(String kind, String key) {
    // A digest: no name can end the HTML comment early.
    return new Marker("<!-- slipway:" + kind + ":" + digest(key) + " -->");
  }

  private static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// A comment with this marker at its end, within what GitHub takes.
  public String on(String body) {
    String end = "\n\n" + text;
    String cut = "\n\n… (cut short)";
    return body.length() + end.length() <= Issues.LONGEST_COMMENT
        ? body + end
        : body.substring(0, Issues.LONGEST_COMMENT - end.length() - cut.length()) + cut + end;
  }

  /// Whether a comment ends with it.
  boolean isOn(String body) {
    return body.stripTrailing().endsWith(text);
  }
}
