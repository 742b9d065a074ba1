package dev.slipway.notes;

import dev.slipway.history.Reference;
import java.util.Set;

/// What the newer presets link to, and how they write it into texts.
///
/// @param config the options of the preset; angular has none that matter here
/// @param addresses the formats of the options, for those who brought formats
/// @param angular whether it is the angular preset
record NextLinks(NotesContext context, PresetConfig config, Addresses addresses, boolean angular) {
  static NextLinks of(NotesContext context, PresetConfig config, boolean angular) {
    return new NextLinks(context, config, Addresses.of(context, config), angular);
  }

  /// The comparison of the two tags.
  String comparison() {
    if (isOwn(config.compareUrlFormat(), PresetConfig.COMPARE_URL)) {
      return addresses.comparison();
    }
    return Elements.address(
        repository(),
        "compare",
        Elements.escaped(context.previousTag().orElse(""))
            + "..."
            + Elements.escaped(context.currentTag()));
  }

  String commit(Entry entry) {
    return isOwn(config.commitUrlFormat(), PresetConfig.COMMIT_URL)
        ? addresses.commit(entry)
        : Elements.address(repository(), orElse(context.commit(), "commit"), entry.value("hash"));
  }

  String issue(Reference reference) {
    return isOwn(config.issueUrlFormat(), PresetConfig.ISSUE_URL)
        ? addresses.issue(reference)
        : Elements.address(repositoryOf(reference), issueWord(), reference.issue());
  }

  private String issueInText(String prefix, String issue) {
    if (isOwn(config.issueUrlFormat(), PresetConfig.ISSUE_URL)) {
      return addresses.issueInText(prefix, issue);
    }
    return angular && repository().isEmpty()
        ? ""
        : Elements.address(repository(), issueWord(), issue);
  }

  /// An issue inside a text, as a link where it has an address.
  String issueInSubject(String prefix, String issue) {
    String address = issueInText(prefix, issue);
    return address.isEmpty() ? prefix + issue : Elements.link(prefix + issue, address);
  }

  private String user(String name) {
    if (isOwn(config.userUrlFormat(), PresetConfig.USER_URL)) {
      return addresses.user(name);
    }
    return angular && context.host().isEmpty() ? "" : Elements.address(context.host(), name);
  }

  private boolean isOwn(String format, String usual) {
    return !angular && !format.equals(usual);
  }

  private String issueWord() {
    return orElse(context.issue(), "issues");
  }

  private String orElse(String word, String usual) {
    return word.isEmpty() ? usual : word;
  }

  String repository() {
    return context
        .repository()
        .map(name -> Elements.address(context.host(), context.owner().orElse(""), name))
        .orElse("");
  }

  private String repositoryOf(Reference reference) {
    String named = reference.repository().orElse("");
    return context.repository().isEmpty() || named.isEmpty()
        ? repository()
        : Elements.address(context.host(), reference.owner().orElse(""), named);
  }

  /// A text with issues and users as links.
  ///
  /// @param named takes the issues that became links
  String linked(String text, Set<String> named) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    var prefixes = angular ? java.util.List.of("#") : config.issuePrefixes();
    for (MarkdownScanner.Piece piece : MarkdownScanner.scan(text, prefixes, angular)) {
      String address =
          switch (piece) {
            case MarkdownScanner.Piece.Issue(var prefix, var issue) -> issueInText(prefix, issue);
            case MarkdownScanner.Piece.User(var name) -> name.indexOf('/') < 0 ? user(name) : "";
            case MarkdownScanner.Piece.Fixed _, MarkdownScanner.Piece.Plain _ -> "";
          };
      if (!address.isEmpty() && piece instanceof MarkdownScanner.Piece.Issue) {
        named.add(piece.text());
      }
      out.append(address.isEmpty() ? piece.text() : Elements.link(piece.text(), address));
    }
    return out.toString();
  }
}
