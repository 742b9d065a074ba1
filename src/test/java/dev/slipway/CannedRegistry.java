package dev.slipway;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A registry on loopback that shows what it is given and remembers what it was asked.
final class CannedRegistry implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> shown = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private CannedRegistry(HttpServer server) {
    this.server = server;
  }

  /// One that knows no package.
  static CannedRegistry start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      CannedRegistry registry = new CannedRegistry(server);
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            registry.requests.add(exchange.getRequestMethod() + " " + path);
            byte[] body = registry.shown.get(path);
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
              exchange.getResponseBody().write(body);
            }
            exchange.close();
          });
      server.start();
      return registry;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /// Shows a document from now on.
  CannedRegistry shows(String path, Json document) {
    return shows(path, JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8));
  }

  CannedRegistry shows(String path, byte[] body) {
    shown.put(path, body);
    return this;
  }

  /// What it was asked, `GET /widget`, in order.
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
