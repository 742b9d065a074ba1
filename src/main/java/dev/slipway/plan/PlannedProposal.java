package dev.slipway.plan;

import java.util.List;

/// The pull request that brings the files of a release to its branch; the next release brings the
/// same one up to date.
///
/// @param head the branch it comes from, ours alone
/// @param base the branch it goes into
/// @param title its headline
/// @param body its text, Markdown
/// @param message the message of its one commit
/// @param files what the commit holds
public record PlannedProposal(
    String head, String base, String title, String body, String message, List<File> files) {
  public PlannedProposal {
    files = List.copyOf(files);
  }

  /// A file of the commit.
  ///
  /// @param path in the repository, with `/`
  /// @param integrity `sha512-` and base64
  public record File(String path, String integrity) {}
}
