package dev.slipway.report;

import dev.slipway.apply.Caretaker.Tags;
import dev.slipway.apply.Outcome;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What became of a change to live versions, told: as text for people, as Markdown for the summary,
/// as JSON for machines.
///
/// @param what what was asked for, in one line
public record Upkept(String what, List<There> packages) {
  public Upkept {
    packages = List.copyOf(packages);
  }

  /// One package on one registry.
  ///
  /// @param tags where its dist-tags point now
  /// @param outcome empty where nothing was to be changed; not reached where it was only looked at
  public record There(String name, URI registry, Tags tags, Optional<Outcome> outcome) {
    private Optional<Problem> problem() {
      if (outcome.orElse(null) instanceof Outcome.Failed(var why)) {
        return Optional.of(why);
      }
      return outcome.isEmpty() && tags instanceof Tags.Unknown(var why)
          ? Optional.of(why)
          : Optional.empty();
    }

    private Map<String, String> known() {
      return tags instanceof Tags.Known(var all) ? new TreeMap<>(all) : Map.of();
    }

    /// How it ended: the word of the document, and a sentence.
    private Told told() {
      if (problem().isPresent()) {
        return new Told("failed", problem().get().what());
      }
      if (outcome.isEmpty()) {
        return new Told("listed", "");
      }
      return switch (outcome.get()) {
        case Outcome.Done(var detail) -> new Told("done", ("Done. " + detail).strip());
        case Outcome.AlreadyDone(var detail) ->
            new Told("already-done", "Nothing to do: " + detail);
        case Outcome.NotReached() -> new Told("dry-run", "It would be done; this was a dry run.");
        case Outcome.Failed(var why) -> new Told("failed", why.what());
        case Outcome.Withheld(var why) -> new Told("failed", why.what());
        case Outcome.Pending _, Outcome.AwaitingApproval _, Outcome.Superseded _ ->
            throw new IllegalStateException("no end of such a change: " + outcome.get());
      };
    }

    private record Told(String word, String sentence) {}
  }

  /// What stands against it, one for each registry where it failed.
  public List<Problem> problems() {
    return packages.stream().map(There::problem).flatMap(Optional::stream).toList();
  }

  /// A line for each registry, and its dist-tags below it. What failed is told as a problem.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (There there : packages) {
      text.append(there.name()).append(" on ").append(there.registry().getHost()).append(": ");
      text.append(what);
      if (!there.told().sentence().isEmpty()) {
        text.append(". ").append(there.told().sentence());
      }
      text.append('\n');
      there
          .known()
          .forEach((tag, version) ->
              text.append("  ").append(tag).append(": ").append(version).append('\n'));
    }
    return text.toString();
  }

  /// For the summary of the step.
  public String markdown() {
    Page page = new Page();
    page.block("## 🏷️ " + Encoders.markdown(what));
    ProblemPart.on(page, problems());
    page.table(
        List.of("package", "registry", "end", "dist-tags"),
        packages.stream()
            .map(there ->
                List.of(
                    Encoders.codeCell(there.name()),
                    Encoders.codeCell(String.valueOf(there.registry().getHost())),
                    Encoders.tableCell(there.told().word()),
                    String.join(
                        ", ",
                        there.known().entrySet().stream()
                            .map(tag -> Encoders.codeCell(tag.getKey() + ": " + tag.getValue()))
                            .toList())))
            .toList());
    return page.toString();
  }

  /// The document of `dist-tag --json` and `deprecate --json`: `schema` (1), `what`, and
  /// `packages`, each with `name`, `registry`, `end` (`listed`, `done`, `already-done`, `dry-run`
  /// or `failed`), `dist-tags`, `code`, `answer` and `remedy`; a code is empty where nothing stands
  /// against it.
  public Json json() {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("schema", Json.of(1));
    document.put("what", Json.of(what));
    document.put("packages", new Json.Arr(packages.stream().map(Upkept::one).toList()));
    return new Json.Obj(document);
  }

  private static Json one(There there) {
    Map<String, Json> tags = new LinkedHashMap<>();
    there.known().forEach((tag, version) -> tags.put(tag, Json.of(version)));
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(there.name()));
    members.put("registry", Json.of(there.registry().toString()));
    members.put("end", Json.of(there.told().word()));
    members.put("dist-tags", new Json.Obj(tags));
    members.put("code", Json.of(there.problem().map(Problem::code).orElse("")));
    members.put("answer", Json.of(there.told().sentence()));
    members.put("remedy", Json.of(there.problem().map(Problem::remedy).orElse("")));
    return new Json.Obj(members);
  }
}
