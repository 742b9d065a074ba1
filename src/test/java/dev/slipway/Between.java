package dev.slipway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server in front of a registry, for programs that cannot be reached into: a publish may be
/// refused, be applied without an answer, or be the moment in which the program is killed.
final class Between implements AutoCloseable {
  /// What becomes of a publish.
  sealed interface Fate {
    /// It is passed on and answered.
    record Fine() implements Fate {}

    /// It is not passed on, and answered so.
    record Refused(int status) implements Fate {}

    /// The connection ends without an answer.
    ///
    /// @param applied whether it is passed on
    /// @param meanwhile what happens before the connection ends
    record Lost(boolean applied, Runnable meanwhile) implements Fate {}
  }

  private final HttpServer server;
  private final URI behind;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Fate fate = new Fate.Fine();

  private Between(HttpServer server, URI behind) {
    this.server = server;
    this.behind = behind;
  }

  static Between inFrontOf(String registry) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Between between = new Between(server, URI.create(registry));
      server.setExecutor(between.threads);
      server.createContext("/", between::answer);
      server.start();
      return between;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Its address, with a slash at the end.
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /// From now on this becomes of every publish.
  void let(Fate next) {
    fate = next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Fate now = exchange.getRequestMethod().equals("PUT") ? fate : new Fate.Fine();
      switch (now) {
        case Fate.Fine() -> forward(exchange, body);
        case Fate.Refused(int status) -> {
          byte[] text = "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, text.length);
          exchange.getResponseBody().write(text);
        }
        case Fate.Lost(boolean applied, Runnable meanwhile) -> {
          if (applied) {
            ask(exchange, body);
          }
          meanwhile.run();
        }
      }
    }
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpResponse<byte[]> answer = ask(exchange, body);
    answer
        .headers()
        .firstValue("content-type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    byte[] content = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : new String[] {"Authorization", "Accept", "Content-Type"}) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
