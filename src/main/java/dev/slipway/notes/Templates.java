package dev.slipway.notes;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.helper.EachHelper;
import com.github.jknack.handlebars.helper.IfHelper;
import com.github.jknack.handlebars.helper.LookupHelper;
import com.github.jknack.handlebars.helper.UnlessHelper;
import com.github.jknack.handlebars.helper.WithHelper;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.WriterSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of the notes, some of them rendered with templates of the configuration. Templates see
/// the notes and nothing else: partials come from memory, values from maps, and of the helpers only
/// those are there that Handlebars itself has.
final class Templates implements Parts {
  /// The key below which a commit's map holds the commit itself, for built-in parts.
  static final String ENTRY = "slipway entry";

  private static final String HEADER = "slipway-header";
  private static final String COMMIT = "slipway-commit";
  private static final String FOOTER = "slipway-footer";
  private static final Set<String> HELPERS =
      Set.of("if", "unless", "each", "with", "lookup", HEADER, COMMIT, FOOTER);

  private final Shape shape;
  private final Optional<String> header;
  private final Optional<String> commit;
  private final Optional<String> footer;
  private final Handlebars handlebars;
  private final Context root;

  private Templates(Shape shape, WriterSettings writer, NotesContext context, Groups groups) {
    this.shape = shape;
    this.root = context(Context.newBuilder(TemplateModel.root(context, groups)));
    Map<String, String> partials = new HashMap<>();
    partials.putAll(writer.partials());
    this.header = own(writer, "header", writer.headerPartial());
    this.commit = own(writer, "commit", writer.commitPartial());
    this.footer = own(writer, "footer", writer.footerPartial());
    partials.put("header", header.orElse("{{" + HEADER + "}}"));
    partials.put("commit", commit.orElse("{{" + COMMIT + "}}"));
    partials.put("footer", footer.orElse("{{" + FOOTER + "}}"));
    this.handlebars =
        new Handlebars(new Memory(partials))
            .with(new Known())
            .with(EscapingStrategy.NOOP)
            .prettyPrint(true)
            .parentScopeResolution(false);
    handlebars.registerHelper(HEADER, (_, _) -> text(shape::header));
    handlebars.registerHelper(FOOTER, (_, _) -> text(out -> shape.footer(groups.notes(), out)));
    handlebars.registerHelper(
        COMMIT,
        (Object model, com.github.jknack.handlebars.Options _) ->
            model instanceof Map<?, ?> map && map.get(ENTRY) instanceof Entry entry
                ? text(out -> shape.commit(entry, out))
                : "");
  }

  /// One of the three parts, where the settings bring it; `partials` count more than the option.
  private static Optional<String> own(WriterSettings writer, String name, Optional<String> option) {
    return Optional.ofNullable(writer.partials().get(name)).or(() -> option);
  }

  /// True when the settings bring a template.
  static boolean areIn(WriterSettings writer) {
    return writer.mainTemplate().isPresent()
        || writer.headerPartial().isPresent()
        || writer.commitPartial().isPresent()
        || writer.footerPartial().isPresent()
        || !writer.partials().isEmpty();
  }

  /// Writes the notes with the templates that the settings bring.
  ///
  /// @throws Refused when a template is none, or asks for what there is not
  static void page(
      Shape shape, WriterSettings writer, NotesContext context, Groups groups, StringBuilder out) {
    Templates templates = new Templates(shape, writer, context, groups);
    Optional<String> main = writer.mainTemplate();
    if (main.isPresent()) {
      out.append(templates.render(main.get(), templates.root));
    } else {
      shape.page(templates, groups, out);
    }
  }

  private static Context context(Context.Builder builder) {
    return builder.resolver(MapValueResolver.INSTANCE).build();
  }

  private String render(String template, Context model) {
    try {
      return handlebars.compileInline(TemplateText.of(template)).apply(model);
    } catch (HandlebarsException wrong) {
      throw new Refused(
          Problem.configuration(
              "NOTES_TEMPLATE",
              "A Handlebars template in writerOpts cannot be used: " + wrong.getMessage(),
              "Correct the template, or remove it to have the notes of the preset."));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static String text(java.util.function.Consumer<StringBuilder> part) {
    StringBuilder out = new StringBuilder();
    part.accept(out);
    return out.toString();
  }

  @Override
  public void header(StringBuilder out) {
    if (header.isEmpty()) {
      shape.header(out);
    } else {
      out.append(render(header.get(), root));
    }
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    if (commit.isEmpty()) {
      shape.commit(entry, out);
    } else {
      Map<String, Object> model = TemplateModel.commit(entry);
      model.put("root", root.model());
      out.append(render(commit.get(), context(Context.newBuilder(root, model))));
    }
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    if (footer.isEmpty()) {
      shape.footer(notes, out);
    } else {
      out.append(render(footer.get(), root));
    }
  }

  /// Partials, from memory.
  private static final class Memory extends AbstractTemplateLoader {
    private final Map<String, String> partials;

    Memory(Map<String, String> partials) {
      this.partials = Map.copyOf(partials);
      setSuffix("");
    }

    @Override
    public TemplateSource sourceAt(String location) throws IOException {
      String name = location.startsWith("/") ? location.substring(1) : location;
      String text = partials.get(name);
      if (text == null) {
        throw new FileNotFoundException("there is no partial " + name);
      }
      return new StringTemplateSource(name, TemplateText.of(text));
    }
  }

  /// The helpers of Handlebars itself, and nothing that reads files or runs code.
  private static final class Known
      extends com.github.jknack.handlebars.helper.DefaultHelperRegistry {
    Known() {
      registerHelper("if", IfHelper.INSTANCE);
      registerHelper("unless", UnlessHelper.INSTANCE);
      registerHelper("each", EachHelper.INSTANCE);
      registerHelper("with", WithHelper.INSTANCE);
      registerHelper("lookup", LookupHelper.INSTANCE);
    }

    @Override
    @SuppressWarnings("NullAway") // The library asks for null where there is no helper.
    public <C> Helper<C> helper(String name) {
      return HELPERS.contains(name) ? super.helper(name) : null;
    }
  }
}
