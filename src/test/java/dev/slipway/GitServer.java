package dev.slipway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Git's own `http-backend` behind the JDK's server, on a free loopback port. Everything below a
/// folder is served as `/name.git`.
public final class GitServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path folder;
  private final Optional<String> token;
  private volatile boolean readOnly;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private GitServer(HttpServer server, Path folder, Optional<String> token) {
    this.server = server;
    this.folder = folder;
    this.token = token;
  }

  /// Serves the bare repositories of a folder; with a token, only to those who bring it as the
  /// password of a basic authorization.
  public static GitServer serve(Path folder, Optional<String> token) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      GitServer git = new GitServer(server, folder, token);
      server.setExecutor(git.threads);
      server.createContext("/", git::answer);
      server.start();
      return git;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The address that repository names follow.
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// From now on nobody may push.
  public void readOnly() {
    readOnly = true;
  }

  /// Method, path and query of every request so far.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (token.isPresent() && !isAuthorized(exchange)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      backend(exchange);
    }
  }

  private boolean isAuthorized(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return false;
    }
    String pair =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    return pair.endsWith(":" + token.orElseThrow());
  }

  private void backend(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    var env = builder.environment();
    env.put("GIT_PROJECT_ROOT", folder.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("GIT_CONFIG_COUNT", "3");
    env.put("GIT_CONFIG_KEY_0", "http.receivepack");
    env.put("GIT_CONFIG_VALUE_0", Boolean.toString(!readOnly));
    env.put("GIT_CONFIG_KEY_1", "uploadpack.allowFilter");
    env.put("GIT_CONFIG_VALUE_1", "true");
    env.put("GIT_CONFIG_KEY_2", "uploadpack.allowAnySHA1InWant");
    env.put("GIT_CONFIG_VALUE_2", "true");
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    env.put("QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("REMOTE_USER", "test");
    header(exchange, "Content-Type").ifPresent(type -> env.put("CONTENT_TYPE", type));
    header(exchange, "Content-Encoding").ifPresent(e -> env.put("HTTP_CONTENT_ENCODING", e));
    header(exchange, "Git-Protocol").ifPresent(p -> env.put("GIT_PROTOCOL", p));
    byte[] body = exchange.getRequestBody().readAllBytes();
    env.put("CONTENT_LENGTH", Integer.toString(body.length));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    threads.execute(() -> {
      try (OutputStream in = process.getOutputStream()) {
        in.write(body);
      } catch (IOException closedEarly) {
        // The backend had read enough.
      }
    });
    try (InputStream out = process.getInputStream()) {
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (name.equalsIgnoreCase("Status")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(name, value);
        }
      }
      byte[] answer = out.readAllBytes();
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
