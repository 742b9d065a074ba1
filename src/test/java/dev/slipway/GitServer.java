package dev.slipway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.world.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.resolver.ServiceNotEnabledException;

/// A git remote behind the JDK's server, on a free loopback port. Everything below a folder is
/// served as `/name.git`: by git's own `http-backend`, or, where a test is not about the remote, by
/// JGit in this process, which costs no processes.
public final class GitServer implements AutoCloseable {
  /// The program itself, and not by way of `git`, which would be one more process each time.
  private static final String BACKEND =
      new GitSandbox(Path.of("")).git("--exec-path") + "/git-http-backend";

  /// By question. Objects are named by what is in them: the answers of one repository are those of
  /// its copies.
  private static final Map<String, Answered> ANSWERS = new ConcurrentHashMap<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path folder;
  private final Optional<String> token;
  private final Backend backend;
  private volatile boolean readOnly;
  private volatile boolean old;
  private volatile boolean whole;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private GitServer(HttpServer server, Path folder, Optional<String> token, boolean isGits) {
    this.server = server;
    this.folder = folder;
    this.token = token;
    this.backend = isGits ? this::backend : this::inProcess;
  }

  /// What answers a request.
  @FunctionalInterface
  private interface Backend {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// Serves the bare repositories of a folder; with a token, only to those who bring it as the
  /// password of a basic authorization.
  public static GitServer serve(Path folder, Optional<String> token) {
    return start(folder, token, true);
  }

  /// The same by JGit. Of the hooks only `update` is run.
  static GitServer inProcess(Path folder, Optional<String> token) {
    return start(folder, token, false);
  }

  private static GitServer start(Path folder, Optional<String> token, boolean isGits) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      GitServer git = new GitServer(server, folder, token, isGits);
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

  /// From now on it speaks the protocol of a git before 2.18.
  public void old() {
    old = true;
  }

