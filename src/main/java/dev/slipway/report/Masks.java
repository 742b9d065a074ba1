package dev.slipway.report;

import dev.slipway.world.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The forms a secret may take in text, and their removal from it. A second layer: no text should
/// hold a secret in the first place.
public final class Masks {
  /// Shorter forms would blot out ordinary words.
  private static final int SHORTEST = 5;

  private final List<String> forms;

  private Masks(List<String> forms) {
    this.forms = forms;
  }

  /// Nothing to hide.
  public static Masks none() {
    return new Masks(List.of());
  }

  /// Hides these secrets, and what they are in URLs, in base64 (as part of a longer text too: three
  /// ways to fall on the grid of three bytes) and in JSON, line by line.
  public static Masks of(List<Secret> secrets) {
    Set<String> forms = new LinkedHashSet<>();
    for (Secret secret : secrets) {
      String text = secret.reveal();
      text.lines().map(String::strip).forEach(line -> add(line, forms));
      add(text.strip(), forms);
    }
    return new Masks(
        forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
  }

  private static void add(String text, Set<String> forms) {
    if (text.length() < SHORTEST) {
      return;
    }
    String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
    String json = Encoders.json(text);
    List<String> more = new ArrayList<>(List.of(text, url, url.replace("+", "%20")));
    more.add(lowerHex(url));
    more.add(json.substring(1, json.length() - 1));
    for (int shift = 0; shift < 3; shift++) {
      more.add(base64(text, shift, Base64.getEncoder()));
      more.add(base64(text, shift, Base64.getUrlEncoder()));
    }
    more.stream().filter(form -> form.length() >= SHORTEST).forEach(forms::add);
  }

  /// The characters that stand for the whole text wherever it begins at this place of the grid.
  private static String base64(String text, int shift, Base64.Encoder encoder) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String whole = encoder.withoutPadding().encodeToString(shifted);
    int from = (shift * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    return from < to ? whole.substring(from, to) : "";
  }

  private static String lowerHex(String url) {
    StringBuilder out = new StringBuilder(url);
    for (int i = 0; i + 2 < out.length(); i++) {
      if (out.charAt(i) == '%') {
        out.setCharAt(i + 1, Character.toLowerCase(out.charAt(i + 1)));
        out.setCharAt(i + 2, Character.toLowerCase(out.charAt(i + 2)));
      }
    }
    return out.toString();
  }

  /// The text with every form of every secret replaced by three asterisks.
  public String hide(String text) {
    String hidden = text;
    for (String form : forms) {
      hidden = hidden.replace(form, "***");
    }
    return hidden;
  }

  /// Every form, longest first: what the runner is told to mask.
  List<String> forms() {
    return forms;
  }
}
