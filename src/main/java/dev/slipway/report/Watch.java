package dev.slipway.report;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a look at the live registries came to, told: as text for people, as Markdown for the
/// summary, as JSON for machines.
public record Watch(List<Watched> packages) {
  public Watch {
    packages = List.copyOf(packages);
  }

  /// One package on one registry.
  ///
  /// @param live how many versions it has
  /// @param older how many of them were there before the first one with a tag
  /// @param alarms versions that nobody made here
  /// @param remarks what is worth knowing and no alarm
  public record Watched(
      String name, URI registry, int live, int older, List<Alarm> alarms, List<String> remarks) {
    public Watched {
      alarms = List.copyOf(alarms);
      remarks = List.copyOf(remarks);
    }
  }

  /// A version that nobody made here.
  ///
  /// @param published when the registry took it, where it says so
  public record Alarm(String version, Optional<String> published, Problem problem) {}

  /// What stands against it; empty when all is quiet.
  public List<Problem> alarms() {
    return packages.stream()
        .flatMap(watched -> watched.alarms().stream())
        .map(Alarm::problem)
        .toList();
  }

  /// One line for each package, and what was found below it.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Watched watched : packages) {
      text.append(line(watched)).append('\n');
      for (Alarm alarm : watched.alarms()) {
        text.append("  ALARM  ").append(alarm.problem().what());
        alarm.published().ifPresent(when -> text.append(" Published ").append(when).append('.'));
        text.append('\n').append(alarm.problem().remedy().indent(9));
      }
      watched.remarks().forEach(remark -> text.append("  note   ").append(remark).append('\n'));
    }
    return text.append(verdict()).append('\n').toString();
  }

  private static String line(Watched watched) {
    return watched.name()
        + " on "
        + watched.registry().getHost()
        + ": "
        + Amount.count(watched.live(), "version")
        + (watched.older() == 0 ? "" : ", " + watched.older() + " of them older than the first tag")
        + ".";
  }

  private String verdict() {
    int alarms = alarms().size();
    return alarms == 0
        ? "Every live version was made here."
        : Amount.count(alarms, "version") + (alarms == 1 ? " was" : " were") + " not made here.";
  }

  /// For the summary of the step.
  public String markdown() {
    Page page = new Page();
    page.block("## " + (alarms().isEmpty() ? "👁️ All versions are ours" : "🚨 Not made here"));
    ProblemPart.on(page, alarms());
    page.table(
        List.of("package", "registry", "versions", "not made here"),
        packages.stream()
            .map(watched ->
                List.of(
                    Encoders.codeCell(watched.name()),
                    Encoders.codeCell(String.valueOf(watched.registry().getHost())),
                    Integer.toString(watched.live()),
                    Integer.toString(watched.alarms().size())))
            .toList());
    packages.stream()
        .flatMap(watched -> watched.remarks().stream())
        .forEach(remark -> page.block("- " + Encoders.markdown(remark)));
    return page.toString();
  }

  /// The document of `watch --json`: `schema` (1), `quiet`, and `packages`, each with `name`,
  /// `registry`, `versions`, `older` (than the first tag), `remarks` and `alarms`, each of those
  /// with `version`, `published` (or null), `code`, `what` and `remedy`.
  public Json json() {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("schema", Json.of(1));
    document.put("quiet", Json.of(alarms().isEmpty()));
    document.put("packages", new Json.Arr(packages.stream().map(Watch::one).toList()));
    return new Json.Obj(document);
  }

  private static Json one(Watched watched) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(watched.name()));
    members.put("registry", Json.of(watched.registry().toString()));
    members.put("versions", Json.of(watched.live()));
    members.put("older", Json.of(watched.older()));
    members.put("remarks", Json.of(watched.remarks()));
    members.put("alarms", new Json.Arr(watched.alarms().stream().map(Watch::one).toList()));
    return new Json.Obj(members);
  }

  private static Json one(Alarm alarm) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("version", Json.of(alarm.version()));
    members.put("published", Json.of(alarm.published()));
    members.put("code", Json.of(alarm.problem().code()));
    members.put("what", Json.of(alarm.problem().what()));
    members.put("remedy", Json.of(alarm.problem().remedy()));
    return new Json.Obj(members);
  }
}
