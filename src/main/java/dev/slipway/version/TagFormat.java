package dev.slipway.version;

import java.util.Optional;

/// How a version is written as a tag: what stands before it and what stands behind it.
public record TagFormat(String before, String after) {
  /// `v1.2.3`, the default.
  public static final TagFormat V = new TagFormat("v", "");

  private static final NamePattern PATTERN = new NamePattern("version");

  /// The format that a text such as `v${version}` describes.
  ///
  /// @return empty when the version does not stand in it exactly once, or anything else is to be
  ///   computed
  public static Optional<TagFormat> of(String text) {
    // a blank can stand in no tag, so it marks the place (as semantic-release finds it)
    return PATTERN
        .fill(text, " ")
        .filter(
            marked -> marked.indexOf(' ') >= 0 && marked.indexOf(' ') == marked.lastIndexOf(' '))
        .map(marked ->
            new TagFormat(
                marked.substring(0, marked.indexOf(' ')),
                marked.substring(marked.indexOf(' ') + 1)));
  }

  /// True when git takes the tags of this format.
  public boolean isValid() {
    return RefName.isValid(before + "0.0.0" + after);
  }

  /// The tag of a version.
  public String tag(Version version) {
    return before + version + after;
  }

  /// The version that a tag is of, or nothing when it is no tag of this format. Before the version
  /// any number of `v` and `=` may stand, as in semantic-release.
  public Optional<Version> version(String tag) {
    if (!tag.startsWith(before)) {
      return Optional.empty();
    }
    // greedy and open at the end, as semantic-release's pattern `^before(.+)after` is
    int end = after.isEmpty() ? tag.length() : tag.lastIndexOf(after);
    return end <= before.length() ? Optional.empty() : cleaned(tag.substring(before.length(), end));
  }

  private static Optional<Version> cleaned(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == 'v' || text.charAt(start) == '=')) {
      start++;
    }
    return Version.parse(text.substring(start));
  }

  /// The format as the configuration writes it.
  @Override
  public String toString() {
    return before + "${version}" + after;
  }
}
