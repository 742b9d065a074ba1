package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.history.CommitGrammar;
import dev.slipway.history.EachCommit;
import dev.slipway.history.ParserOptions;
import dev.slipway.history.Reverts;
import dev.slipway.history.TextPattern;
import dev.slipway.problem.Problem;
import dev.slipway.settings.NotesSettings;
import dev.slipway.settings.WriterSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The notes of a release, as Markdown.
///
/// @param markdown ends with one newline; the empty text when a template makes nothing
/// @param shown how many commits the notes show
/// @param warning present when there were commits and the notes show none
public record ReleaseNotes(String markdown, int shown, Optional<Problem> warning) {
  /// Writes the notes.
  ///
  /// @throws dev.slipway.problem.Refused when a template of the configuration cannot be used
  public static ReleaseNotes of(NotesRequest request) {
    Optional<RepositoryAddress> address = RepositoryAddress.of(request.repositoryUrl());
    NotesContext context = NotesContext.of(request, address);
    PresetConfig config = PresetConfig.of(request.settings().presetConfig());
    Shape shape = Shapes.of(request.settings(), context, config);
    List<Entry> entries = entries(request, config, NotesContext.forge(address), shape);
    Groups groups = Groups.of(entries, shape.arrangement().with(request.settings().writer()));
    StringBuilder out = new StringBuilder();
    WriterSettings writer = request.settings().writer();
    if (Templates.areIn(writer)) {
      Templates.page(shape, writer, context, groups, out);
    } else {
      shape.page(shape, groups, out);
    }
    String text = JsText.trim(out.toString());
    return new ReleaseNotes(
        text.isEmpty() ? "" : text + "\n", entries.size(), warning(request, entries));
  }

  /// Only the Markdown of [#of].
  ///
  /// @throws dev.slipway.problem.Refused when a template of the configuration cannot be used
  public static String write(NotesRequest request) {
    return of(request).markdown();
  }

  /// What is shown of one commit when none takes it back.
  ///
  /// @param takesBack true when it names another that it takes back
  private record Alone(List<Entry> entries, boolean takesBack) {}

  /// What is shown. Only where one commit takes another back are all of them held at once.
  private static List<Entry> entries(
      NotesRequest request, PresetConfig config, Forge forge, Shape shape) {
    NotesSettings settings = request.settings();
    Predicate<Commit> ignored = ignored(settings, config);
    CommitGrammar grammar = CommitGrammar.of(parserOptions(settings, forge));
    Function<Commit, List<Change>> read =
        commit ->
            ignored.test(commit)
                ? List.of()
                : request.squashBodies()
                    ? grammar.unfolded(commit)
                    : grammar.read(commit).stream().toList();
    List<Alone> all =
        EachCommit.of(
            request.commits(),
            commit -> {
              List<Change> changes = read.apply(commit);
              return new Alone(
                  shown(changes, shape),
                  changes.stream().anyMatch(change -> change.revert().isPresent()));
            });
    if (all.stream().noneMatch(Alone::takesBack)) {
      return all.stream().flatMap(alone -> alone.entries().stream()).toList();
    }
    List<Change> changes =
        EachCommit.of(request.commits(), read).stream().flatMap(List::stream).toList();
    return shown(Reverts.filter(changes, settings.profile()), shape);
  }

  private static List<Entry> shown(List<Change> changes, Shape shape) {
    return changes.stream().flatMap(change -> shape.entry(change).stream()).toList();
  }

  private static Predicate<Commit> ignored(NotesSettings settings, PresetConfig config) {
    return switch (settings.preset()) {
      case ANGULAR, CONVENTIONALCOMMITS ->
          config
              .ignoreCommits()
              .map(TextPattern::javascript)
              .<Predicate<Commit>>map(
                  pattern -> commit -> pattern.match(JsText.trim(commit.message())).found())
              .orElse(_ -> false);
      case ATOM, CODEMIRROR, EMBER, ESLINT, EXPRESS, JQUERY, JSHINT -> _ -> false;
    };
  }

  private static ParserOptions parserOptions(NotesSettings settings, Forge forge) {
    var draft = settings.parser().draft();
    if (!settings.issuePrefixesSet()) {
      draft.issuePrefixes(Optional.of(forge.issuePrefixes()));
    }
    if (!settings.referenceActionsSet()) {
      draft.referenceActions(Optional.of(forge.referenceActions()));
    }
    return draft.finish();
  }

  private static Optional<Problem> warning(NotesRequest request, List<Entry> entries) {
    if (!entries.isEmpty() || request.commits().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.warning(
            "NOTES_EMPTY",
            "The release notes of "
                + request.version()
                + " have a heading and nothing below it: the preset "
                + request.settings().preset()
                + " shows none of the "
                + request.commits().size()
                + " commits.",
            "If commits should be shown, check that the notes use the same preset as the analysis,"
                + " and that presetConfig.types does not hide what is released."));
  }
}
