package dev.slipway.report;

import dev.slipway.json.Json;
import dev.slipway.problem.Finding;
import dev.slipway.problem.Finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the doctor found, told: as a table for people, as Markdown for the summary, as JSON for
/// machines. Foreign text in the findings is encoded for each of them, but for the plain table,
/// which the log encodes.
///
/// @param findings in the order in which they are told
public record Checkup(List<Finding> findings) {
  public Checkup {
    findings = List.copyOf(findings);
  }

  /// True when nothing is disproved: as far as anybody can tell, a release would work.
  public boolean isHealthy() {
    return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.DISPROVED);
  }

  /// One line for each finding, in columns, and below them what to do about those that are not
  /// proved.
  public String table() {
    int subject = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
    int question = findings.stream().mapToInt(f -> f.question().length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Finding finding : findings) {
      table
          .append(mark(finding.verdict()))
          .append("  ")
          .append(padded(finding.subject(), subject))
          .append("  ")
          .append(padded(finding.question(), question))
          .append("  ")
          .append(finding.answer().lines().findFirst().orElse(""))
          .append('\n');
    }
    for (Finding finding : findings) {
      if (finding.verdict() != Verdict.PROVED && !finding.remedy().isEmpty()) {
        table
            .append('\n')
            .append(finding.subject())
            .append(", ")
            .append(finding.question())
            .append(": ")
            .append(finding.answer())
            .append("\n\n")
            .append(finding.remedy().indent(2));
      }
    }
    table.append('\n').append(verdict()).append('\n');
    return table.toString();
  }

  /// The whole in a sentence.
  public String verdict() {
    long against = count(Verdict.DISPROVED);
    long open = count(Verdict.NOT_PROVABLE);
    if (against > 0) {
      return "A release would fail: "
          + Amount.count(against, "thing")
          + (against == 1 ? " has" : " have")
          + " to be mended first.";
    }
    return open == 0
        ? "Everything that a release needs is proved."
        : "Nothing stands against a release. "
            + Amount.count(open, "thing")
            + " cannot be proved from here.";
  }

  private long count(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  /// For the summary of the step.
  public String markdown() {
    Page page = new Page();
    page.block("## " + (isHealthy() ? "🩺 Ready to release" : "🩺 Not ready to release"));
    page.block(Encoders.markdown(verdict()));
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.DISPROVED) {
        ProblemPart.on(page, List.of(finding.problem()));
      }
    }
    page.table(
        List.of("", "what", "question", "answer"),
        findings.stream()
            .map(finding ->
                List.of(
                    sign(finding.verdict()),
                    Encoders.codeCell(finding.subject()),
                    Encoders.tableCell(finding.question()),
                    Encoders.tableCell(finding.answer().lines().findFirst().orElse(""))))
            .toList());
    Page open = new Page();
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.NOT_PROVABLE && !finding.remedy().isEmpty()) {
        open.block(
            "**"
                + Encoders.markdown(finding.subject() + ", " + finding.question())
                + "**: "
                + Encoders.markdown(finding.answer().lines().findFirst().orElse(""))
                + "\n\n"
                + Encoders.codeBlock(finding.remedy(), ""));
      }
    }
    return page.fold("What cannot be proved from here", open).toString();
  }

  /// The document of `doctor --json`: `schema` (1), `healthy`, and `findings`, each with `subject`,
  /// `question`, `verdict` (`proved`, `disproved` or `not-provable`), `code`, `answer` and
  /// `remedy`. A code is empty where nothing stands against the release.
  public Json json() {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("schema", Json.of(1));
    document.put("healthy", Json.of(isHealthy()));
    document.put("findings", new Json.Arr(findings.stream().map(Checkup::one).toList()));
    return new Json.Obj(document);
  }

  private static Json one(Finding finding) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("subject", Json.of(finding.subject()));
    members.put("question", Json.of(finding.question()));
    members.put(
        "verdict",
        Json.of(
            switch (finding.verdict()) {
              case PROVED -> "proved";
              case DISPROVED -> "disproved";
              case NOT_PROVABLE -> "not-provable";
            }));
    members.put("code", Json.of(finding.code()));
    members.put("answer", Json.of(finding.answer()));
    members.put("remedy", Json.of(finding.remedy()));
    return new Json.Obj(members);
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> "yes";
      case DISPROVED -> "NO ";
      case NOT_PROVABLE -> "?  ";
    };
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> "✅";
      case DISPROVED -> "❌";
      case NOT_PROVABLE -> "❔";
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
