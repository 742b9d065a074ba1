package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The client against servers on loopback that do what servers do.
class JdkExchangesTest {
  private final JdkExchanges exchanges = JdkExchanges.plain("slipway-test");

  @AfterEach
  void close() {
    exchanges.close();
  }

  @Test
  void an_answer_comes_back_with_status_headers_and_body() throws Lost {
    try (Loopback server =
        new Loopback(exchange -> {
          exchange.getResponseHeaders().add("Npm-Notice", "hello");
          Loopback.answer(exchange, 404, "no".getBytes(StandardCharsets.UTF_8));
        })) {
      Answer answer = exchanges.exchange(Request.get("ask", server.address()));

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("npm-notice")).contains("hello");
      assertThat(answer.text()).isEqualTo("no");
    }
  }

  @Test
  void an_escaped_slash_stays_escaped() throws Lost {
    try (Loopback server = new Loopback(exchange -> Loopback.answer(exchange, 200, new byte[0]))) {
      exchanges.exchange(Request.get("ask", URI.create(server.address() + "@acme%2fwidget")));

      assertThat(server.requests()).containsExactly("GET /@acme%2fwidget");
    }
  }

  @Test
  void a_redirect_is_an_answer_and_is_not_followed() throws Lost {
    try (Loopback target = new Loopback(exchange -> Loopback.answer(exchange, 200, new byte[0]));
        Loopback server =
            new Loopback(exchange -> {
              exchange.getResponseHeaders().add("location", target.address().toString());
              Loopback.answer(exchange, 307, new byte[0]);
            })) {
      Answer answer =
          exchanges.exchange(
              Request.get("ask", server.address())
                  .as(new Credential.Bearer(Secret.of("npm_secret"))));

      assertThat(answer.status()).isEqualTo(307);
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void an_empty_post_says_that_it_is_empty() throws Lost {
    List<String> lengths = new CopyOnWriteArrayList<>();
    try (Loopback server =
        new Loopback(exchange -> {
          lengths.add(String.valueOf(exchange.getRequestHeaders().getFirst("content-length")));
          Loopback.answer(exchange, 201, new byte[0]);
        })) {
      exchanges.exchange(Request.get("ask", server.address()).with("POST", new Payload.Empty()));

      assertThat(lengths).containsExactly("0");
    }
  }

  @Test
  void a_long_stream_is_sent_with_its_length_and_without_being_held_in_memory() throws Lost {
    long length = 200L << 20;
    AtomicLong received = new AtomicLong();
    AtomicLong announced = new AtomicLong();
    try (Loopback server =
        new Loopback(exchange -> {
          announced.set(Long.parseLong(exchange.getRequestHeaders().getFirst("content-length")));
          byte[] buffer = new byte[1 << 16];
          try (InputStream body = exchange.getRequestBody()) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
              received.addAndGet(n);
            }
          }
          Loopback.answer(exchange, 200, new byte[0]);
        })) {
      AtomicLong live = new AtomicLong();
      Payload.Source source = () -> new Zeros(length, live);
      exchanges.exchange(
          Request.get("send", server.address())
              .with("PUT", new Payload.Stream(length, "application/json", source))
              .within(Duration.ofMinutes(2)));

      assertThat(announced.get()).isEqualTo(length);
      assertThat(received.get()).isEqualTo(length);
      assertThat(live.get()).as("most bytes read ahead of the server").isLessThan(32L << 20);
    }
  }

  @Test
  void the_deadline_covers_a_body_that_never_ends() {
    CountDownLatch end = new CountDownLatch(1);
    try (Loopback server =
        new Loopback(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(end);
        })) {
      Lost lost =
          catchThrowableOfType(
              Lost.class,
              () ->
                  exchanges.exchange(
                      Request.get("ask", server.address()).within(Duration.ofMillis(300))));
      end.countDown();

      assertThat(lost.reach()).isEqualTo(Lost.Reach.UNKNOWN);
      assertThat(lost)
          .hasMessage("http://127.0.0.1:" + server.port() + " gave no whole answer within 300 ms.");
    }
  }

  @Test
  void an_answer_that_is_too_long_is_given_up() {
    try (Loopback server =
        new Loopback(exchange -> Loopback.answer(exchange, 200, new byte[5000]))) {
      Request request =
          new Request(
              "ask",
              "GET",
              server.address(),
              Map.of(),
              new Credential.None(),
              new Payload.Empty(),
              Duration.ofSeconds(10),
              4999);

      assertThatThrownBy(() -> exchanges.exchange(request))
          .hasMessage(
              "http://127.0.0.1:" + server.port() + ": the answer is longer than 4999 bytes.");
    }
  }

  @Test
  void a_packed_answer_is_unpacked_and_measured_by_what_it_unpacks_to() throws Lost {
    try (Loopback server =
        new Loopback(exchange -> {
          ByteArrayOutputStream packed = new ByteArrayOutputStream();
          try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[100_000]);
          }
          exchange.getResponseHeaders().add("content-encoding", "gzip");
          Loopback.answer(exchange, 200, packed.toByteArray());
        })) {
      Request request = Request.get("ask", server.address());
      Request small =
          new Request(
              "ask",
              "GET",
              server.address(),
              Map.of(),
              new Credential.None(),
              new Payload.Empty(),
              Duration.ofSeconds(10),
              99_999);

      assertThat(exchanges.exchange(request).body().size()).isEqualTo(100_000);
      assertThatThrownBy(() -> exchanges.exchange(small))
          .hasMessageEndingWith("the answer is longer than 99999 bytes.");
    }
  }

  @Test
  void a_closed_port_was_never_reached() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Lost lost =
        catchThrowableOfType(
            Lost.class,
            () ->
                exchanges.exchange(
                    Request.get("ask", URI.create("http://127.0.0.1:" + port + "/"))
                        .with("PUT", content())));

    assertThat(lost.reach()).isEqualTo(Lost.Reach.NOT_SENT);
    assertThat(lost).hasMessage("http://127.0.0.1:" + port + " refused the connection.");
  }

  @Test
  void a_name_that_does_not_exist_was_never_reached() {
    Lost lost =
        catchThrowableOfType(
            Lost.class,
            () -> exchanges.exchange(Request.get("ask", URI.create("https://registry.invalid/"))));

    assertThat(lost.reach()).isEqualTo(Lost.Reach.NOT_SENT);
    assertThat(lost).hasMessage("https://registry.invalid has a name that could not be found.");
  }

  @Test
  void a_connection_that_breaks_after_the_request_leaves_it_open_and_is_not_tried_again()
      throws IOException {
    AtomicLong connections = new AtomicLong();
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> hangUp(socket, connections));
      server.setDaemon(true);
      server.start();
      Lost lost =
          catchThrowableOfType(
              Lost.class,
              () ->
                  exchanges.exchange(
                      Request.get(
                              "send", URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"))
                          .with("PUT", content())));

      assertThat(lost.reach()).isEqualTo(Lost.Reach.UNKNOWN);
      assertThat(connections.get()).isEqualTo(1);
    }
  }

  @Test
  void a_source_that_fails_is_our_fault_and_said_so() {
    try (Loopback server =
        new Loopback(exchange -> {
          exchange.getRequestBody().readAllBytes();
          Loopback.answer(exchange, 200, new byte[0]);
        })) {
      Payload.Source broken =
          () ->
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("secret path");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                  return read();
                }
              };

      assertThatThrownBy(() ->
              exchanges.exchange(
                  Request.get("send", server.address())
                      .with("PUT", new Payload.Stream(10, "text/plain", broken))))
          .isInstanceOf(Lost.class)
          .hasMessage(
              "What was to be sent to http://127.0.0.1:"
                  + server.port()
                  + " could not be read to its end.");
    }
  }

  @Test
  void a_credential_never_leaves_without_tls() {
    Request request =
        Request.get("ask", URI.create("http://registry.example/"))
            .as(new Credential.Bearer(Secret.of("npm_secret")));

    assertThatThrownBy(() -> exchanges.exchange(request))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "PLAIN_HTTP_WITH_CREDENTIAL: A credential would be sent to http://registry.example"
                + " without TLS, readable on the way.");
  }

  @Test
  void the_address_where_clouds_keep_their_credentials_is_not_asked() {
    assertThatThrownBy(
            () -> exchanges.exchange(Request.get("ask", URI.create("http://169.254.169.254/"))))
        .isInstanceOf(Lost.class)
        .hasMessage("http://169.254.169.254 refused the connection.");
  }

  @Test
  void no_message_holds_a_credential_or_a_path() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Request request =
        Request.get("ask", URI.create("http://127.0.0.1:" + port + "/path?token=npm_query"))
            .as(new Credential.Bearer(Secret.of("npm_secret")));
    Throwable thrown = catchThrowableOfType(Lost.class, () -> exchanges.exchange(request));

    java.io.StringWriter all = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(all));
    assertThat(all.toString()).doesNotContain("npm_secret", "npm_query", "/path");
    assertThat(request.toString()).doesNotContain("npm_secret");
  }

  @Test
  void a_proxy_of_the_environment_is_used_with_its_password() throws Lost {
    List<String> authorizations = new CopyOnWriteArrayList<>();
    try (Loopback proxy =
        new Loopback(exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("proxy-authorization")));
          Loopback.answer(exchange, 200, "from the proxy".getBytes(StandardCharsets.UTF_8));
        })) {
      Proxies proxies =
          Proxies.from(Map.of("http_proxy", "http://user:pass%21@127.0.0.1:" + proxy.port()));
      try (JdkExchanges through = JdkExchanges.open(proxies, Trust.standard(), "slipway-test")) {
        Answer answer =
            through.exchange(Request.get("ask", URI.create("http://registry.example/x")));

        assertThat(answer.text()).isEqualTo("from the proxy");
        assertThat(proxy.requests()).containsExactly("GET http://registry.example/x");
        assertThat(authorizations).containsExactly("Basic dXNlcjpwYXNzIQ==");
      }
    }
  }

  @Test
  void a_tunnel_through_a_proxy_carries_the_password_and_not_the_token() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread proxy = new Thread(() -> refuseTunnel(socket, seen));
      proxy.setDaemon(true);
      proxy.start();
      Proxies proxies =
          Proxies.from(
              Map.of("HTTPS_PROXY", "http://user:pass@127.0.0.1:" + socket.getLocalPort()));
      try (JdkExchanges through = JdkExchanges.open(proxies, Trust.standard(), "slipway-test")) {
        Optional<Integer> status = Optional.empty();
        try {
          status =
              Optional.of(
                  through
                      .exchange(
                          Request.get("ask", URI.create("https://registry.example/x"))
                              .as(new Credential.Bearer(Secret.of("npm_secret"))))
                      .status());
        } catch (Lost refused) {
          assertThat(refused.getMessage()).doesNotContain("npm_secret", "pass");
        }

        assertThat(status.orElse(403)).isEqualTo(403);
        assertThat(String.join("\n", seen))
            .startsWith("CONNECT registry.example:443 ")
            .contains("Basic dXNlcjpwYXNz")
            .doesNotContain("npm_secret");
      }
    }
  }

  private static void refuseTunnel(ServerSocket socket, List<String> seen) {
    try (Socket accepted = socket.accept()) {
      InputStream in = accepted.getInputStream();
      byte[] buffer = new byte[8192];
      int n = in.read(buffer);
      seen.add(new String(buffer, 0, Math.max(n, 0), StandardCharsets.UTF_8));
      accepted
          .getOutputStream()
          .write(
              "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // The test is over.
    }
  }

  private static void hangUp(ServerSocket socket, AtomicLong connections) {
    while (!socket.isClosed()) {
      try (Socket accepted = socket.accept()) {
        connections.incrementAndGet();
        int n = accepted.getInputStream().read(new byte[8192]);
        assertThat(n).isPositive();
      } catch (IOException ended) {
        return;
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Payload content() {
    return new Payload.Content(Bytes.of("{}"), "application/json");
  }

  /// So many zeros; counts how far reading runs ahead of what a socket could have taken.
  private static final class Zeros extends InputStream {
    private final AtomicLong most;
    private long left;
    private long largest;

    Zeros(long length, AtomicLong most) {
      this.left = length;
      this.most = most;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      left -= n;
      largest = Math.max(largest, length);
      most.set(largest);
      java.util.Arrays.fill(into, offset, offset + n, (byte) 0);
      return n;
    }
  }
}
