package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import dev.slipway.version.Collation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A tarball as a document for machines: `pack --json`, to the order of its files what `npm pack
/// --json` prints (as npm 11 does: a list, which npm 12 turned into an object by name).
final class PackDocument {
  private PackDocument() {}

  /// The document, indented: an array of one.
  static String of(Tarball tarball) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", Json.of(tarball.name() + "@" + tarball.version()));
    members.put("name", Json.of(tarball.name()));
    members.put("version", Json.of(tarball.version()));
    members.put("size", Json.of(tarball.size()));
    members.put("unpackedSize", Json.of(tarball.unpackedSize()));
    members.put("shasum", Json.of(tarball.shasum()));
    members.put("integrity", Json.of(tarball.integrity()));
    members.put("filename", Json.of(tarball.filename()));
    members.put("files", new Json.Arr(ordered(tarball).map(PackDocument::file).toList()));
    members.put("entryCount", Json.of(tarball.files().size()));
    members.put("bundled", Json.of(bundled(tarball)));
    return JsonWriter.pretty(new Json.Arr(List.of(new Json.Obj(members))));
  }

  /// npm shows what begins with a capital letter, a digit or a sign first.
  private static Stream<PackedFile> ordered(Tarball tarball) {
    Comparator<PackedFile> byPath = Comparator.comparing(PackedFile::path, Collation.ROOT);
    return Stream.concat(
        tarball.files().stream().filter(PackDocument::isUpper).sorted(byPath),
        tarball.files().stream().filter(file -> !isUpper(file)).sorted(byPath));
  }

  private static boolean isUpper(PackedFile file) {
    String first = file.path().substring(0, 1);
    return first.equals(first.toUpperCase(Locale.ROOT));
  }

  /// The folders directly in `node_modules`, in the order they have in the tarball.
  private static List<String> bundled(Tarball tarball) {
    Set<String> names = new LinkedHashSet<>();
    for (PackedFile file : tarball.files()) {
      String[] parts = file.path().split("/", 4);
      if (parts[0].equals("node_modules") && parts.length > 2) {
        boolean scoped = parts[1].startsWith("@") && parts.length > 3;
        names.add(scoped ? parts[1] + "/" + parts[2] : parts[1]);
      }
    }
    return List.copyOf(names);
  }

  private static Json file(PackedFile file) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("path", Json.of(file.path()));
    members.put("size", Json.of(file.size()));
    members.put("mode", Json.of(file.mode()));
    return new Json.Obj(members);
  }
}
