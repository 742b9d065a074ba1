package dev.slipway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/// A real registry on a free loopback port, without any other behind it: everybody may read, a user
/// may publish.
public final class Verdaccio implements AutoCloseable {
  private static Optional<Verdaccio> six = Optional.empty();

  private final Process process;
  private final URI address;
  private final String token;

  private Verdaccio(Process process, URI address, String token) {
    this.process = process;
    this.address = address;
    this.token = token;
  }

  /// Verdaccio 6, one for all tests of this JVM: use names of your own. It ends with the JVM.
  public static synchronized Verdaccio shared() {
    if (six.isEmpty()) {
      try {
        Verdaccio started = start("verdaccio", Files.createTempDirectory("verdaccio"), "");
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        six = Optional.of(started);
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return six.orElseThrow();
  }

  /// Verdaccio 6 of one's own, direct publishing only.
  ///
  /// @param folder where it keeps everything; such as a {@link TempDir}
  public static Verdaccio direct(Path folder) {
    return start("verdaccio", folder, "");
  }

  /// Verdaccio 9 with staged publishing switched on.
  ///
  /// @param folder where it keeps everything; such as a {@link TempDir}
  public static Verdaccio staging(Path folder) {
    return start("verdaccio-9", folder, "flags:\n  stage: true\n");
  }

  /// The base address, with a slash at its end.
  public URI address() {
    return address;
  }

  /// The token of a user who may publish everything.
  public String token() {
    return token;
  }

  /// Makes another user, and gives its token.
  public String user(String name) {
    return user(address, name);
  }

  @Override
  public void close() {
    // Asked kindly it waits for connections that clients keep open.
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Verdaccio start(String peer, Path folder, String more) {
    try {
      Path script = Peers.of(peer).resolve("bin/verdaccio");
      Path config = folder.resolve("config.yaml");
      Files.writeString(
          config,
          """
          storage: %s
          auth:
            htpasswd:
              file: %s
              max_users: 100
              # Each request with a token costs a hash of the password.
              rounds: 4
          packages:
            '**':
              access: $all
              publish: $authenticated
              unpublish: $authenticated
              stage: $authenticated
          max_body_size: 300mb
          log: { type: stdout, format: json, level: info }
          """
                  .formatted(folder.resolve("storage"), folder.resolve("htpasswd"))
              + more);
      int port = freePort();
      Process process =
          Peers.builder(
                  folder,
                  Map.of(
                      "HOME",
                      folder.toString(),
                      "VERDACCIO_LEGACY_ENCRYPTION_KEY",
                      "",
                      // What node has compiled is kept, as npm keeps it: half of a start.
                      "NODE_COMPILE_CACHE",
                      System.getProperty("java.io.tmpdir") + "/node-compile-cache"),
                  "--require",
                  Peers.folder().resolve("one-logger.cjs").toString(),
                  script.toString(),
                  "--config",
                  config.toString(),
                  "--listen",
                  "127.0.0.1:" + port)
              .redirectErrorStream(true)
              .start();
      awaitAddress(process);
      URI address = URI.create("http://127.0.0.1:" + port + "/");
      return new Verdaccio(process, address, user(address, "publisher"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Reads what it prints until it says that it listens; the rest is read and dropped.
  private static void awaitAddress(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); ; line = out.readLine()) {
      if (line == null) {
        throw new IllegalStateException("the registry did not start: " + said);
      }
      said.append(line).append('\n');
      if (line.contains("http address")) {
        break;
      }
    }
    Thread rest =
        new Thread(() -> {
          try (out) {
            while (out.readLine() != null) {
              // Its log is of no use once it listens.
            }
          } catch (IOException ended) {
            // It was ended.
          }
        });
    rest.setDaemon(true);
    rest.start();
  }

  private static String user(URI address, String name) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address.resolve("-/user/org.couchdb.user:" + name))
                  .header("content-type", "application/json")
                  .PUT(
                      HttpRequest.BodyPublishers.ofString(
                          """
                          {"name":"%s","password":"correct horse battery"}
                          """
                              .formatted(name)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      String mark = "\"token\":";
      int at = answer.body().indexOf(mark);
      if (at < 0) {
        throw new IllegalStateException("no token for " + name + ": " + answer.body());
      }
      int start = answer.body().indexOf('"', at + mark.length()) + 1;
      return answer.body().substring(start, answer.body().indexOf('"', start));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
