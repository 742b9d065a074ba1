package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// The rules of one folder, weakest first: of several that match the last one counts.
///
/// @param rules in the order they are asked
record RuleBook(List<Rule> rules) {
  /// What npm never packs unless told to; weaker than anything a package says.
  private static final List<Rule> DEFAULTS =
      LineRule.all(
          List.of(
              ".npmignore",
              ".gitignore",
              "**/.git",
              "**/.svn",
              "**/.hg",
              "**/CVS",
              "**/.git/**",
              "**/.svn/**",
              "**/.hg/**",
              "**/CVS/**",
              "/.lock-wscript",
              "/.wafpickle-*",
              "/build/config.gypi",
              "npm-debug.log",
              "**/.npmrc",
              ".*.swp",
              ".DS_Store",
              "**/.DS_Store/**",
              "._*",
              "**/._*/**",
              "*.orig",
              "/archived-packages/**"),
          "npm's defaults");

  /// What every folder holds back, whatever it says itself.
  private static final List<Rule> FOLDER_STRICT = LineRule.all(List.of("/.git"), "npm's defaults");

  RuleBook {
    rules = List.copyOf(rules);
  }

  static List<Rule> defaults() {
    return DEFAULTS;
  }

  static List<Rule> folderStrict() {
    return FOLDER_STRICT;
  }

  @SafeVarargs
  static RuleBook of(List<Rule>... lists) {
    List<Rule> all = new ArrayList<>();
    for (List<Rule> list : lists) {
      all.addAll(list);
    }
    return new RuleBook(all);
  }

  /// What becomes of an entry that was in or out before.
  boolean includes(Candidate entry, boolean partial, boolean included) {
    boolean state = included;
    for (Rule rule : rules) {
      // A rule that would not change anything is not asked.
      if (rule.negated() != state && rule.matches(entry, partial)) {
        state = rule.negated();
      }
    }
    return state;
  }
}
