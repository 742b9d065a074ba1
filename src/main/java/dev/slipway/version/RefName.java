package dev.slipway.version;

/// Names that git takes for a ref (the rules of `git check-ref-format`).
public final class RefName {
  private RefName() {}

  /// True when `refs/heads/<name>` and `refs/tags/<name>` are refs git would make.
  public static boolean isValid(String name) {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.endsWith("/")
        || name.endsWith(".")
        || name.contains("..")
        || name.contains("//")
        || name.contains("@{")) {
      return false;
    }
    boolean componentStarts = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 0x7f || " ~^:?*[\\".indexOf(c) >= 0 || (componentStarts && c == '.')) {
        return false;
      }
      componentStarts = c == '/';
    }
    return !name.endsWith(".lock") && !name.contains(".lock/");
  }
}
