package dev.slipway.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A package made for a test: a name, and a file a line.
///
/// @param name what the package shows, as a sentence
/// @param lines `path content`, `mode:path content`, `link:path target` or `folder:path`
public record Sample(String name, List<String> lines) {
  private static final String PLAIN = "{\"name\":\"widget\",\"version\":\"1.2.3\"}\n";

  /// The packages of a resource: paragraphs whose first line is the name.
  public static List<Sample> read(String resource) {
    List<Sample> samples = new ArrayList<>();
    try (var in = Sample.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String paragraph : text.split("\n\n", -1)) {
        List<String> lines = paragraph.lines().filter(line -> !line.startsWith("# ")).toList();
        if (!lines.isEmpty()) {
          samples.add(new Sample(lines.getFirst(), lines.subList(1, lines.size())));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return samples;
  }

  /// Writes the package into a folder.
  public Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      if (lines.stream().noneMatch(line -> line.startsWith("package.json "))) {
        Files.writeString(folder.resolve("package.json"), PLAIN);
      }
      for (String line : lines) {
        write(folder, line);
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path folder, String line) throws IOException {
    int blank = line.indexOf(' ');
    String path = blank < 0 ? line : line.substring(0, blank);
    String content = blank < 0 ? "" : unescape(line.substring(blank + 1));
    int colon = path.indexOf(':');
    String kind = colon < 0 ? "" : path.substring(0, colon);
    Path file = folder.resolve(path.substring(colon + 1));
    Files.createDirectories(file.getParent());
    switch (kind) {
      case "link" -> Files.createSymbolicLink(file, Path.of(content));
      case "folder" -> Files.createDirectories(file);
      default -> {
        Files.writeString(file, content);
        Files.setAttribute(file, "unix:mode", Integer.parseInt(kind.isEmpty() ? "644" : kind, 8));
      }
    }
  }

  private static String unescape(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
  }

  @Override
  public String toString() {
    return name;
  }
}
