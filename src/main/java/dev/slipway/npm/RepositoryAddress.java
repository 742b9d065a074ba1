package dev.slipway.npm;

import java.util.List;
import java.util.Locale;

/// The forms in which package.json names a repository on GitHub.
final class RepositoryAddress {
  private static final List<String> GITHUB =
      List.of(
          "git+https://github.com/",
          "https://github.com/",
          "http://github.com/",
          "git+http://github.com/",
          "https://www.github.com/",
          "git+https://www.github.com/",
          "git://github.com/",
          "git+ssh://git@github.com/",
          "ssh://git@github.com/",
          "git@github.com:",
          "github:");

  private RepositoryAddress() {}

  /// The page of a repository, `https://github.com/acme/widget`, in the letters it is written in;
  /// the text itself where it is none on GitHub.
  static String page(String text) {
    String path = text.strip();
    String lower = path.toLowerCase(Locale.ROOT);
    for (String form : GITHUB) {
      if (lower.startsWith(form)) {
        return "https://github.com/" + bare(path.substring(form.length()));
      }
    }
    boolean shortForm =
        path.indexOf('/') > 0
            && path.indexOf('/') == path.lastIndexOf('/')
            && path.indexOf(':') < 0;
    return shortForm ? "https://github.com/" + bare(path) : path;
  }

  /// An address as it may be shown.
  static String withoutUser(String text) {
    int scheme = text.indexOf("://");
    int at = text.indexOf('@', Math.max(scheme, 0));
    int slash = text.indexOf('/', scheme + 3);
    return scheme >= 0 && at > scheme && (slash < 0 || at < slash)
        ? text.substring(0, scheme + 3) + text.substring(at + 1)
        : text;
  }

  private static String bare(String path) {
    int hash = path.indexOf('#');
    String plain = hash < 0 ? path : path.substring(0, hash);
    plain = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    return plain.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
  }
}
