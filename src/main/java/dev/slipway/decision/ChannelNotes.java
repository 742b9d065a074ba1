package dev.slipway.decision;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a version was released to, as it stands in the git note of its tag: `{"channels":[null]}`,
/// where `null` is the default channel. semantic-release reads and writes the same.
///
/// @param channels in the order they were added; an empty one is the default channel
public record ChannelNotes(List<Optional<String>> channels) {
  /// The ref that held all notes up to semantic-release 22.
  public static final String LEGACY_REF = "refs/notes/semantic-release";

  public ChannelNotes {
    channels = List.copyOf(channels);
  }

  /// The ref that holds the note of a tag.
  public static String ref(String tag) {
    return LEGACY_REF + "-" + tag;
  }

  /// The note of a release that was made on one channel.
  public static ChannelNotes of(Optional<String> channel) {
    return new ChannelNotes(List.of(channel));
  }

  /// What several notes of one tag say together; nothing when none of them can be read. Foreign
  /// text: a note that is no such JSON counts as no note.
  public static Optional<ChannelNotes> read(List<String> notes) {
    Set<Optional<String>> all = new LinkedHashSet<>();
    for (String note : notes) {
      all.addAll(channelsOf(note));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new ChannelNotes(List.copyOf(all)));
  }

  private static List<Optional<String>> channelsOf(String note) {
    List<Optional<String>> whole = channelsOfOne(note);
    // git joins notes that were merged: then each line is one, and one holds an object
    return whole.isEmpty()
        ? note.lines()
            .filter(line -> line.indexOf('{') >= 0)
            .flatMap(line -> channelsOfOne(line).stream())
            .toList()
        : whole;
  }

  private static List<Optional<String>> channelsOfOne(String text) {
    List<Optional<String>> channels = new ArrayList<>();
    try {
      for (Json item : JsonReader.read(text).get("channels").map(Json::items).orElse(List.of())) {
        switch (item) {
          case Json.Str(String name) when !name.isEmpty() -> channels.add(Optional.of(name));
          case Json.Str _, Json.Null _, Json.Bool _ -> channels.add(Optional.empty());
          case Json.Num _, Json.Arr _, Json.Obj _ -> {
            // no channel that anybody wrote on purpose
          }
        }
      }
    } catch (NotJson unreadable) {
      return List.of();
    }
    return channels;
  }

  /// The same and one more channel.
  public ChannelNotes with(Optional<String> channel) {
    List<Optional<String>> more = new ArrayList<>(channels);
    more.add(channel);
    return new ChannelNotes(more);
  }

  /// The note's text.
  public String json() {
    return JsonWriter.compact(
        Json.empty().with("channels", new Json.Arr(channels.stream().map(Json::of).toList())));
  }
}
