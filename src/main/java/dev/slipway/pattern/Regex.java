package dev.slipway.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A JavaScript regular expression that is matched in linear time: work and memory grow with the
/// length of the text times the length of the pattern, whatever they are. Groups are those that a
/// JavaScript engine finds. It knows no references back and no looks behind, and no flag `u`.
public final class Regex {
  private static final long MOST_BITS = 1L << 30;

  private final String source;
  private final Program program;
  private final int groups;
  private final Map<String, Integer> names;
  private final boolean anchored;

  private Regex(String source, RegexParser parser) {
    this.source = source;
    Node node = parser.parse();
    program = new Program(node);
    groups = parser.groups();
    names = Map.copyOf(parser.names());
    anchored = isAnchored(node);
  }

  /// The expression of a source and its flags.
  ///
  /// @throws Unreadable when it is none, or needs more than this engine gives
  public static Regex of(String source, String flags) {
    return new Regex(source, new RegexParser(source, flags));
  }

  private static boolean isAnchored(Node node) {
    return switch (node) {
      case Node.Place(var kind) -> kind == Node.Kind.TEXT_START;
      case Node.Sequence(var items) -> !items.isEmpty() && isAnchored(items.getFirst());
      case Node.Choice(var items) -> items.stream().allMatch(Regex::isAnchored);
      case Node.Capture(var item, _) -> isAnchored(item);
      case Node.Empty _, Node.Unit _, Node.Repeat _, Node.Ahead _ -> false;
    };
  }

  /// The numbers of the named groups.
  public Map<String, Integer> names() {
    return names;
  }

  /// The texts of the leftmost match and of its groups, the empty text for a group that took no
  /// part; no texts at all when there is no match. A text that would take more than 128 MiB of
  /// memory is not searched.
  public List<String> find(String text) {
    if ((long) text.length() * program.size() > MOST_BITS) {
      return List.of();
    }
    Forward forward = new Forward(program, text, groups);
    for (int from = 0; from <= (anchored ? 0 : text.length()); from++) {
      var match = forward.match(from);
      if (match.isPresent()) {
        return texts(text, match.get());
      }
    }
    return List.of();
  }

  private static List<String> texts(String text, int[] slots) {
    List<String> texts = new ArrayList<>(slots.length / 2);
    for (int i = 0; i < slots.length; i += 2) {
      texts.add(slots[i] < 0 || slots[i + 1] < 0 ? "" : text.substring(slots[i], slots[i + 1]));
    }
    return texts;
  }

  /// True when the text has a match that starts at its start. Takes no more memory for a long text
  /// than for a short one, but for the looks ahead.
  public boolean matchesAtStart(String text) {
    return new Backward(program, text).leads(program.start());
  }

  @Override
  public String toString() {
    return source;
  }
}
