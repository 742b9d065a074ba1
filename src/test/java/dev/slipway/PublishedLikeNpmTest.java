package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.http.JdkExchanges;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.manifest.RegistryManifest;
import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.pack.NpmOracle;
import dev.slipway.pack.PackRequest;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Published;
import dev.slipway.pack.RandomTree;
import dev.slipway.pack.Sample;
import dev.slipway.pack.Tarball;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The whole PUT, beside the one that npm 12 sends for the same directory: both are sent to a
/// server on loopback that keeps what it got. Every field is the same, and the archives inside the
/// attachments are the same to the byte. Only what tells the two programs apart is left out: their
/// versions, and the digests and the length of the compressed tarball.
///
/// The hand-made packages are looked at in every run; with `-Dslipway.pack.full=true` the published
/// and the random ones of the other comparisons, too.
class PublishedLikeNpmTest {
  @TempDir Path folder;

  private final List<String> bodies = new ArrayList<>();
  private HttpServer server;
  private JdkExchanges network;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    network = JdkExchanges.plain("slipway/test");
  }

  @AfterEach
  void stop() {
    network.close();
    server.stop(0);
  }

  @TestFactory
  List<DynamicTest> a_package_is_sent_as_npm_sends_it() throws Exception {
    List<Sample> samples = new ArrayList<>(Sample.read("/pack/manifests.txt"));
    samples.addAll(Sample.read("/pack/rules.txt"));
    Map<String, Path> packages = new LinkedHashMap<>();
    for (Sample sample : samples) {
      packages.put(sample.name(), sample.write(folder.resolve("m" + packages.size() + "/pkg")));
    }
    if (Boolean.getBoolean("slipway.pack.full")) {
      packages.putAll(Published.copies(100, folder));
      for (int seed = 1; seed <= 140; seed++) {
        packages.put(
            "tree " + seed, RandomTree.of(seed).write(folder.resolve("r" + seed + "/pkg")));
      }
    }
    List<Json> answers =
        NpmOracle.ask(
            packages.values().stream()
                .map(dir -> NpmOracle.question("publish", "dir", dir))
                .toList());
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Path> each : packages.entrySet()) {
      Json answer = answers.get(tests.size());
      // Sent here and not in the test, which runs when the server is gone.
      Map<String, String> own = answer.get("ok").isPresent() ? sent(each.getValue()) : Map.of();
      tests.add(DynamicTest.dynamicTest(each.getKey(), () -> same(own, answer)));
    }
    return tests;
  }

  private void same(Map<String, String> own, Json answer) {
    assertThat(answer.text("error")).as("npm sends it").isEmpty();
    Json theirs = answer.get("ok").orElseThrow();
    assertThat(own)
        .isEqualTo(told(theirs.get("body").orElseThrow(), theirs.text("address").orElseThrow()));
  }

  /// Publishes a directory and tells what the server got.
  private Map<String, String> sent(Path directory) throws Exception {
    Path head = directory.resolve(".git/HEAD");
    Optional<String> commit =
        Files.exists(head) ? Optional.of(Files.readString(head)) : Optional.empty();
    // Not through Packing, which refuses dependencies that npm sends although nobody can install
    // them.
    Tarball tarball =
        Packer.pack(PackRequest.of(directory, Files.createTempDirectory(folder, "own")));
    RegistryManifest manifest = RegistryManifest.of(tarball.manifest(), directory, commit);
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Registry.at(
            address,
            new Credential.Bearer(Secret.of("npm_test")),
            network,
            new LiveTime(Clock.systemUTC()))
        .publish(
            new PublishRequest(
                manifest.json(),
                PublishRequest.Tarball.in(
                    tarball.file(), tarball.size(), tarball.shasum(), tarball.integrity()),
                manifest.tag("latest"),
                Optional.empty(),
                Optional.empty()));
    Json body = JsonReader.read(bodies.removeLast());
    return told(withDigests(body), address.toString());
  }

  /// The attachments' data replaced by the digests of the archives in them.
  private static Json withDigests(Json body) throws Exception {
    Map<String, Json> attachments = new LinkedHashMap<>();
    for (Map.Entry<String, Json> each :
        body.get("_attachments").orElseThrow().members().entrySet()) {
      byte[] tgz = Base64.getDecoder().decode(each.getValue().text("data").orElseThrow());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tgz))) {
        digest.update(in.readAllBytes());
      }
      attachments.put(
          each.getKey(),
          ((Json.Obj) each.getValue())
              .with("data", Json.of(HexFormat.of().formatHex(digest.digest()))));
    }
    return ((Json.Obj) body).with("_attachments", new Json.Obj(attachments));
  }

  /// Every value by its path, so that a difference names the field; the server's address is told
  /// alike.
  private static Map<String, String> told(Json body, String address) {
    Map<String, String> all = members("", body);
    all.replaceAll((_, value) -> value.replace(address, "registry:/"));
    all.keySet()
        .removeIf(each ->
            (each.startsWith("/_attachments/") && each.endsWith("/length"))
                || each.endsWith("/_npmVersion")
                || each.endsWith("/_nodeVersion")
                || each.endsWith("/dist/shasum")
                || each.endsWith("/dist/integrity"));
    return all;
  }

  private static Map<String, String> members(String path, Json value) {
    Map<String, String> all = new TreeMap<>();
    switch (value) {
      case Json.Obj(var members) -> {
        all.put(path, "{}");
        members.forEach((name, each) -> all.putAll(members(path + "/" + name, each)));
      }
      case Json.Arr(var items) -> {
        all.put(path, "[]");
        for (int i = 0; i < items.size(); i++) {
          all.putAll(members(path + "/" + i, items.get(i)));
        }
      }
      case Json.Str(var text) -> all.put(path, "\"" + text);
      case Json.Num(var literal) -> all.put(path, Double.valueOf(literal).toString());
      case Json.Bool(var truth) -> all.put(path, String.valueOf(truth));
      case Json.Null _ -> all.put(path, "null");
    }
    return all;
  }
}