  /// From now on it leaves nothing out of what it sends, as a server without `allowFilter`.
  public void whole() {
    whole = true;
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
      backend.answer(exchange);
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

  private void inProcess(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try (InputStream in =
        header(exchange, "Content-Encoding").equals(Optional.of("gzip"))
            ? new GZIPInputStream(new ByteArrayInputStream(body))
            : new ByteArrayInputStream(body)) {
      byte[] plain = in.readAllBytes();
      if (new String(plain, StandardCharsets.ISO_8859_1).contains("deepen ")) {
        // JGit's server forgets what lies behind a shallow commit that the client has.
        backend(exchange, body);
      } else {
        inProcess(exchange, path, plain);
      }
    }
  }

  private void inProcess(HttpExchange exchange, String path, byte[] body) throws IOException {
    int end = path.indexOf(".git/") + ".git".length();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String type;
    try (Repository repository =
        new FileRepositoryBuilder()
            .setGitDir(folder.resolve(path.substring(1, end)).toFile())
            .setMustExist(true)
            .build()) {
      InputStream in = new ByteArrayInputStream(body);
      switch (path.substring(end)) {
        case "/info/refs" -> {
          String service = exchange.getRequestURI().getQuery().replace("service=", "");
          type = service + "-advertisement";
          advertise(exchange, repository, service, out);
        }
        case "/git-upload-pack" -> {
          type = "git-upload-pack-result";
          uploadPack(exchange, repository).upload(in, out, null);
        }
        case "/git-receive-pack" -> {
          type = "git-receive-pack-result";
          receivePack(repository).receive(in, out, null);
        }
        default -> throw new IOException("nothing is served at " + path);
      }
    } catch (ServiceNotEnabledException refused) {
      exchange.sendResponseHeaders(403, -1);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-" + type);
    exchange.sendResponseHeaders(200, out.size());
    out.writeTo(exchange.getResponseBody());
  }

  private void advertise(
      HttpExchange exchange, Repository repository, String service, ByteArrayOutputStream out)
      throws IOException, ServiceNotEnabledException {
    PacketLineOut lines = new PacketLineOut(out);
    PacketLineOutRefAdvertiser advertiser = new PacketLineOutRefAdvertiser(lines);
    boolean pushes = service.equals("git-receive-pack");
    if (pushes && readOnly) {
      throw new ServiceNotEnabledException();
    }
    if (pushes || !protocol(exchange).orElse("").contains("version=2")) {
      lines.writeString("# service=" + service + "\n");
      lines.end();
    }
    if (pushes) {
      receivePack(repository).sendAdvertisedRefs(advertiser);
    } else {
      uploadPack(exchange, repository).sendAdvertisedRefs(advertiser, service);
    }
  }

  private UploadPack uploadPack(HttpExchange exchange, Repository repository) {
    UploadPack upload = new UploadPack(repository);
    upload.setBiDirectionalPipe(false);
    upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
    upload.setExtraParameters(protocol(exchange).stream().toList());
    return upload;
  }

  private static ReceivePack receivePack(Repository repository) {
    ReceivePack receive = new ReceivePack(repository);
    receive.setBiDirectionalPipe(false);
    receive.setAtomic(true);
    receive.setPreReceiveHook((_, commands) -> commands.forEach(each -> ask(receive, each)));
    return receive;
  }

  /// Asks the hook `update`, where there is one, whether a ref may change.
  private static void ask(ReceivePack receive, ReceiveCommand command) {
    Path hook = receive.getRepository().getDirectory().toPath().resolve("hooks/update");
    if (Files.isExecutable(hook)) {
      try {
        Process asked =
            new ProcessBuilder(
                    hook.toString(),
                    command.getRefName(),
                    command.getOldId().name(),
                    command.getNewId().name())
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
          receive.sendError(said);
          command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "hook declined");
        }
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  private void backend(HttpExchange exchange) throws IOException {
    backend(exchange, exchange.getRequestBody().readAllBytes());
  }

  /// Git's own answer. What only asks, and is asked again of a repository that has not changed,
  /// gets the same answer without starting git again.
  private void backend(HttpExchange exchange, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path repository = folder.resolve(path.substring(1, path.indexOf(".git/") + ".git".length()));
    if (path.endsWith("/git-receive-pack") || !Files.exists(repository)) {
      ask(exchange, body).send(exchange);
      return;
    }
    String question = question(exchange, repository, body);
    Answered answer = ANSWERS.get(question);
    if (answer == null) {
      answer = ask(exchange, body);
      if (answer.stays(body) && question.equals(question(exchange, repository, body))) {
        ANSWERS.put(question, answer);
      }
    }
    answer.send(exchange);
  }

  /// All that an answer hangs on.
  private String question(HttpExchange exchange, Path repository, byte[] body) throws IOException {
    String protocol = protocol(exchange).orElse("");
    String address = exchange.getRequestURI().toString();
    boolean greets = address.endsWith("=git-upload-pack") && protocol.contains("version=2");
    return String.join(
        "\n",
        address,
        protocol,
        Boolean.toString(readOnly),
        Boolean.toString(whole),
        Files.readString(repository.resolve("HEAD")),
        Files.readString(repository.resolve("config")),
        greets ? "" : new GitSandbox(repository).refs().toString(),
        new String(body, StandardCharsets.ISO_8859_1));
  }

  /// What git's own program has answered.
  private record Answered(int status, List<Map.Entry<String, String>> headers, Bytes body) {
    /// True when it is right as long as the refs stay: it lists them, or it says that objects are
    /// there. That they are missing may change without a ref.
    boolean stays(byte[] question) {
      String text = new String(body.toArray(), StandardCharsets.ISO_8859_1);
      return question.length == 0
          || new String(question, StandardCharsets.ISO_8859_1).contains("command=ls-refs")
          || text.contains("ACK ")
          || text.contains("PACK");
    }

    void send(HttpExchange exchange) throws IOException {
      headers.forEach(each -> exchange.getResponseHeaders().add(each.getKey(), each.getValue()));
      byte[] bytes = body.toArray();
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Answered ask(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(BACKEND);
    var env = builder.environment();
    env.put("GIT_PROJECT_ROOT", folder.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("GIT_CONFIG_COUNT", "4");
    env.put("GIT_CONFIG_KEY_0", "http.receivepack");
    env.put("GIT_CONFIG_VALUE_0", Boolean.toString(!readOnly));
    env.put("GIT_CONFIG_KEY_1", "uploadpack.allowFilter");
    env.put("GIT_CONFIG_VALUE_1", Boolean.toString(!whole));
    env.put("GIT_CONFIG_KEY_2", "uploadpack.allowAnySHA1InWant");
    env.put("GIT_CONFIG_VALUE_2", "true");
    env.put("GIT_CONFIG_KEY_3", "receive.autogc");
    env.put("GIT_CONFIG_VALUE_3", "false");
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    env.put("QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("REMOTE_USER", "test");
    header(exchange, "Content-Type").ifPresent(type -> env.put("CONTENT_TYPE", type));
    header(exchange, "Content-Encoding").ifPresent(e -> env.put("HTTP_CONTENT_ENCODING", e));
    protocol(exchange).ifPresent(p -> env.put("GIT_PROTOCOL", p));
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
      List<Map.Entry<String, String>> headers = new ArrayList<>();
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (name.equalsIgnoreCase("Status")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          headers.add(Map.entry(name, value));
        }
      }
      return new Answered(status, headers, Bytes.of(out.readAllBytes()));
    }
  }

  /// The protocol that was asked for, where it is known.
  private Optional<String> protocol(HttpExchange exchange) {
    return old ? Optional.empty() : header(exchange, "Git-Protocol");
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
