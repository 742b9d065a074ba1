package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.RunnerHost.Ended;
import dev.slipway.RunnerHost.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real image, started exactly as GitHub's runner starts a container action, with podman in
/// docker's place. `src/image/build` makes the image; `.ci/run` does all of it.
class ContainerTest {
  private static final String MAIN = "{\"ref\":\"refs/heads/main\",\"deleted\":false}";

  /// The job's network is the machine's: the servers of a test are on its loopback.
  private static final List<String> REACHING_THE_SERVERS = List.of("--network", "host");

  @TempDir Path folder;
  private Theatre theatre;

  @BeforeAll
  static void an_image() {
    RunnerHost.needed();
  }

  @BeforeEach
  void a_repository_that_released_1_0_0_and_has_a_fix_since_then() {
    theatre = new Theatre(folder.resolve("theatre"));
  }

  @AfterEach
  void close() {
    theatre.close();
  }

  private Map<String, String> releasing() {
    return Map.of("npm-token", Theatre.NPM_TOKEN, "registry", theatre.hub.registry());
  }

  private Step push(Map<String, String> environment, List<String> options) {
    return new Step("push", "refs/heads/main", MAIN, environment, releasing(), options);
  }

  private static Step only(String command, List<String> options) {
    return new Step("push", "refs/heads/main", MAIN, Map.of(), Map.of("command", command), options);
  }

  private RunnerHost hosted() {
    return RunnerHost.hosted(folder.resolve("runner"));
  }

