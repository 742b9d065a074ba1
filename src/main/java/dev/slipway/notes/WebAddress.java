package dev.slipway.notes;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A URL, taken apart as browsers and Node do it (the WHATWG URL standard), as far as addresses of
/// repositories need it. User and password are dropped.
///
/// @param scheme lower case, without the colon
/// @param host the empty text when there is none
/// @param port digits; the empty text for the scheme's own port
/// @param path with percent escapes, without query and fragment
record WebAddress(String scheme, String host, String port, String path) {
  private static final Set<String> SPECIAL = Set.of("http", "https", "ftp", "ws", "wss");

  /// The parts of a URL; empty when the text is none.
  static Optional<WebAddress> parse(String text) {
    String url = withoutBreaks(text);
    int colon = schemeEnd(url);
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean special = SPECIAL.contains(scheme);
    String rest = url.substring(colon + 1);
    if (special || scheme.equals("file")) {
      rest = slashes(rest);
    }
    if (special) {
      rest = "//" + withoutLeadingSlashes(rest);
    }
    if (!rest.startsWith("//")) {
      return Optional.of(new WebAddress(scheme, "", "", path(rest, special)));
    }
    int end = authorityEnd(rest);
    String authority = rest.substring(2, end);
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int portAt =
        hostAndPort.startsWith("[") ? hostAndPort.indexOf("]:") + 1 : hostAndPort.indexOf(':');
    String host = portAt <= 0 ? hostAndPort : hostAndPort.substring(0, portAt);
    String port = portAt <= 0 ? "" : hostAndPort.substring(portAt + 1);
    String path = path(rest.substring(end), special);
    return host(host, special)
        .filter(name -> isPort(port) && (portAt != 0 && !(special && name.isEmpty())))
        .map(name -> new WebAddress(scheme, name, ownPort(scheme, port), path));
  }

  private static String withoutBreaks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to).replace("\t", "").replace("\n", "").replace("\r", "");
  }

  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && (i == 0 || !other)) {
        return -1;
      }
    }
    return -1;
  }

  private static String slashes(String rest) {
    int end = rest.length();
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '?' || rest.charAt(i) == '#') {
        end = i;
        break;
      }
    }
    return rest.substring(0, end).replace('\\', '/') + rest.substring(end);
  }

  private static String withoutLeadingSlashes(String rest) {
    int from = 0;
    while (from < rest.length() && rest.charAt(from) == '/') {
      from++;
    }
    return rest.substring(from);
  }

  private static int authorityEnd(String rest) {
    for (int i = 2; i < rest.length(); i++) {
      if ("/?#".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }

  private static Optional<String> host(String host, boolean special) {
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) <= ' ' || "#/<>?@\\^|".indexOf(host.charAt(i)) >= 0) {
        return Optional.empty();
      }
    }
    if (!special || host.startsWith("[")) {
      return Optional.of(escaped(host, ""));
    }
    try {
      return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAHost) {
      return Optional.empty();
    }
  }

  private static boolean isPort(String port) {
    return port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String ownPort(String scheme, String port) {
    boolean usual =
        switch (scheme) {
          case "http", "ws" -> port.equals("80");
          case "https", "wss" -> port.equals("443");
          case "ftp" -> port.equals("21");
          default -> false;
        };
    return usual ? "" : port;
  }

  private static String path(String rest, boolean special) {
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
      end++;
    }
    String raw = rest.substring(0, end);
    if (!raw.startsWith("/")) {
      return special ? "/" + raw : raw;
    }
    Deque<String> parts = new ArrayDeque<>();
    String[] segments = split(raw.substring(1));
    for (int i = 0; i < segments.length; i++) {
      String dots = segments[i].replace("%2e", ".").replace("%2E", ".");
      boolean last = i == segments.length - 1;
      if (dots.equals("..")) {
        parts.pollLast();
      }
      if (dots.equals("..") || dots.equals(".")) {
        if (last) {
          parts.addLast("");
        }
      } else {
        parts.addLast(escaped(segments[i], " \"#<>?`{}^"));
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String[] split(String path) {
    return com.google.re2j.Pattern.compile("/").split(path, -1);
  }

  private static String escaped(String text, String escape) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c <= 0x1f || c >= 0x7f || escape.indexOf(c) >= 0) {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
