package dev.slipway.github;

import java.util.Optional;

/// A repository by its name.
///
/// @param owner the account
/// @param name the repository
public record Repository(String owner, String name) {
  /// Reads `owner/name`; empty when it is none.
  public static Optional<Repository> parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || !isName(text.substring(0, slash)) || !isName(text.substring(slash + 1))) {
      return Optional.empty();
    }
    return Optional.of(new Repository(text.substring(0, slash), text.substring(slash + 1)));
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= 100
        && !text.equals(".")
        && !text.equals("..")
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.');
  }

  /// `owner/name`.
  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
