package dev.slipway.manifest;

import dev.slipway.version.JavaScriptSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A repository at one of the hosts that npm knows, and the addresses npm makes of it. The rules
/// are those of npm's hosted-git-info, odd corners included.
///
/// @param user empty where the host's addresses have none
/// @param auth `user:password` of the address it was read from
/// @param committish the branch, tag or commit behind `#`
/// @param written how it was written: `shortcut`, `sshurl`, `https`, `git`, or another protocol
record HostedGit(
    GitHostKind host, String user, String auth, String project, String committish, String written) {

  static Optional<HostedGit> of(String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    String corrected = isGitHubShorthand(address) ? "github:" + address : address;
    return parse(corrected).flatMap(HostedGit::of);
  }

  private static Optional<HostedGit> of(GitUrl url) {
    for (GitHostKind kind : GitHostKind.values()) {
      if (url.protocol().equals(kind.shortcut() + ":")) {
        return shortcut(kind, url);
      }
    }
    String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
    for (GitHostKind kind : GitHostKind.values()) {
      if (host.equals(kind.domain())) {
        return kind.takes(url.protocol()) ? extract(kind, url) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<HostedGit> shortcut(GitHostKind kind, GitUrl url) {
    // With `//` behind the colon the first name is a host; npm puts the slashes there itself.
    String path = url.path().startsWith("/") ? url.path().substring(1) : url.path();
    path = path.substring(path.indexOf('@') + 1);
    int slash = path.lastIndexOf('/');
    Optional<String> user = Percent.decode(slash < 0 ? "" : path.substring(0, slash));
    Optional<String> project = Percent.decode(path.substring(slash + 1));
    Optional<String> committish = Percent.decode(url.hash());
    if (user.isEmpty() || project.isEmpty() || committish.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HostedGit(
            kind,
            user.get().isEmpty() ? "null" : user.get(),
            "",
            withoutGit(project.get()),
            committish.get(),
            "shortcut"));
  }

  private static Optional<HostedGit> extract(GitHostKind kind, GitUrl url) {
    Optional<GitHostKind.Names> names = kind.extract(url);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> user = Percent.decode(names.get().user());
    Optional<String> project = Percent.decode(withoutGit(names.get().project()));
    Optional<String> committish = Percent.decode(names.get().committish());
    if (user.isEmpty() || project.isEmpty() || committish.isEmpty()) {
      return Optional.empty();
    }
    boolean withAuth = !url.protocol().endsWith("ssh:");
    String auth = url.username() + (url.password().isEmpty() ? "" : ":" + url.password());
    String written =
        switch (url.protocol()) {
          case "git+ssh:", "ssh:" -> "sshurl";
          case "git+https:" -> "https";
          default -> url.protocol().substring(0, url.protocol().length() - 1);
        };
    return Optional.of(
        new HostedGit(
            kind, user.get(), withAuth ? auth : "", project.get(), committish.get(), written));
  }

  private static String withoutGit(String project) {
    return project.endsWith(".git") ? project.substring(0, project.length() - 4) : project;
  }

  /// `owner/name`, perhaps with `#branch`.
  private static boolean isGitHubShorthand(String text) {
    int sharp = text.indexOf('#');
    String front = sharp < 0 ? text : text.substring(0, sharp);
    int slash = text.indexOf('/');
    int second = front.indexOf('/', front.indexOf('/') + 1);
    boolean blank = front.chars().anyMatch(c -> JavaScriptSpace.is((char) c));
    return slash > 0
        && !blank
        && !front.endsWith("/")
        && !text.startsWith(".")
        && front.indexOf('@') < 0
        && front.indexOf(':') < 0
        && (front.indexOf('/') < 0 || second < 0);
  }

  private static final List<String> PROTOCOLS = protocols();

  private static List<String> protocols() {
    List<String> known =
        new ArrayList<>(
            List.of("git+ssh:", "ssh:", "git+https:", "git:", "http:", "https:", "git+http:"));
    for (GitHostKind kind : GitHostKind.values()) {
      known.add(kind.shortcut() + ":");
    }
    return List.copyOf(known);
  }

  private static Optional<GitUrl> parse(String address) {
    String withProtocol = withProtocol(address);
    return GitUrl.parse(withProtocol).or(() -> GitUrl.parse(fromScp(withProtocol)));
  }

  private static String withProtocol(String address) {
    int colon = address.indexOf(':');
    String protocol = address.substring(0, colon + 1);
    if (PROTOCOLS.contains(protocol) || (colon >= 0 && address.startsWith("://", colon))) {
      return address;
    }
    int at = address.indexOf('@');
    if (at >= 0) {
      return at > colon ? "git+ssh://" + address : address;
    }
    return protocol + "//" + address.substring(colon + 1);
  }

  /// `git@github.com:acme/widget` is not an address yet.
  private static String fromScp(String address) {
    int sharp = address.indexOf('#');
    int end = sharp < 0 ? address.length() : sharp;
    int at = address.lastIndexOf('@', end);
    int colon = address.lastIndexOf(':', end);
    String slashed =
        colon > at ? address.substring(0, colon) + "/" + address.substring(colon + 1) : address;
    return slashed.lastIndexOf(':', end) < 0 && !slashed.contains("//")
        ? "git+ssh://" + slashed
        : slashed;
  }

  /// The address in the form it was written in, tidied.
  String address() {
    return switch (written) {
      case "shortcut" -> host.shortcutAddress(user, project) + hash();
      case "https" -> https();
      case "git" -> git();
      default -> host.ssh(user, project) + hash();
    };
  }

  String https() {
    return host.https(user, project, auth) + hash();
  }

  private String git() {
    return host.git(user, project, auth)
        .map(git -> git + hash())
        .orElse(host.ssh(user, project) + hash());
  }

  private String hash() {
    return committish.isEmpty() ? "" : "#" + committish;
  }

  /// Where its problems are told; empty where the host has no such page.
  Optional<String> bugs() {
    return host.bugs(user, project);
  }

  /// Where its readme is shown.
  String docs() {
    return host.docs(user, project, committish);
  }
}
