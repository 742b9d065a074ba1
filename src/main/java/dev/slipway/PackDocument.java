package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tarball as a document for machines: `pack --json`, in the shape of `npm pack --json`.
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
    members.put("files", new Json.Arr(tarball.files().stream().map(PackDocument::file).toList()));
    members.put("entryCount", Json.of(tarball.files().size()));
    members.put("bundled", Json.of(tarball.bundled()));
    return JsonWriter.pretty(new Json.Arr(List.of(new Json.Obj(members))));
  }

  private static Json file(PackedFile file) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("path", Json.of(file.path()));
    members.put("size", Json.of(file.size()));
    members.put("mode", Json.of(file.mode()));
    return new Json.Obj(members);
  }
}
