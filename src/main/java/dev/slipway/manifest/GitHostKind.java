package dev.slipway.manifest;

import java.util.Locale;
import java.util.Optional;

/// The git hosts that npm knows by name.
enum GitHostKind {
  GITHUB("github.com", "tree", "git:", "http:", "git+ssh:", "git+https:", "ssh:", "https:"),
  BITBUCKET("bitbucket.org", "src", "git+ssh:", "git+https:", "ssh:", "https:"),
  GITLAB("gitlab.com", "tree", "git+ssh:", "git+https:", "ssh:", "https:"),
  GIST("gist.github.com", "", "git:", "git+ssh:", "git+https:", "ssh:", "https:"),
  SOURCEHUT("git.sr.ht", "tree", "git+ssh:", "https:");

  private final String domain;
  private final String treePath;
  private final String protocols;

  GitHostKind(String domain, String treePath, String... protocols) {
    this.domain = domain;
    this.treePath = treePath;
    this.protocols = " " + String.join(" ", protocols) + " ";
  }

  /// What an address says, undecoded.
  record Names(String user, String project, String committish) {}

  String domain() {
    return domain;
  }

  String shortcut() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(String protocol) {
    return protocols.contains(" " + protocol + " ");
  }

  /// Owner and name in an address; empty when it leads to something else than a repository.
  Optional<Names> extract(GitUrl url) {
    String[] parts = url.path().split("/", -1);
    String user = part(parts, 1);
    String project = part(parts, 2);
    String page = part(parts, 3);
    return switch (this) {
      case GITHUB ->
          page.isEmpty()
              ? named(user, project, url.hash())
              : page.equals("tree")
                  // JavaScript decodes what is not there as the text "undefined".
                  ? named(user, project, parts.length > 4 ? parts[4] : "undefined")
                  : Optional.empty();
      case BITBUCKET -> page.equals("get") ? Optional.empty() : named(user, project, url.hash());
      case SOURCEHUT ->
          page.equals("archive") ? Optional.empty() : named(user, project, url.hash());
      case GITLAB -> gitlab(url);
      case GIST -> gist(user, project, page, url.hash());
    };
  }

  private static String part(String[] parts, int at) {
    return parts.length > at ? parts[at] : "";
  }

  private static Optional<Names> named(String user, String project, String committish) {
    String plain = project.endsWith(".git") ? project.substring(0, project.length() - 4) : project;
    return user.isEmpty() || plain.isEmpty()
        ? Optional.empty()
        : Optional.of(new Names(user, plain, committish));
  }

  private static Optional<Names> gitlab(GitUrl url) {
    String path = url.path().isEmpty() ? "" : url.path().substring(1);
    if (path.contains("/-/") || path.contains("/archive.tar.gz")) {
      return Optional.empty();
    }
    int slash = path.lastIndexOf('/');
    return named(slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1), url.hash());
  }

  private static Optional<Names> gist(String user, String project, String page, String hash) {
    if (page.equals("raw") || (project.isEmpty() && user.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        project.isEmpty() ? new Names("", user, hash) : new Names(user, project, hash));
  }

  private String path(String user, String project) {
    return this == GIST ? project : user + "/" + project;
  }

  String shortcutAddress(String user, String project) {
    return shortcut() + ":" + path(user, project);
  }

  String ssh(String user, String project) {
    return "git+ssh://git@" + domain + "/" + path(user, project) + ".git";
  }

  String https(String user, String project, String auth) {
    return switch (this) {
      case SOURCEHUT -> "https://" + domain + "/" + path(user, project);
      case GIST -> "git+https://" + domain + "/" + project + ".git";
      case GITHUB, BITBUCKET, GITLAB ->
          "git+https://" + with(auth) + domain + "/" + path(user, project) + ".git";
    };
  }

  Optional<String> git(String user, String project, String auth) {
    return switch (this) {
      case GITHUB ->
          Optional.of("git://" + with(auth) + domain + "/" + path(user, project) + ".git");
      case GIST -> Optional.of("git://" + domain + "/" + project + ".git");
      case BITBUCKET, GITLAB, SOURCEHUT -> Optional.empty();
    };
  }

  private static String with(String auth) {
    return auth.isEmpty() ? "" : auth + "@";
  }

  Optional<String> bugs(String user, String project) {
    return switch (this) {
      case SOURCEHUT -> Optional.empty();
      case GIST -> Optional.of("https://" + domain + "/" + project);
      case GITHUB, BITBUCKET, GITLAB ->
          Optional.of("https://" + domain + "/" + path(user, project) + "/issues");
    };
  }

  String docs(String user, String project, String committish) {
    String tree = committish.isEmpty() ? "" : "/" + Percent.encode(committish);
    return this == GIST
        ? "https://" + domain + "/" + project + tree
        : "https://"
            + domain
            + "/"
            + path(user, project)
            + (tree.isEmpty() ? "" : "/" + treePath + tree)
            + "#readme";
  }
}
