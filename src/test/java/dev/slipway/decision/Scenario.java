package dev.slipway.decision;

import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Configuration;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.TagFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A random repository with a random configuration, the same for the same seed: branches are made,
/// merged and released for a while, mostly as people would, now and then with tags and notes that
/// nobody should have made.
///
/// @param branch the branch that is checked out in the end
record Scenario(
    long seed, MemoryGraph graph, List<BranchSpec> specs, TagFormat format, String branch) {

  private static final List<String> NAMES =
      List.of(
          "main",
          "master",
          "next",
          "next-major",
          "beta",
          "alpha",
          "1.x",
          "1.0.x",
          "1.1.x",
          "2.x",
          "1.x.x",
          "2.0.x",
          "canary",
          "feat/one",
          "release/3.x",
          "rc.1");
  private static final List<String> WORDS =
      List.of("patch", "patch", "minor", "minor", "major", "none", "none");

  /// Settings with which Slipway decides as semantic-release does.
  static DecisionSettings settings(List<BranchSpec> specs, TagFormat format) {
    return new DecisionSettings(
        specs,
        format,
        BumpWords.INSTANCE,
        Optional.empty(),
        false,
        DecisionSettings.Behind.RELEASE,
        Optional.empty());
  }

  DecisionSettings settings() {
    return settings(specs, format);
  }

  static Scenario of(long seed) {
    return new Builder(seed).build();
  }

  private static final class Builder {
    private final long seed;
    private final SplittableRandom random;
    private final MemoryGraph graph = new MemoryGraph();
    private final List<String> branches = new ArrayList<>(List.of("main"));
    private final List<BranchSpec> specs;
    private final TagFormat format;
    private String current = "main";

    Builder(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.specs = chance(30) ? DEFAULTS : someSpecs();
      this.format =
          chance(80)
              ? TagFormat.V
              : TagFormat.of(
                      pick(
                          List.of(
                              "${version}", "pkg@${version}", "${version}-x", "rel/${ version }")))
                  .orElseThrow();
    }

    Scenario build() {
      graph.commit("none: begin");
      int actions = 5 + random.nextInt(40);
      for (int i = 0; i < actions; i++) {
        act(random.nextInt(100));
      }
      checkout(pick(branches));
      // most of the time a branch that releases are made from, often right after a merge
      for (int i = 0; i < (chance(85) ? 6 : 1) && !isLine(); i++) {
        checkout(pick(branches));
      }
      if (chance(40)) {
        merge(pick(branches));
      }
      if (chance(40)) {
        graph.commit(pick(WORDS) + ": last");
      }
      return new Scenario(seed, graph, specs, format, current);
    }

    private boolean isLine() {
      return Lines.of(
              Expansion.of(graph, current, specs, format, new ArrayList<>()),
              settings(specs, format).first(),
              new ArrayList<>())
          .named(current)
          .isPresent();
    }

    private void act(int dice) {
      if (dice < 36) {
        graph.commit(pick(WORDS) + ": change" + (chance(5) ? " [skip release]" : ""));
      } else if (dice < 48) {
        branch(pick(NAMES));
      } else if (dice < 60) {
        checkout(pick(branches));
      } else if (dice < 70) {
        merge(pick(branches));
      } else if (dice < 76) {
        noise();
      } else {
        release();
      }
    }

    private void branch(String name) {
      if (!branches.contains(name)) {
        branches.add(name);
        current = name;
        graph.branch(name);
      }
    }

    private void checkout(String name) {
      current = name;
      graph.checkout(name);
    }

    private void merge(String other) {
      if (graph.commits(Optional.of(graph.head()), graph.tip(other)).isEmpty()) {
        return;
      }
      if (chance(50) && graph.commits(Optional.of(graph.tip(other)), graph.head()).isEmpty()) {
        graph.fastForward(other);
      } else {
        graph.merge(other);
      }
    }

    private void release() {
      Decision decision;
      try {
        decision = Decider.decide(graph, current, settings(specs, format));
      } catch (Refused refused) {
        return;
      }
      decision.promoted().ifPresent(p -> graph.note(p.tag(), p.note().json()));
      if (decision instanceof Decision.Release release) {
        tag(release.next().tag(), ChannelNotes.of(release.next().channel()).json());
      }
    }

    private void tag(String name, String note) {
      graph.tag(name);
      int dice = random.nextInt(100);
      if (dice < 80) {
        graph.note(name, note);
      } else if (dice < 90) {
        graph.legacyNote(graph.head(), note);
      }
    }

    private void noise() {
      String version =
          random.nextInt(3)
              + "."
              + random.nextInt(3)
              + "."
              + random.nextInt(3)
              + pick(List.of("", "", "-beta.1", "-alpha.3", "-rc", "-beta.2", "-beta", "+build.5"));
      String name =
          chance(80)
              ? format.before() + version + format.after()
              : pick(List.of("latest", "v1", "v1.0", "1.0.0", "v01.0.0", "nightly-1.0.0", "v1.x"));
      String commit = chance(50) ? graph.head() : pick(graph.all()).sha();
      if (graph.tags().stream().noneMatch(tag -> tag.name().equals(name))) {
        graph.tag(name, commit);
        if (chance(50)) {
          graph.note(
              name,
              pick(
                  List.of(
                      "{\"channels\":[null]}",
                      "{\"channels\":[\"next\"]}",
                      "{\"channels\":[\"beta\"]}",
                      "{\"channels\":[\"1.x\",null]}",
                      "not json")));
        }
      }
    }

    private List<BranchSpec> someSpecs() {
      List<BranchSpec> some = new ArrayList<>();
      if (chance(85)) {
        some.add(spec("main", 10));
      }
      int more = random.nextInt(6);
      for (int i = 0; i < more; i++) {
        some.add(
            chance(12)
                ? BranchSpec.of(
                    pick(List.of("*", "**", "feat/*", "next*", "{beta,alpha}", "[12].x")))
                : spec(pick(NAMES), 60));
      }
      return some;
    }

    private BranchSpec spec(String name, int options) {
      BranchSpec spec = BranchSpec.of(name);
      if (!chance(options)) {
        return spec;
      }
      boolean early = List.of("beta", "alpha", "canary", "rc.1", "feat/one").contains(name);
      if (chance(early ? 90 : 8)) {
        spec =
            spec.withPrerelease(
                pick(
                    List.of(
                        new Value.Flag(true),
                        new Value.Flag(true),
                        new Value.Text("beta"),
                        new Value.Text("${name}"),
                        new Value.Text("pre"),
                        new Value.Text("x.y"),
                        new Value.Text(""),
                        new Value.Flag(false))));
      }
      if (chance(name.endsWith("x") ? 30 : 4)) {
        spec =
            spec.withRange(
                pick(
                    List.of(
                        new Value.Text("1.x"),
                        new Value.Text("${name}"),
                        new Value.Text("3.x"),
                        new Value.Text("2.0.X"),
                        new Value.Text("1.x.x"),
                        new Value.Text("later"),
                        new Value.Flag(false))));
      }
      if (chance(30)) {
        spec =
            spec.withChannel(
                pick(
                    List.of(
                        new Value.Flag(false),
                        new Value.Text("next"),
                        new Value.Text("beta"),
                        new Value.Text("to-<%= name %>"),
                        new Value.Text("${ name }"))));
      }
      return spec;
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> items) {
      return items.get(random.nextInt(items.size()));
    }
  }

  private static final List<BranchSpec> DEFAULTS = Configuration.BRANCHES;
}
