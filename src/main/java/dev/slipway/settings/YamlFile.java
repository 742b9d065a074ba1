package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML 1.2 as js-yaml's default schema does: core scalars, merge keys, no key twice.
final class YamlFile {
  private static final int DEEPEST = 100;
  private static final int MOST_VALUES = 100_000;
  private static final Tag PLAIN = new Tag("tag:slipway,2026:plain");
  private static final String CORE = "tag:yaml.org,2002:";

  private final String file;
  private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();
  private int values;

  private YamlFile(String file) {
    this.file = file;
  }

  /// The one document of a text; empty when there is none.
  ///
  /// @throws Refused when it is not YAML, with line and column
  static Optional<Written> read(String file, String text) {
    String plain = withoutTabs(text.startsWith("\uFEFF") ? text.substring(1) : text);
    try {
      return parsed(file, plain);
    } catch (Refused refused) {
      String spaced = withoutSeparatingTabs(plain);
      if (spaced.equals(plain)) {
        throw refused;
      }
      return parsed(file, spaced);
    }
  }

  /// A tab may stand between a key and its value, which the parser does not know.
  private static String withoutSeparatingTabs(String text) {
    StringBuilder changed = new StringBuilder(text);
    boolean isBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == '\t' && !isBlank && ": -\t?".indexOf(changed.charAt(i - 1)) >= 0) {
        changed.setCharAt(i, ' ');
      }
      isBlank = here == '\n' || (isBlank && Character.isWhitespace(here));
    }
    return changed.toString();
  }

  private static Optional<Written> parsed(String file, String plain) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(4 << 20)
            // In one piece: the reader copies all of a long line for every piece that it takes in.
            .setBufferSize(Math.max(1024, plain.length() + 2))
            .setSchema(new PlainSchema())
            .build();
    try {
      Optional<Node> node = new Compose(settings).composeString(plain);
      YamlFile reader = new YamlFile(file);
      return node.map(root -> reader.value(root, 0));
    } catch (MarkedYamlEngineException wrong) {
      Optional<Mark> mark = wrong.getProblemMark().or(wrong::getContextMark);
      Place place = mark.map(m -> place(file, m)).orElse(Place.file(file));
      String problem = wrong.getProblem() == null ? wrong.getContext() : wrong.getProblem();
      throw refused(problem, place);
    } catch (YamlEngineException wrong) {
      throw refused(String.valueOf(wrong.getMessage()), Place.file(file));
    }
  }

  private static Refused refused(String reason, Place place) {
    return new Refused(
        Problem.configuration(
                "CONFIG_SYNTAX",
                place.file() + " cannot be read as YAML: " + reason + ".",
                "Mend "
                    + place.file()
                    + (place.line() > 0
                        ? " at line " + place.line() + ", column " + place.column() + "."
                        : "."))
            .at(place));
  }

  /// A document in brackets may be indented by tabs, as JSON is. Only what is outside of quotes is
  /// changed, so that every character keeps its place.
  private static String withoutTabs(String text) {
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    boolean brackets =
        first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[');
    if (!brackets || text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder changed = new StringBuilder(text);
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '\t') {
        changed.setCharAt(i, ' ');
      }
    }
    return changed.toString();
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place place(Node node) {
    return node.getStartMark().map(mark -> place(file, mark)).orElse(Place.file(file));
  }

  private Written value(Node node, int depth) {
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      throw refused("it is too large or nested too deeply", place(node));
    }
    if (open.put(node, true) != null) {
      throw refused("a value holds itself", place(node));
    }
    try {
      return switch (node) {
        case ScalarNode scalar -> scalar(scalar);
        case SequenceNode sequence -> {
          expect(sequence, "seq");
          List<Written> items = new ArrayList<>();
          for (Node item : sequence.getValue()) {
            items.add(value(item, depth + 1));
          }
          yield new Written.Items(items, place(node));
        }
        case MappingNode mapping -> {
          expect(mapping, "map");
          yield mapping(mapping, depth);
        }
        default -> throw refused("an alias that is not known", place(node));
      };
    } finally {
      open.remove(node);
    }
  }

  private void expect(Node node, String kind) {
    String tag = node.getTag().getValue();
    if (!tag.equals(CORE + kind) && !tag.equals("!")) {
      throw refused("the tag " + tag + " is not known", place(node));
    }
  }

  private Written mapping(MappingNode mapping, int depth) {
    Map<String, Written> members = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    Set<String> merged = new LinkedHashSet<>();
    for (NodeTuple pair : mapping.getValue()) {
      Node keyNode = pair.getKeyNode();
      boolean isMerge =
          keyNode instanceof ScalarNode scalar
              && scalar.getTag().equals(PLAIN)
              && scalar.getValue().equals("<<");
      Written value = value(pair.getValueNode(), depth + 1);
      if (isMerge) {
        List<Written> sources =
            value instanceof Written.Items(var items, _) ? items : List.of(value);
        for (Written source : sources) {
          merge(source, members, keys, merged);
        }
        continue;
      }
      String key = key(keyNode, depth);
      if (members.containsKey(key) && !merged.contains(key)) {
        throw refused("the key " + key + " stands there twice", place(keyNode));
      }
      merged.remove(key);
      members.put(key, value);
      keys.put(key, place(keyNode));
    }
    return new Written.Members(members, keys, place(mapping));
  }

  private void merge(
      Written source, Map<String, Written> members, Map<String, Place> keys, Set<String> merged) {
    if (!(source instanceof Written.Members from)) {
      throw refused("only a mapping can be merged", source.place());
    }
    from.members()
        .forEach((key, value) -> {
          if (!members.containsKey(key)) {
            members.put(key, value);
            keys.put(key, from.keyPlace(key));
            merged.add(key);
          }
        });
  }

  /// A key is the text of its value, as in a JavaScript object.
  private String key(Node node, int depth) {
    return switch (value(node, depth + 1)) {
      case Written.Text(var text, _) -> text;
      case Written.Num(var literal, _) -> literal;
      case Written.Flag(var on, _) -> Boolean.toString(on);
      case Written.Nothing _ -> "null";
      case Written.Items _, Written.Members _, Written.Pattern _, Written.Code _ ->
          throw refused("a key must be a text", place(node));
    };
  }

  private Written scalar(ScalarNode node) {
    Place place = place(node);
    String text = node.getValue();
    if (node.getTag().equals(PLAIN)) {
      return plain(text, place);
    }
    String tag = node.getTag().getValue();
    if (tag.equals(CORE + "str") || tag.equals("!")) {
      return new Written.Text(text, place);
    }
    Written plain = plain(text, place);
    boolean fits =
        switch (tag) {
          case CORE + "null" -> plain instanceof Written.Nothing && !text.isEmpty();
          case CORE + "bool" -> plain instanceof Written.Flag;
          case CORE + "int", CORE + "float" -> plain instanceof Written.Num;
          default -> false;
        };
    if (!fits) {
      throw refused("the tag " + tag + " is not known or does not fit", place);
    }
    return plain;
  }

  private static Written plain(String text, Place place) {
    switch (text) {
      case "", "~", "null", "Null", "NULL" -> {
        return new Written.Nothing(false, place);
      }
      case "true", "True", "TRUE" -> {
        return new Written.Flag(true, place);
      }
      case "false", "False", "FALSE" -> {
        return new Written.Flag(false, place);
      }
      default -> {
        // a number, a date or a text
      }
    }
    Optional<Double> number = YamlNumbers.read(text);
    if (number.isPresent()) {
      return new Written.Num(ScriptNumbers.print(number.get()), place);
    }
    if (isDate(text)) {
      return new Written.Code(text, "it is a date; quote it", Optional.of(true), place);
    }
    return new Written.Text(text, place);
  }

  private static boolean isDate(String text) {
    if (text.length() < 8 || text.length() > 40) {
      return false;
    }
    String shape = shape(text.substring(0, Math.min(10, text.length())));
    return shape.equals("0000-00-00") && (text.length() == 10 || isTime(text));
  }

  private static boolean isTime(String text) {
    char sign = text.charAt(10);
    String time = text.substring(11).strip();
    return (sign == 'T' || sign == 't' || sign == ' ')
        && shape(time.substring(0, Math.min(8, time.length()))).equals("00:00:00");
  }

  private static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shape.append(c >= '0' && c <= '9' ? '0' : c);
    }
    return shape.toString();
  }

  /// Leaves plain scalars alone, so that [YamlFile] can read them.
  private static final class PlainSchema implements org.snakeyaml.engine.v2.schema.Schema {
    @Override
    public org.snakeyaml.engine.v2.resolver.ScalarResolver getScalarResolver() {
      return (_, implicit) -> implicit ? PLAIN : Tag.STR;
    }

    @Override
    public Map<Tag, org.snakeyaml.engine.v2.api.ConstructNode> getSchemaTagConstructors() {
      return Map.of();
    }
  }
}
