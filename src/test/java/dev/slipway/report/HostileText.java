package dev.slipway.report;

import java.util.List;

/// What a stranger may put into a commit message, a file name, a title or an answer.
public final class HostileText {
  private HostileText() {}

  /// Commands of both syntaxes, delimiters, markup, mentions, controls; each tries to do something.
  public static List<String> all() {
    return List.of(
        "::add-mask::a",
        "  ::error file=x,line=1::boo",
        "\u00a0\u2003::warning::boo",
        "\u200d::error::boo",
        ":\u200d:error::boo",
        "::stop-commands::x",
        "::set-output name=version::9.9.9",
        "fix: handle ##[error]x",
        "fix: ##[add-mask]a and ##[group]b",
        "fix: ###[error]x",
        "fix: #\u200d#[error]x",
        "fix: ##\ufe0f[error]x",
        "fix: a\n::error::second line",
        "fix: a\r::error::after a return",
        "fix: a\r\n::add-mask::b",
        "fix: a\u2028::error::x\u2029::error::y\u0085::error::z",
        "%0A::error::x",
        "%250A::error::x%25",
        "version<<EOF\n9.9.9\nEOF",
        "a=b\nPATH=/tmp",
        "ghadelimiter_00000000000000000000000000000000",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![pixel](https://tracker.example/p.png)",
        "[click](javascript:alert(1))",
        "[click](<javascript:alert(1)>)",
        "<https://evil.example/>",
        "www.evil.example and https://evil.example/x",
        "mail someone@example.com",
        "@octocat @org/team please",
        "fixes #1, GH-2, other/repo#3, other/repo@deadbeef, gh-4",
        "a | b | c",
        "a \\| b",
        "`code` ``two`` ``` three",
        "ends with a backslash \\",
        "*bold* _under_ ~~gone~~ $math$ :tada:",
        "# heading",
        "1. list",
        "- item",
        "=====",
        "</details></summary></td></table>",
        "<!-- slipway:preview -->",
        "--> <!--",
        "&lt;b&gt; &amp; &#64;octocat",
        "\u202Egnp.exe\u202C",
        "nul\0 esc\u001b[31m bell\u0007 del\u007f",
        "half \ud83d surrogate",
        "tags \udb40\udc41\udb40\udc42",
        "👩‍👩‍👧 family, é, 中文, עברית",
        "    four blanks",
        "",
        " ",
        "x".repeat(5000));
  }
}
