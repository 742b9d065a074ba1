package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The body of the PUT: one JSON document with the tarball in it as base64, made while it is sent,
/// so that its size in memory does not depend on the tarball's.
final class PublishBody {
  private PublishBody() {}

  static Payload.Stream of(PublishRequest request, URI registry) {
    String marker = "\u0001tarball\u0001";
    String whole = JsonWriter.compact(document(request, registry, marker));
    String quoted = JsonWriter.compact(Json.of(marker));
    int at = whole.lastIndexOf(quoted);
    byte[] head = (whole.substring(0, at) + "\"").getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\"" + whole.substring(at + quoted.length())).getBytes(StandardCharsets.UTF_8);
    long length = head.length + Base64Stream.length(request.tarball().size()) + tail.length;
    return new Payload.Stream(
        length,
        "application/json",
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    List.<InputStream>of(
                        new ByteArrayInputStream(head),
                        new Base64Stream(
                            request.tarball().source().open(), request.tarball().integrity()),
                        new ByteArrayInputStream(tail)))));
  }

  /// The document, with a text in the place of the tarball.
  static Json.Obj document(PublishRequest request, URI registry, String data) {
    String name = request.name();
    String version = request.version();
    Map<String, Json> top = new LinkedHashMap<>();
    top.put("_id", Json.of(name));
    top.put("name", Json.of(name));
    request.manifest().get("description").ifPresent(text -> top.put("description", text));
    top.put("dist-tags", new Json.Obj(Map.of(request.distTag(), Json.of(version))));
    top.put("versions", new Json.Obj(Map.of(version, manifest(request, registry))));
    top.put("access", Json.of(request.access().map(Access::wire)));
    Map<String, Json> attachments = new LinkedHashMap<>();
    attachments.put(
        name + "-" + version + ".tgz",
        attachment("application/octet-stream", data, request.tarball().size()));
    request
        .provenance()
        .ifPresent(bundle -> {
          String text = JsonWriter.compact(bundle.json());
          attachments.put(
              name + "-" + version + ".sigstore",
              attachment(
                  bundle.json().text("mediaType").orElse(SigstoreBundle.MEDIA_TYPE),
                  text,
                  text.length()));
        });
    // The attachments stand last, so that the tarball's place is found from the end.
    top.put("_attachments", new Json.Obj(attachments));
    return new Json.Obj(top);
  }

  private static Json.Obj manifest(PublishRequest request, URI registry) {
    String name = request.name();
    String version = request.version();
    String file = name + "-" + version + ".tgz";
    String address = Paths.below(registry).base() + name + "/-/" + file;
    Map<String, Json> dist = new LinkedHashMap<>();
    dist.put("integrity", Json.of(request.tarball().integrity()));
    dist.put("shasum", Json.of(request.tarball().shasum()));
    // npm writes http here for every registry; the registry puts its own address in its place.
    dist.put(
        "tarball",
        Json.of(
            address.startsWith("https://")
                ? "http://" + address.substring("https://".length())
                : address));
    return request
        .manifest()
        .without("dist")
        .with("_id", Json.of(name + "@" + version))
        .with("dist", new Json.Obj(dist));
  }

  private static Json.Obj attachment(String type, String data, long length) {
    Map<String, Json> attachment = new LinkedHashMap<>();
    attachment.put("content_type", Json.of(type));
    attachment.put("data", Json.of(data));
    attachment.put("length", Json.of(length));
    return new Json.Obj(attachment);
  }
}
