package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Lost.Reach;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// HTTP through the JDK's client: HTTP/1.1, TLS 1.2 or newer, no redirect ever, one deadline over
/// connecting, sending and the whole answer. Nothing it throws holds a header, a credential or more
/// of an address than the host.
public final class JdkExchanges implements Exchanges, AutoCloseable {
  static {
    // The JDK drops a password for a tunnelling proxy unless this is empty; read once, at its
    // start.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    // A request must never leave twice without our knowing: no second try inside the client.
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final HttpClient client;
  private final Proxies proxies;
  private final String userAgent;

  private JdkExchanges(HttpClient client, Proxies proxies, String userAgent) {
    this.client = client;
    this.proxies = proxies;
    this.userAgent = userAgent;
  }

  /// A client.
  ///
  /// @param userAgent how we name ourselves to servers
  public static JdkExchanges open(Proxies proxies, Trust trust, String userAgent) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .proxy(new Selector(proxies))
            .sslContext(trust.context())
            .sslParameters(parameters)
            .build();
    return new JdkExchanges(client, proxies, userAgent);
  }

  /// A client without proxy and with the runtime's own authorities.
  public static JdkExchanges plain(String userAgent) {
    return open(Proxies.none(), Trust.standard(), userAgent);
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    Origin origin = Origin.of(request.uri());
    refuseInTheOpen(request, origin);
    Sending sending = new Sending(request);
    CompletableFuture<HttpResponse<byte[]>> answer = null;
    try {
      refuseLinkLocal(request.uri());
      HttpRequest built = build(request, sending);
      answer =
          client.sendAsync(
              built,
              _ -> new BoundedBody(Math.min(request.largestAnswer(), Integer.MAX_VALUE - 8)));
      HttpResponse<byte[]> whole = answer.get(request.deadline().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          whole.statusCode(), headers(whole.headers()), decoded(whole, request.largestAnswer()));
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new Lost(
          sending.reach(),
          origin + " gave no whole answer within " + seconds(request.deadline()) + ".");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      if (answer != null) {
        answer.cancel(true);
      }
      throw new Lost(sending.reach(), "The run was stopped while " + origin + " was asked.");
    } catch (ExecutionException failed) {
      throw lost(origin, sending, failed.getCause() == null ? failed : failed.getCause());
    } catch (IOException failed) {
      throw lost(origin, sending, failed);
    }
  }

