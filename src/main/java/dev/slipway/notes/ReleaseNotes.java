package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.history.CommitGrammar;
import dev.slipway.history.ParserOptions;
import dev.slipway.history.Reverts;
import dev.slipway.history.TextPattern;
import dev.slipway.problem.Problem;
import dev.slipway.settings.NotesSettings;
import dev.slipway.settings.WriterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<Entry> entries = new ArrayList<>();
    for (Change change : changes(request, config, NotesContext.forge(address))) {
      shape.entry(change).ifPresent(entries::add);
    }
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

  private static List<Change> changes(NotesRequest request, PresetConfig config, Forge forge) {
    NotesSettings settings = request.settings();
    Predicate<Commit> ignored = ignored(settings, config);
    CommitGrammar grammar = CommitGrammar.of(parserOptions(settings, forge));
    List<Change> changes = new ArrayList<>(request.commits().size());
    for (Commit commit : request.commits()) {
      if (!ignored.test(commit)) {
        if (request.squashBodies()) {
          changes.addAll(grammar.unfolded(commit));
        } else {
          grammar.read(commit).ifPresent(changes::add);
        }
      }
    }
    return Reverts.filter(changes, settings.profile());
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
