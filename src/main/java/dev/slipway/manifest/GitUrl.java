package dev.slipway.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An address as browsers and Node cut it (WHATWG URL), as far as repository addresses need it.
///
/// @param protocol with its colon, lower case
/// @param path decoded nowhere; begins with a slash where there is a host
/// @param hash without its `#`
record GitUrl(
    String protocol, String username, String password, String host, String path, String hash) {
  private static final List<String> WEB = List.of("http:", "https:", "ws:", "wss:", "ftp:");

  static Optional<GitUrl> parse(String text) {
    String clean = clean(text);
    int colon = clean.indexOf(':');
    if (colon <= 0 || !isScheme(clean.substring(0, colon))) {
      return Optional.empty();
    }
    String protocol = clean.substring(0, colon + 1).toLowerCase(Locale.ROOT);
    String rest = clean.substring(colon + 1);
    int sharp = rest.indexOf('#');
    String hash = sharp < 0 ? "" : rest.substring(sharp + 1);
    String front = sharp < 0 ? rest : rest.substring(0, sharp);
    int question = front.indexOf('?');
    String address = question < 0 ? front : front.substring(0, question);
    boolean web = WEB.contains(protocol);
    if (!web && !address.startsWith("//")) {
      return Optional.of(new GitUrl(protocol, "", "", "", address, hash));
    }
    int from = web ? slashes(address) : 2;
    int slash = web ? firstSlash(address, from) : address.indexOf('/', from);
    String authority = slash < 0 ? address.substring(from) : address.substring(from, slash);
    String path = slash < 0 ? (web ? "/" : "") : address.substring(slash);
    return authority(protocol, authority, path, hash, web);
  }

  private static int slashes(String address) {
    int at = 0;
    while (at < address.length() && isSlash(address.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int firstSlash(String address, int from) {
    int at = from;
    while (at < address.length() && !isSlash(address.charAt(at))) {
      at++;
    }
    return at < address.length() ? at : -1;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static Optional<GitUrl> authority(
      String protocol, String authority, String path, String hash, boolean web) {
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at);
    String place = authority.substring(at + 1);
    int userColon = user.indexOf(':');
    int portColon = place.endsWith("]") ? -1 : place.lastIndexOf(':');
    String host = portColon < 0 ? place : place.substring(0, portColon);
    String port = portColon < 0 ? "" : place.substring(portColon + 1);
    boolean wrongPort = port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean noHost = host.isEmpty() && (web || at >= 0 || portColon >= 0);
    if (wrongPort || noHost || !isHost(host)) {
      return Optional.empty();
    }
    return Optional.of(
        new GitUrl(
            protocol,
            userColon < 0 ? user : user.substring(0, userColon),
            userColon < 0 ? "" : user.substring(userColon + 1),
            web ? host.toLowerCase(Locale.ROOT) : host,
            path,
            hash));
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]");
    }
    return host.chars().noneMatch(c -> c <= ' ' || "#/:<>?@[\\]^|%".indexOf(c) >= 0);
  }

  private static boolean isScheme(String text) {
    return isLetter(text.charAt(0))
        && text.chars()
            .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Without blanks and control characters around it, and without tabs and newlines in it.
  private static String clean(String text) {
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
}