  @Test
  void a_push_is_released_and_what_it_leaves_belongs_to_the_runner_s_user() {
    RunnerHost runner = hosted();
    Ended ended = runner.run(theatre, "main", push(Map.of(), REACHING_THE_SERVERS));
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.output("status")).isEqualTo("released");
    assertThat(ended.output("version")).isEqualTo("1.0.1");
    assertThat(ended.summary()).contains("1.0.1");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1");
    assertThat(runner.strangers()).isEmpty();
  }

  @Test
  void what_it_writes_into_the_workspace_belongs_to_the_runner_s_user() {
    RunnerHost runner = hosted();
    Step step =
        new Step(
            "push",
            "refs/heads/main",
            MAIN,
            Map.of(),
            Map.of("command", "pack", "out", "kept/tarballs"),
            REACHING_THE_SERVERS);
    Ended ended = runner.run(theatre, "main", step);
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.workspace().resolve("kept/tarballs")).isNotEmptyDirectory();
    assertThat(runner.strangers()).isEmpty();
  }

  @Test
  void a_self_hosted_runner_of_an_older_kind_is_no_different() {
    RunnerHost runner = new RunnerHost(folder.resolve("runner"), 1500, false);
    Ended ended = runner.run(theatre, "main", push(Map.of(), REACHING_THE_SERVERS));
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.output("status")).isEqualTo("released");
    assertThat(runner.strangers()).isEmpty();
  }

  @Test
  void a_pushed_tag_is_published() {
    theatre.author.git("tag", "v1.0.1");
    theatre.push();
    String payload = "{\"ref\":\"refs/tags/v1.0.1\",\"deleted\":false}";
    Step step =
        new Step("push", "refs/tags/v1.0.1", payload, Map.of(), releasing(), REACHING_THE_SERVERS);
    Ended ended = hosted().run(theatre, "v1.0.1", step);
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.output("status")).isEqualTo("released");
    assertThat(ended.output("version")).isEqualTo("1.0.1");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  void a_pull_request_is_previewed_and_nothing_is_written() {
    theatre.author.git("switch", "-q", "-c", "feature");
    theatre.author.write("more.js", "module.exports = 3\n").commit("feat: more");
    theatre.push();
    Step step =
        new Step(
            "pull_request",
            "refs/pull/7/merge",
            PreviewTest.payload("feat: more", false),
            Map.of(),
            Map.of(),
            REACHING_THE_SERVERS);
    Ended ended = hosted().run(theatre, "feature", step);
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.summary()).contains("1.1.0");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(theatre.refs()).doesNotContain("refs/tags/v1.1.0");
  }

  @Test
  void the_job_s_environment_changes_nothing() {
    Map<String, String> hostile = new HashMap<>();
    hostile.put("PATH", "utter-nonsense");
    hostile.put("JAVA_HOME", "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/21/x64");
    hostile.put("JAVA_TOOL_OPTIONS", "-agentlib:nothing-there");
    hostile.put("JDK_JAVA_OPTIONS", "-Xmx1k");
    hostile.put("_JAVA_OPTIONS", "-XX:NoSuchOption");
    hostile.put("_JAVA_LAUNCHER_DEBUG", "1");
    hostile.put("LD_PRELOAD", "/github/workspace/evil.so");
    hostile.put("LD_LIBRARY_PATH", "/github/workspace");
    hostile.put("CLASSPATH", "/github/workspace");
    hostile.put("LANG", "tlh_AQ.ISO-8859-1");
    hostile.put("LC_ALL", "POSIX");
    hostile.put("SEVERAL_LINES", "one\ntwo: \"three\" 'four' $five");
    theatre.author.write("größe-🚀.js", "module.exports = 4\n").commit("fix: größer, 🚀");
    theatre.push();
    RunnerHost runner = hosted();
    Ended ended = runner.run(theatre, "main", push(hostile, REACHING_THE_SERVERS));
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.output("status")).isEqualTo("released");
    assertThat(ended.output("notes")).contains("größer, 🚀");
    assertThat(ended.log()).contains("größer, 🚀").doesNotContain("Picked up");
    assertThat(runner.strangers()).isEmpty();
  }

  @Test
  void a_root_that_is_read_only_is_enough() {
    List<String> options = new ArrayList<>(REACHING_THE_SERVERS);
    options.addAll(List.of("--read-only", "--read-only-tmpfs=false"));
    Ended ended = hosted().run(theatre, "main", push(Map.of(), options));
    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.output("status")).isEqualTo("released");
  }

  @ParameterizedTest(name = "--network {0}")
  @ValueSource(strings = {"none", "bridge"})
  void every_network_carries_a_rehearsal(String network) {
    Ended ended = hosted().run(theatre, "main", only("rehearse", List.of("--network", network)));
    assertThat(ended.code()).as(ended.log()).isZero();
  }

  @Test
  void the_network_of_a_job_with_services_carries_a_rehearsal() {
    String network = "github_network_" + RunnerHost.unique();
    RunnerHost.engine(Map.of(), List.of("network", "create", network)).ok();
    try {
      Ended ended = hosted().run(theatre, "main", only("rehearse", List.of("--network", network)));
      assertThat(ended.code()).as(ended.log()).isZero();
    } finally {
      RunnerHost.engine(Map.of(), List.of("network", "rm", "--force", network));
    }
  }

  @Test
  void kubernetes_hooks_keep_it_asleep_and_run_it_by_a_script() throws Exception {
    RunnerHost runner = new RunnerHost(folder.resolve("runner"), 1001, false);
    runner.checkOut(theatre, "main");
    Map<String, String> environment =
        runner.environment(theatre, push(Map.of(), REACHING_THE_SERVERS));
    environment.putAll(Map.of("GITHUB_ACTIONS", "true", "CI", "true"));
    String name = "slipway_" + RunnerHost.unique();
    List<String> asleep =
        new ArrayList<>(
            List.of("run", "--detach", "--rm", "--name", name, "--network", "host", "--workdir"));
    asleep.add("/github/workspace");
    for (String mount : List.of("home", "workflow", "workspace")) {
      asleep.addAll(List.of("-v", runner.folder().resolve(mount) + ":/github/" + mount));
    }
    asleep.addAll(List.of("-v", runner.folder().resolve("commands") + ":/github/file_commands"));
    asleep.addAll(List.of("--entrypoint", "tail", RunnerHost.IMAGE, "-f", "/dev/null"));
    RunnerHost.engine(Map.of(), asleep).ok();
    try {
      String line = "exec env " + variables(environment) + " " + RunnerHost.entrypoint();
      line += RunnerHost.arguments().stream().map(word -> " " + word).collect(Collectors.joining());
      Files.writeString(runner.folder().resolve("workflow/step.sh"), line + "\n");
      Peers.Output output =
          RunnerHost.engine(
              Map.of(), List.of("exec", name, "sh", "-e", "/github/workflow/step.sh"));
      Ended ended = runner.ended(output.code(), output.out() + output.err());
      assertThat(ended.code()).as(ended.log()).isZero();
      assertThat(ended.output("status")).isEqualTo("released");
      assertThat(runner.strangers()).isEmpty();
      String copied = "cd /github/workspace && tar cf - . | tar tf - && find . -type f";
      assertThat(RunnerHost.engine(Map.of(), List.of("exec", name, "sh", "-c", copied)).ok())
          .contains("./package.json");
    } finally {
      RunnerHost.engine(Map.of(), List.of("rm", "--force", "--time", "0", name));
    }
  }

  private static String variables(Map<String, String> environment) {
    return environment.entrySet().stream()
        .map(each -> "'" + each.getKey() + "=" + each.getValue().replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  @Test
  void asked_to_stop_it_stops_and_nothing_can_be_read_out_of_it_before() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RunnerHost runner = hosted();
      runner.checkOut(theatre, "main");
      Map<String, String> inputs = new HashMap<>(releasing());
      inputs.put("registry", "http://127.0.0.1:" + silent.getLocalPort() + "/");
      Step step = new Step("push", "refs/heads/main", MAIN, Map.of(), inputs, REACHING_THE_SERVERS);
      Map<String, String> environment = runner.environment(theatre, step);
      String name = "slipway_" + RunnerHost.unique();
      Path log = folder.resolve("log");
      Process process =
          RunnerHost.start(environment, runner.command(name, environment, step), log, log);
      silent.setSoTimeout(120_000);
      try (var waiting = silent.accept()) {
        assertThat(waiting.isConnected()).isTrue();
        RunnerHost.engine(Map.of(), List.of("kill", "--signal", "QUIT", name)).ok();
        String left =
            RunnerHost.engine(Map.of(), List.of("exec", name, "find", "/tmp", "-mindepth", "1"))
                .ok();
        assertThat(left).doesNotContain("hsperfdata", ".java_pid", ".attach_pid");
        RunnerHost.engine(Map.of(), List.of("kill", "--signal", "TERM", name)).ok();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(143);
      assertThat(theatre.hub.registryWrites()).isEmpty();
    }
  }

  @Test
  void the_image_says_what_it_is_and_what_is_in_it() throws IOException {
    String labels =
        RunnerHost.engine(
                Map.of(),
                List.of("image", "inspect", "--format", "{{json .Labels}}", RunnerHost.IMAGE))
            .ok();
    for (String label :
        List.of("title", "description", "licenses", "version", "source", "revision")) {
      assertThat(labels).contains("org.opencontainers.image." + label);
    }
    String bill =
        RunnerHost.engine(
                Map.of(),
                List.of(
                    "run",
                    "--rm",
                    "--network",
                    "none",
                    "--entrypoint",
                    "cat",
                    RunnerHost.IMAGE,
                    "/app/sbom.cdx.json"))
            .ok();
    assertThat(bill)
        .contains("CycloneDX", "pkg:deb/debian/libc6@", "pkg:maven/org.eclipse.jgit/", "OpenJDK");
  }
}
