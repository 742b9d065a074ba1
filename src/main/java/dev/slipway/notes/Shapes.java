package dev.slipway.notes;

import dev.slipway.settings.NotesSettings;

/// The shape that settings ask for.
final class Shapes {
  private Shapes() {}

  static Shape of(NotesSettings settings, NotesContext context, PresetConfig config) {
    return switch (settings.preset()) {
      case ANGULAR -> new AngularShape(context);
      case CONVENTIONALCOMMITS -> ConventionalShape.of(context, config);
      case ATOM -> new AtomShape(context);
      case CODEMIRROR -> new CodemirrorShape(context);
      case EMBER -> new EmberShape(context);
      case ESLINT -> new EslintShape(context);
      case EXPRESS -> new ExpressShape(context);
      case JQUERY -> new JqueryShape(context);
      case JSHINT -> new JshintShape(context);
    };
  }
}
