package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// One package, packed by us and by npm.
///
/// @param answer npm's, as the oracle gives it
record Comparison(Path directory, Json answer) {
  void check(Path folder) throws Exception {
    assertThat(answer.text("error")).as("npm packs it").isEmpty();
    Json theirs = answer.get("ok").orElseThrow();
    Tarball own = pack(folder);
    assertThat(own.files().stream().map(Comparison::line).toList())
        .isEqualTo(
            theirs.get("entries").orElseThrow().items().stream().map(Comparison::line).toList());
    assertThat(tarDigest(own.file())).isEqualTo(theirs.text("sha256").orElseThrow());
  }

  Tarball pack(Path folder) throws IOException {
    return Packer.pack(PackRequest.of(directory, Files.createTempDirectory(folder, "out")));
  }

  private static String line(PackedFile file) {
    return "package/" + file.path() + " " + file.size() + " " + Integer.toOctalString(file.mode());
  }

  private static String line(Json entry) {
    return entry.text("path").orElseThrow()
        + " "
        + entry.get("size").flatMap(Json::whole).orElseThrow()
        + " "
        + Long.toOctalString(entry.get("mode").flatMap(Json::whole).orElseThrow());
  }

  static String tarDigest(Path tgz) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(tgz)))) {
      digest.update(in.readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
