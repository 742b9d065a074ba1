package dev.slipway.notes;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.settings.NotesSettings;

/// The shape that settings ask for.
final class Shapes {
  private Shapes() {}

  static Shape of(NotesSettings settings, NotesContext context, PresetConfig config) {
    boolean next = settings.profile() != Profile.SR25;
    return switch (settings.preset()) {
      case ANGULAR ->
          next
              ? new NextAngularShape(context, NextLinks.of(context, config, true))
              : new AngularShape(context);
      case CONVENTIONALCOMMITS ->
          next ? conventional(settings, context, config) : ConventionalShape.of(context, config);
      case ATOM -> new AtomShape(context);
      case CODEMIRROR -> new CodemirrorShape(context);
      case EMBER -> new EmberShape(context);
      case ESLINT -> new EslintShape(context);
      case EXPRESS -> new ExpressShape(context);
      case JQUERY -> new JqueryShape(context);
      case JSHINT -> new JshintShape(context);
    };
  }

  private static Shape conventional(
      NotesSettings settings, NotesContext context, PresetConfig config) {
    NextLinks links = NextLinks.of(context, config, false);
    NextConventionalShape shape =
        new NextConventionalShape(
            context,
            config,
            new TypeTable(config),
            links,
            Preset.CONVENTIONALCOMMITS.options(settings.profile()).breakingHeaderPattern());
    return switch (settings.profile()) {
      case NATIVE -> new NativeShape(shape, new QuietText(links));
      case SR25, CC10 -> shape;
    };
  }
}
