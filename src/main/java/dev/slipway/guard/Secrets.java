package dev.slipway.guard;

import dev.slipway.pack.PackedContent;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for credentials in the bytes that were packed: tokens that begin in a way nothing else
/// does. Whatever looks made up is passed over, and nothing of a token is ever shown.
final class Secrets implements PackedContent.Reader {
  /// What must be in memory behind the place that is looked at.
  private static final int AHEAD = 512;

  private static final String KEY_END = "PRIVATE KEY-----";

  /// A kind of token.
  ///
  /// @param what as people call it
  /// @param begins at least four characters, which are not part of the length
  /// @param least how many characters follow
  /// @param most how many characters may follow; then comes another kind of character
  private record Kind(String what, String begins, int least, int most) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("npm token", "npm_", 36, 36),
          new Kind("GitHub token", "ghp_", 36, 36),
          new Kind("GitHub token", "gho_", 36, 36),
          new Kind("GitHub token", "ghu_", 36, 36),
          new Kind("GitHub token", "ghs_", 36, 36),
          new Kind("GitHub token", "ghr_", 36, 76),
          new Kind("GitHub token", "github_pat_", 82, 82),
          new Kind("GitLab token", "glpat-", 20, 22),
          new Kind("AWS access key", "AKIA", 16, 16),
          new Kind("Google API key", "AIza", 35, 35),
          new Kind("Slack token", "xoxb-", 40, 80),
          new Kind("Slack token", "xoxp-", 40, 80),
          new Kind("Stripe key", "sk_live_", 24, 99),
          new Kind("Stripe key", "rk_live_", 24, 99),
          new Kind("PyPI token", "pypi-AgEIcHlwaS5vcmc", 50, 200),
          new Kind("Anthropic key", "sk-ant-api03-", 80, 120),
          new Kind("DigitalOcean token", "dop_v1_", 64, 64));

  /// Which pairs of bytes may be the third and fourth of a beginning: one look for each byte.
  private static final boolean[] MAYBE = new boolean[1 << 16];

  static {
    KINDS.forEach(kind -> MAYBE[pair(kind.begins.charAt(2), kind.begins.charAt(3))] = true);
    MAYBE[pair('-', '-')] = true;
  }

  private final byte[] window = new byte[(64 << 10) + 2 * AHEAD];
  private final Map<String, Set<String>> found = new LinkedHashMap<>();
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();
  private String path = "";
  private int filled;
  private int from;

  private Secrets() {}

  private static int pair(int first, int second) {
    return (first & 0xff) << 8 | (second & 0xff);
  }

  /// Everything that looks like a credential in a tarball of our own.
  ///
  /// @throws IOException when it cannot be read
  static List<Problem> in(Path tgz) throws IOException {
    Secrets secrets = new Secrets();
    PackedContent.all(tgz, secrets);
    secrets.look(secrets.filled);
    List<Problem> problems = new ArrayList<>();
    secrets.found.forEach((file, kinds) ->
        problems.add(
            Problem.configuration(
                    "SECRET_IN_PACKAGE",
                    file + " holds what looks like a credential: " + String.join(", ", kinds) + ".",
                    Finding.meant(
                        "Whoever installs the package can read it. Take it out; where it was"
                            + " published or pushed before, revoke it first."))
                .at(Place.file(file))));
    secrets.keys.forEach((file, kinds) ->
        problems.add(
            Problem.warning(
                    "PRIVATE_KEY_IN_PACKAGE",
                    file + " holds a " + String.join(", ", kinds) + ".",
                    "If it opens anything but a test, take it out and replace it.")
                .at(Place.file(file))));
    return problems;
  }

  @Override
  public void begin(String file) {
    look(filled);
    path = file;
    filled = 0;
    from = 0;
  }

  @Override
  public void read(byte[] buffer, int count) {
    System.arraycopy(buffer, 0, window, filled, count);
    filled += count;
    look(filled - AHEAD);
    // One byte in front stays, to see where a word begins.
    int kept = Math.max(0, Math.min(from - 1, filled));
    System.arraycopy(window, kept, window, 0, filled - kept);
    filled -= kept;
    from -= kept;
  }

  private void look(int to) {
    int end = Math.min(to, filled - 3);
    for (int at = from; at < end; at++) {
      if (MAYBE[pair(window[at + 2], window[at + 3])]) {
        look(at, at == 0 ? ' ' : window[at - 1]);
      }
    }
    from = Math.max(from, Math.max(0, end));
  }

  private void look(int at, int before) {
    if (startsWith("-----BEGIN ", at)) {
      privateKey(at);
      return;
    }
    for (Kind kind : KINDS) {
      if (startsWith(kind.begins, at) && !isWord(before)) {
        int start = at + kind.begins.length();
        int length = 0;
        while (start + length < filled && isWord(window[start + length]) && length <= kind.most) {
          length++;
        }
        if (length >= kind.least && length <= kind.most && isRandom(start, length)) {
          found.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(kind.what);
        }
      }
    }
  }

  private boolean startsWith(String text, int at) {
    if (at + text.length() > filled) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (window[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '-';
  }

  /// True for what no person has typed as an example.
  private boolean isRandom(int start, int length) {
    String text = new String(window, start, length, StandardCharsets.US_ASCII);
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    boolean example =
        lower.contains("example")
            || lower.contains("xxxx")
            || lower.contains("abcdef")
            || lower.contains("12345")
            || lower.contains("0000")
            || lower.contains("your");
    return !example && text.chars().distinct().count() >= Math.min(10, length / 2);
  }

  private void privateKey(int at) {
    String text = new String(window, at, Math.min(AHEAD, filled - at), StandardCharsets.US_ASCII);
    int end = text.indexOf(KEY_END);
    if (end < 0 || end > 40) {
      return;
    }
    // In a program's text the line's end may be written as \n.
    String body = text.substring(end + KEY_END.length()).replace("\\n", "").replace("\\r", "");
    long letters =
        body.chars()
            .filter(c -> c != '\n' && c != '\r' && c != ' ' && c != '"' && c != '\'' && c != '+')
            .limit(64)
            .takeWhile(c -> isWord(c) || c == '/' || c == '=')
            .count();
    if (letters >= 64) {
      keys.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add("private key");
    }
  }
}
