package dev.slipway.report;

import java.util.Optional;

/// Where things of this repository are on the web.
///
/// @param repository such as `https://github.com/owner/repository`, without a slash at the end;
///   empty when it is not known, and then nothing is linked
public record Links(Optional<String> repository) {
  /// No links at all.
  public static Links none() {
    return new Links(Optional.empty());
  }

  /// Links into a repository on a GitHub server.
  ///
  /// @param server such as `https://github.com`
  /// @param name `owner/repository`
  public static Links of(String server, String name) {
    String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    return new Links(Optional.of(base + "/" + name));
  }

  /// The page of a commit.
  public Optional<String> commit(String sha) {
    return repository.map(base -> base + "/commit/" + sha);
  }

  /// The page that compares two tags, branches or commits.
  public Optional<String> compare(String from, String to) {
    return repository.map(base -> base + "/compare/" + path(from) + "..." + path(to));
  }

  /// The page of a workflow run.
  public Optional<String> run(String id) {
    return repository.filter(_ -> !id.isEmpty()).map(base -> base + "/actions/runs/" + path(id));
  }

  /// The page of a GitHub release.
  public Optional<String> release(String tag) {
    return repository.map(base -> base + "/releases/tag/" + path(tag));
  }

  /// A name as part of an address: everything but letters, digits and `-._~/` in percent form.
  static String path(String name) {
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
