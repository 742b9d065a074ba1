package dev.slipway.version;

import java.util.Optional;

/// How a version is written as a tag: what stands before it and what stands behind it.
public record TagFormat(String before, String after) {
  /// `v1.2.3`, the default.
  public static final TagFormat V = new TagFormat("v", "");

  /// The tag of a version.
  public String tag(Version version) {
    return before + version + after;
  }

  /// The version that a tag is of, or nothing when it is no tag of this format.
  public Optional<Version> version(String tag) {
    if (!tag.startsWith(before)) {
      return Optional.empty();
    }
    // greedy and open at the end, as semantic-release's pattern `^before(.+)after` is
    int end = tag.lastIndexOf(after);
    return end <= before.length()
        ? Optional.empty()
        : Cleaned.version(tag.substring(before.length(), end));
  }
}
