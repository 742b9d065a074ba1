package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.problem.Finding;
import dev.slipway.problem.Finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The doctor's findings, told: as a table for people, as JSON for machines, as an exit code.
public final class Findings {
  private Findings() {}

  /// One line for each finding, in columns, and below them what to do about those that are not
  /// proved. Foreign text in it is still foreign.
  public static String table(List<Finding> findings) {
    int subject = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
    int question = findings.stream().mapToInt(f -> f.question().length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Finding finding : findings) {
      String[] lines = finding.answer().lines().toArray(String[]::new);
      table
          .append(mark(finding.verdict()))
          .append("  ")
          .append(padded(finding.subject(), subject))
          .append("  ")
          .append(padded(finding.question(), question))
          .append("  ")
          .append(lines.length == 0 ? "" : lines[0])
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
    return table.toString();
  }

  /// `{"schema":1,"healthy":…,"findings":[{"subject","question","verdict","answer","remedy"}]}`.
  public static Json json(List<Finding> findings) {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("schema", Json.of(1));
    document.put("healthy", Json.of(exitCode(findings) == 0));
    document.put("findings", new Json.Arr(findings.stream().map(Findings::one).toList()));
    return new Json.Obj(document);
  }

  /// 0 when nothing is disproved, else 1.
  public static int exitCode(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.verdict() == Verdict.DISPROVED) ? 1 : 0;
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

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
