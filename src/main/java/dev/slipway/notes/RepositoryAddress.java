package dev.slipway.notes;

import java.util.Optional;

/// Where a repository is on the web, told from any address that git knows.
///
/// @param site scheme, host and port, such as `https://github.com`
/// @param hostname the host alone
/// @param owner the first part of the path
/// @param repository the rest of the path; groups of GitLab stay in it
record RepositoryAddress(
    String site, String hostname, Optional<String> owner, Optional<String> repository) {

  /// The address behind a repository URL; empty when the text is none. Credentials and the port of
  /// an SSH address are left out.
  static Optional<RepositoryAddress> of(String repositoryUrl) {
    String url =
        repositoryUrl.regionMatches(true, repositoryUrl.length() - 4, ".git", 0, 4)
            ? repositoryUrl.substring(0, repositoryUrl.length() - 4)
            : repositoryUrl;
    return WebAddress.parse(sshAddress(url).orElse(url)).map(RepositoryAddress::of);
  }

  private static RepositoryAddress of(WebAddress address) {
    boolean ssh = address.scheme().contains("ssh");
    String site =
        (address.scheme().equals("http") ? "http:" : "https:")
            + (address.host().isEmpty() ? "" : "//" + address.host())
            + (ssh || address.port().isEmpty() ? "" : ":" + address.port());
    String path = address.path();
    if (!path.startsWith("/")) {
      return new RepositoryAddress(site, address.host(), Optional.empty(), Optional.empty());
    }
    int ownerEnd = path.indexOf('/', 1);
    String owner = path.substring(1, ownerEnd < 0 ? path.length() : ownerEnd);
    String repository = ownerEnd < 0 ? "" : path.substring(ownerEnd + 1);
    return new RepositoryAddress(site, address.host(), present(owner), present(repository));
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// `user@host:path`, git's short form of an SSH address, as a URL.
  private static Optional<String> sshAddress(String text) {
    int lastColon = text.lastIndexOf(':');
    if (lastColon < 0 || text.indexOf("://") > 0 || text.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    int at = text.lastIndexOf('@', lastColon);
    String user = at < 0 ? "" : text.substring(0, at + 1);
    int colon = text.indexOf(':', at + 1);
    String host = text.substring(at + 1, colon);
    return Optional.of(
        "ssh://" + (user.length() > 1 ? user : "") + host + "/" + text.substring(colon + 1));
  }
}