  /// Ends the connections that are still open.
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest build(Request request, Sending sending) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .setHeader("user-agent", userAgent)
            .setHeader("accept-encoding", "gzip");
    request.headers().forEach(builder::setHeader);
    switch (request.credential()) {
      case Credential.Bearer(var token) ->
          builder.header("authorization", "Bearer " + token.reveal());
      case Credential.Basic(var encoded) ->
          builder.header("authorization", "Basic " + encoded.reveal());
      case Credential.None() -> {}
    }
    proxies
        .of(request.uri())
        .flatMap(Proxies.Proxy::credential)
        .ifPresent(secret -> builder.header("proxy-authorization", "Basic " + secret.reveal()));
    BodyPublisher body =
        switch (request.payload()) {
          case Payload.Empty() -> BodyPublishers.noBody();
          case Payload.Content(var bytes, var type) -> {
            builder.header("content-type", type);
            yield BodyPublishers.ofByteArray(bytes.toArray());
          }
          case Payload.Stream(var length, var type, var _) -> {
            builder.header("content-type", type);
            yield BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(sending::open), length);
          }
        };
    return builder.method(request.method(), body).build();
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> joined = new LinkedHashMap<>();
    headers.map().forEach((name, values) -> joined.put(name, String.join(", ", values)));
    return joined;
  }

  private static Bytes decoded(HttpResponse<byte[]> whole, long limit) throws IOException {
    boolean packed =
        whole
            .headers()
            .firstValue("content-encoding")
            .filter(how -> how.toLowerCase(Locale.ROOT).contains("gzip"))
            .isPresent();
    if (!packed || whole.body().length == 0) {
      return Bytes.of(whole.body());
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(whole.body()))) {
      int most = (int) Math.min(limit + 1, Integer.MAX_VALUE - 8);
      byte[] unpacked = plain.readNBytes(most);
      if (unpacked.length > limit) {
        throw new BoundedBody.TooLong(limit);
      }
      return Bytes.of(unpacked);
    }
  }

  private static Lost lost(Origin origin, Sending sending, Throwable cause) {
    if (sending.broken() != null) {
      return new Lost(
          sending.reach(), "What was to be sent to " + origin + " could not be read to its end.");
    }
    if (cause instanceof BoundedBody.TooLong long_) {
      return new Lost(Reach.UNKNOWN, origin + ": " + long_.getMessage() + ".");
    }
    boolean notReached =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnknownHostException
            || (cause instanceof SSLException && !sending.begun());
    String how =
        switch (cause) {
          case HttpConnectTimeoutException _ -> "could not be reached within " + seconds(CONNECT);
          case UnknownHostException _ -> "has a name that could not be found";
          case ConnectException refused
              when refused.getCause() instanceof java.nio.channels.UnresolvedAddressException ->
              "has a name that could not be found";
          case ConnectException _ -> "refused the connection";
          case SSLException _ ->
              "could not be trusted or spoken to over TLS; where a company's own authority stands"
                  + " in between, name its certificate in the input ca-file";
          default -> "broke the connection off before its answer was whole";
        };
    return new Lost(notReached ? Reach.NOT_SENT : sending.reach(), origin + " " + how + ".");
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static void refuseInTheOpen(Request request, Origin origin) {
    if (!origin.isPrivate() && !(request.credential() instanceof Credential.None)) {
      throw new Refused(
          Problem.configuration(
              "PLAIN_HTTP_WITH_CREDENTIAL",
              "A credential would be sent to " + origin + " without TLS, readable on the way.",
              "Use an https:// address."));
    }
  }

  /// Link-local addresses are where clouds keep the credentials of their machines.
  private void refuseLinkLocal(URI target) throws IOException {
    if (proxies.of(target).isPresent()) {
      return;
    }
    for (InetAddress address : InetAddress.getAllByName(target.getHost())) {
      if (address.isLinkLocalAddress() || address.isAnyLocalAddress()) {
        throw new ConnectException("link-local");
      }
    }
  }

  /// What is known of a request under way.
  private static final class Sending {
    private final Request request;
    private volatile boolean begun;
    private volatile @org.jspecify.annotations.Nullable IOException broken;

    Sending(Request request) {
      this.request = request;
    }

    @org.jspecify.annotations.Nullable
    InputStream open() {
      begun = true;
      if (!(request.payload() instanceof Payload.Stream(var _, var _, var source))) {
        return InputStream.nullInputStream();
      }
      try {
        return new Watched(source.open());
      } catch (IOException problem) {
        broken = problem;
        return null;
      }
    }

    boolean begun() {
      return begun;
    }

    @org.jspecify.annotations.Nullable
    IOException broken() {
      return broken;
    }

    /// Unknown, unless a stream that is to be sent was not even opened.
    Reach reach() {
      return request.payload() instanceof Payload.Stream && !begun ? Reach.NOT_SENT : Reach.UNKNOWN;
    }

    /// Remembers that it was our side that failed.
    private final class Watched extends java.io.FilterInputStream {
      Watched(InputStream in) {
        super(in);
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        try {
          return in.read(into, offset, length);
        } catch (IOException problem) {
          broken = problem;
          throw problem;
        }
      }
    }
  }

  /// The JDK's form of {@link Proxies}.
  private static final class Selector extends ProxySelector {
    private final Proxies proxies;

    Selector(Proxies proxies) {
      this.proxies = proxies;
    }

    @Override
    public List<java.net.Proxy> select(URI target) {
      return proxies
          .of(target)
          .map(proxy ->
              List.of(
                  new java.net.Proxy(
                      java.net.Proxy.Type.HTTP,
                      InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))))
          .orElse(List.of(java.net.Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {}
  }
}
