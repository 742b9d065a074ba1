package dev.slipway.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// A small HTTP server on a free port of the loopback address.
final class Loopback implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private Loopback(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// What answers a request.
  @FunctionalInterface
  interface Handler {
    Reply reply(Call call) throws IOException;
  }

  /// A request as it arrived, whole.
  ///
  /// @param path the raw path, still percent-encoded
  /// @param query the raw query; empty where there is none
  record Call(String method, String path, String query, HttpExchange exchange, Body body) {
    /// A header of the request; empty where it is missing.
    String header(String name) {
      String value = exchange.getRequestHeaders().getFirst(name);
      return value == null ? "" : value;
    }
  }

  /// The bytes that a request carried.
  @FunctionalInterface
  interface Body {
    byte[] bytes();
  }

  /// What is answered.
  interface Reply {
    int status();

    Map<String, String> headers();

    byte[] bytes();

    /// An answer of this status, type and content.
    static Reply of(int status, String type, byte[] content) {
      return new Reply() {
        @Override
        public int status() {
          return status;
        }

        @Override
        public Map<String, String> headers() {
          return Map.of("Content-Type", type, "Cache-Control", "no-cache");
        }

        @Override
        public byte[] bytes() {
          return content;
        }
      };
    }
  }

  /// Starts to serve.
  static Loopback serve(Handler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, handler));
    server.start();
    return new Loopback(server, threads);
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      byte[] bytes = plain(exchange).readAllBytes();
      URI uri = exchange.getRequestURI();
      Call call =
          new Call(
              exchange.getRequestMethod(),
              uri.getRawPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery(),
              exchange,
              () -> bytes);
      Reply reply = handler.reply(call);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] content = reply.bytes();
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || content.length == 0;
      exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : content.length);
      if (!bodiless) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  private static InputStream plain(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    InputStream in = new ByteArrayInputStream(sent);
    return "gzip".equals(encoding) ? new GZIPInputStream(in) : in;
  }

  /// `http://127.0.0.1:PORT`, without a slash at the end.
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
