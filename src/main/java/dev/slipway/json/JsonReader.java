package dev.slipway.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Reads JSON text strictly (RFC 8259, one value, nothing behind it) and within limits: 200 levels
/// deep, strings of 20 MiB, names of 64 KiB, numbers of 1,000 characters.
public final class JsonReader {
  private static final int LONGEST_STRING = 20 << 20;
  private static final JsonFactory STRICT = upTo(LONGEST_STRING);

  private JsonReader() {}

  private static JsonFactory upTo(int longestString) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(longestString)
                .maxNameLength(64 << 10)
                .maxNumberLength(1_000)
                .build())
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /// Reads one value that may hold very long strings, such as the tarball in a publish request.
  ///
  /// @param longestString in characters
  /// @throws NotJson when it is not JSON or is beyond a limit
  public static Json read(byte[] utf8, int longestString) {
    try (JsonParser parser = upTo(longestString).createParser(ObjectReadContext.empty(), utf8)) {
      return readAll(parser);
    } catch (StreamReadException | StreamConstraintsException problem) {
      throw NotJson.because(problem);
    }
  }

  /// Reads one value from UTF-8 bytes; a byte order mark in front is skipped.
  ///
  /// @throws NotJson when it is not JSON or is beyond a limit
  public static Json read(byte[] utf8) {
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), utf8)) {
      return readAll(parser);
    } catch (StreamReadException | StreamConstraintsException problem) {
      throw NotJson.because(problem);
    }
  }

  /// Reads one value from a text; a byte order mark in front is skipped.
  ///
  /// @throws NotJson when it is not JSON or is beyond a limit
  public static Json read(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), plain)) {
      return readAll(parser);
    } catch (StreamReadException | StreamConstraintsException problem) {
      throw NotJson.because(problem);
    }
  }

  private static Json readAll(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new NotJson("it is empty", 1, 1);
    }
    Json value = value(parser, first);
    if (parser.nextToken() != null) {
      var at = parser.currentTokenLocation();
      throw new NotJson("something stands behind the value", at.getLineNr(), at.getColumnNr());
    }
    return value;
  }

  private static Json value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Str(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("a value cannot start with " + token);
    };
  }

  private static Json object(JsonParser parser) {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken()));
    }
    return new Json.Obj(Members.owning(members));
  }

  private static Json array(JsonParser parser) {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new Json.Arr(items);
  }
}
