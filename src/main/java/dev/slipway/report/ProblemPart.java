package dev.slipway.report;

import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// The problems of a run on a page, gravest first.
final class ProblemPart {
  private ProblemPart() {}

  static void on(Page page, List<Problem> problems) {
    problems.stream()
        .sorted((a, b) -> b.kind().compareTo(a.kind()))
        .limit(20)
        .forEach(problem -> page.alert(kind(problem), text(problem)));
    if (problems.size() > 20) {
      page.block("_And " + (problems.size() - 20) + " more: see the log._");
    }
  }

  private static String kind(Problem problem) {
    return problem.isWarning() ? "WARNING" : "CAUTION";
  }

  private static String text(Problem problem) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(Encoders.markdown(problem.code())).append("**");
    problem.place().ifPresent(place -> text.append(" in ").append(Encoders.code(place.toString())));
    text.append("\n\n").append(paragraphs(problem.what()));
    if (!problem.remedy().isEmpty()) {
      text.append("\n\n").append(paragraphs(problem.remedy()));
    }
    return text.toString();
  }

  /// Plain text as Markdown: lines that are indented, and what looks like YAML, as code.
  private static String paragraphs(String plain) {
    StringBuilder out = new StringBuilder();
    List<String> code = new ArrayList<>();
    boolean prose = true;
    for (String line : (plain + "\n").lines().toList()) {
      boolean isCode = line.startsWith(" ") || (isYaml(line) && prose == code.isEmpty());
      if (isCode || (!code.isEmpty() && isYaml(line))) {
        code.add(line);
      } else {
        flush(code, out);
        out.append(bullet(line)).append(line.isBlank() ? "\n" : "  \n");
      }
    }
    flush(code, out);
    return out.toString().strip();
  }

  private static String bullet(String line) {
    return line.startsWith("- ")
        ? "- " + Encoders.markdown(line.substring(2))
        : Encoders.markdown(line);
  }

  private static boolean isYaml(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && line.strip().equals(line)
        && colon == line.length() - 1
        && line.chars()
            .limit(colon)
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private static void flush(List<String> code, StringBuilder out) {
    if (!code.isEmpty()) {
      out.append("\n").append(Encoders.codeBlock(String.join("\n", code), "yaml")).append("\n");
      code.clear();
    }
  }
}
