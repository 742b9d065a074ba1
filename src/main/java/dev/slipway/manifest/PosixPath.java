package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.List;

/// Paths as texts, cut and joined as Node's `path.posix` does it.
public final class PosixPath {
  private PosixPath() {}

  /// The last name, slashes behind it left out.
  public static String base(String path) {
    int to = path.length();
    while (to > 0 && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(path.lastIndexOf('/', to - 1) + 1, to);
  }

  /// The last name's extension with its dot; empty where there is none, as in `.gitignore`.
  public static String extension(String path) {
    String base = base(path);
    int dot = base.lastIndexOf('.');
    return dot <= 0 || base.equals("..") ? "" : base.substring(dot);
  }

  /// The path without its last name; `.` where nothing is left.
  public static String folder(String path) {
    int to = path.length();
    while (to > 1 && path.charAt(to - 1) == '/') {
      to--;
    }
    int slash = path.lastIndexOf('/', to - 1);
    if (slash < 0) {
      return ".";
    }
    while (slash > 0 && path.charAt(slash - 1) == '/') {
      slash--;
    }
    return slash == 0 ? "/" : path.substring(0, slash);
  }

  /// Without `.`, doubled slashes, and names that `..` cancels. A slash behind stays.
  public static String normal(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean absolute = path.startsWith("/");
    List<String> kept = new ArrayList<>();
    for (String name : names(path)) {
      boolean up = name.equals("..");
      if (up && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!(up && absolute)) {
        kept.add(name);
      }
    }
    String joined = String.join("/", kept);
    if (joined.isEmpty() && !absolute) {
      return path.endsWith("/") ? "./" : ".";
    }
    boolean slash = path.endsWith("/") && !joined.isEmpty();
    return (absolute ? "/" : "") + joined + (slash ? "/" : "");
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      String name = path.substring(from, to);
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
      from = to + 1;
    }
    return names;
  }

  /// A path that cannot leave the package: `\` and `:` become slashes, `..` cannot climb. Empty
  /// when nothing is left.
  public static String secured(String path) {
    String slashed = path.replace('\\', '/').replace(':', '/');
    String inside = normal("/" + slashed).substring(1);
    return inside.isEmpty() ? "" : inside;
  }
}
