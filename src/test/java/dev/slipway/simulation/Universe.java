package dev.slipway.simulation;

import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One world in memory: a git remote, a registry, a GitHub, a clock, and the processes in it. The
/// same seed gives the same story.
final class Universe {
  final Scenario scenario;
  final SplittableRandom random;
  final GitModel git;
  final RegistryModel registry;
  final GitHubModel github;
  final RunnerModel runner = new RunnerModel();
  final Invariants invariants;

  /// The tags that a person has pushed to have them published, in order.
  final List<String> asked = new ArrayList<>();

  final Set<String> tagsDeleted = new HashSet<>();

  /// The dist-tag that the workflow names: the scenario's, unless a person got it wrong.
  String distTag;

  /// Tags that a person put.
  final Set<String> byPerson = new HashSet<>();

  /// `name@version` that a person published.
  final Set<String> byHand = new HashSet<>();

  /// `name@version` whose intent a person dropped: their tags are that person's matter.
  final Set<String> forgiven = new HashSet<>();

  /// A person took commits off the branch.
  boolean rewritten;

  /// A run said that it left something out on purpose, or a person took a page away.
  boolean withheld;

  /// Effects of all runs.
  long effects;

  /// Writes that reached a server.
  int writes;

  /// What happened, for a person who looks into a failure.
  final List<String> log = new ArrayList<>();

  boolean keepsLog;

  private long now = 1_790_000_000_000L;
  private int runs;
  private int untilInterlude;
  private Runnable interlude = () -> {};

  Universe(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.distTag = scenario.distTag();
    this.random = new SplittableRandom(seed);
    this.git = new GitModel(this);
    this.registry = new RegistryModel(this);
    this.github = new GitHubModel(this);
    this.invariants = new Invariants(this);
    begin();
  }

  /// What was released before the story begins.
  private void begin() {
    String first = git.person("main", 0, 0);
    for (String name : scenario.packages()) {
      git.refs.put("refs/tags/" + scenario.tag(name, "1.0.0"), first);
      registry.given(name, "1.0.0", "latest");
    }
    if (scenario.branch().equals("1.x")) {
      git.refs.put("refs/heads/1.x", first);
      String second = git.person("main", 1, 2);
      git.refs.put("refs/tags/v2.0.0", second);
      registry.given("widget", "2.0.0", "latest");
    } else if (!scenario.branch().equals("main")) {
      git.refs.put("refs/heads/" + scenario.branch(), first);
    }
  }

  /// A person merges something.
  String merge(int touches, int bump) {
    String commit = git.person(scenario.branch(), touches, bump);
    say("merge", commit);
    return commit;
  }

  /// A person pushes a tag on the tip, to have it published.
  void ask() {
    String name = scenario.packages().getFirst();
    Version last = asked.isEmpty() ? Version.of("1.0.0") : Version.of(asked.getLast().substring(1));
    if (tagsOn(tip(), name).isEmpty()) {
      String tag = scenario.tag(name, last.bump(dev.slipway.version.Bump.MINOR).toString());
      say("person", "pushes the tag " + tag);
      git.refs.put("refs/tags/" + tag, tip());
      asked.add(tag);
    }
  }

  String tip() {
    return git.refs.getOrDefault("refs/heads/" + scenario.branch(), "");
  }

  boolean isOnBranch(String hash) {
    return git.history(tip()).stream().anyMatch(commit -> commit.hash().equals(hash));
  }

  String nextRun() {
    runs++;
    return "run-" + runs;
  }

  /// How many runs there were.
  int runs() {
    return runs;
  }

  long now() {
    return now;
  }

  /// A step of some process. A person may act just before it.
  void tick() {
    now += 20;
    if (untilInterlude > 0) {
      untilInterlude--;
      if (untilInterlude == 0) {
        interlude.run();
      }
    }
  }

  /// Has something done in the middle of what runs next.
  void after(int steps, Runnable what) {
    untilInterlude = steps;
    interlude = what;
  }

  void advance(long to) {
    now = Math.max(now, to);
  }

  void pass(long millis) {
    now += millis;
  }

  static String shown(Object result) {
    return result instanceof dev.slipway.world.Answer answer
        ? answer.status() + " " + answer.text()
        : String.valueOf(result);
  }

  void say(String who, String what) {
    if (keepsLog) {
      log.add(now % 1_000_000_000L + " " + who + " " + what);
    }
  }

  /// What people see at the end: tags with the person's commit they stand on, versions with their
  /// digests, dist-tags, release pages. Equal for two stories that ended equally.
  Map<String, String> face() {
    Map<String, String> face = new TreeMap<>();
    git.refs.forEach((name, hash) -> {
      if (name.startsWith("refs/tags/")) {
        face.put(name, human(hash));
      } else if (name.startsWith("refs/notes/")) {
        face.put(name, "note");
      } else if (name.startsWith("refs/slipway/intents/")) {
        face.put(name, "open");
      }
    });
    registry.shelves.forEach((name, shelf) -> {
      shelf
          .taken
          .values()
          .forEach(held ->
              face.put(
                  name + "@" + held.version,
                  held.integrity + (registry.isVisible(name, held.version) ? "" : " not visible")));
      shelf.staged.keySet().forEach(version -> face.put(name + "@" + version, "staged"));
      registry.answer(
          dev.slipway.world.Request.get(
              "settle",
              SimProcess.REGISTRY.resolve("/-/package/" + name.replace("/", "%2f") + "/dist-tags")),
          "nobody");
      shelf.distTags.forEach((tag, version) -> face.put(name + " " + tag, version));
    });
    int drafts = 0;
    for (GitHubModel.Page page : github.pages) {
      List<String> files = new ArrayList<>();
      page.files.forEach(file -> files.add(file.name() + (file.whole() ? "" : " broken")));
      face.put(
          (page.draft ? "draft " + drafts++ + " " : "page ") + page.tag,
          page.title + "|" + page.body + "|" + files);
    }
    return face;
  }

  /// The newest person's commit at or before a commit.
  String human(String hash) {
    GitModel.Commit commit = git.objects.get(hash);
    return commit == null || commit.files().isEmpty()
        ? hash
        : commit.parent().map(this::human).orElse(hash);
  }

  /// I5: after all is quiet, each commit that asks for a release is in exactly one.
  void checkReleases() {
    if (scenario.tagged()) {
      checkAsked();
      return;
    }
    List<GitModel.Commit> history = git.history(tip());
    checkSeals(history);
    for (int i = 0; i < scenario.packages().size(); i++) {
      String name = scenario.packages().get(i);
      int bit = 1 << i;
      int open = 0;
      Set<String> tagged = new HashSet<>();
      for (GitModel.Commit commit : history) {
        List<String> tags = tagsOn(commit.hash(), name);
        boolean person = tags.stream().anyMatch(byPerson::contains);
        if (tags.size() > 1 && !person) {
          throw new Violation("I5", "one commit is released twice: " + tags);
        }
        if (!tags.isEmpty()) {
          tagged.addAll(tags);
        } else if (tagged.isEmpty() && commit.bump() > 0 && (commit.touches() & bit) != 0) {
          open++;
        }
      }
      if (open > 0) {
        throw new Violation("I5", open + " commits of " + name + " are in no release");
      }
      for (RegistryModel.Held held : registry.shelf(name).taken.values()) {
        if (held.rejected
            || held.integrity.startsWith("sha512-given")
            || byHand.contains(name + "@" + held.version)
            || forgiven.contains(name + "@" + held.version)) {
          continue;
        }
        String tag = scenario.tag(name, held.version);
        if (!git.refs.containsKey("refs/tags/" + tag) && !tagsDeleted.contains(tag)) {
          throw new Violation("I5", name + "@" + held.version + " is live without a tag");
        }
      }
    }
  }

  /// Each tag that a person pushed is live, and nothing else is.
  private void checkAsked() {
    String name = scenario.packages().getFirst();
    for (String tag : asked) {
      boolean later =
          asked.subList(asked.indexOf(tag) + 1, asked.size()).stream()
              .anyMatch(next -> registry.isVisible(name, next.substring(1)));
      if (!later && !registry.isVisible(name, tag.substring(1))) {
        throw new Violation("I5", tag + " was asked for, and is not live");
      }
    }
    int live = registry.shelf(name).taken.size();
    if (live > asked.size() + 1) {
      throw new Violation("I5", live + " versions are live for " + asked);
    }
  }

  /// Each tag that a run sealed has one page, published, with its files whole, unless something was
  /// left out on purpose.
  void checkPages() {
    if (!scenario.pages() || withheld) {
      return;
    }
    for (String tag : invariants.seals.keySet()) {
      boolean dropped = forgiven.stream().anyMatch(label -> tag.equals(tagOf(label)));
      if (dropped || registry.burnedTags.contains(tag)) {
        continue;
      }
      List<GitHubModel.Page> mine = github.pages.stream().filter(p -> p.tag.equals(tag)).toList();
      if (mine.size() != 1 || mine.getFirst().draft) {
        throw new Violation("PAGE", tag + " has " + mine.size() + " pages, or a draft");
      }
      List<GitHubModel.File> files = mine.getFirst().files;
      if (files.size() != 1 || !files.getFirst().whole()) {
        throw new Violation("PAGE", "the page of " + tag + " has not the one whole file");
      }
      if (!registry.isLive(RegistryModel.integrity(files.getFirst().bytes().toArray()))) {
        throw new Violation("PAGE", "the page of " + tag + " has other bytes than the registry");
      }
    }
  }

  private String tagOf(String label) {
    int at = label.lastIndexOf('@');
    return scenario.tag(label.substring(0, at), label.substring(at + 1));
  }

  /// Nothing is left open.
  void checkOpen() {
    for (String ref : git.refs.keySet()) {
      if (ref.startsWith("refs/slipway/intents/")) {
        throw new Violation("I7", ref + " is still open");
      }
    }
  }

  /// What a run sealed stands on the branch, a later commit has a later version, and its note is
  /// there.
  private void checkSeals(List<GitModel.Commit> history) {
    if (rewritten) {
      return;
    }
    Set<String> hashes = new HashSet<>();
    history.forEach(commit -> hashes.add(commit.hash()));
    invariants.seals.forEach((tag, commit) -> {
      if (!hashes.contains(commit)) {
        throw new Violation("I5", tag + " is not on the branch");
      }
      // A person took the version back before its note was written: nothing went anywhere.
      boolean noted =
          git.refs.containsKey("refs/notes/semantic-release-" + tag)
              || registry.burnedTags.contains(tag);
      if (!noted && !withheld && forgiven.isEmpty()) {
        throw new Violation("NOTE", tag + " has no channel note");
      }
    });
    for (String name : scenario.packages()) {
      Version above = Version.of("999.0.0");
      for (GitModel.Commit commit : history) {
        for (String tag : tagsOn(commit.hash(), name)) {
          Version version = Version.of(tag.substring(scenario.tagPrefix(name).length()));
          if (byPerson.isEmpty() && invariants.seals.containsKey(tag)) {
            if (version.compareTo(above) > 0) {
              throw new Violation("I5", tag + " is older code than " + above);
            }
            above = version;
          }
        }
      }
      boolean moved = registry.shelf(name).distTags.containsKey("previous");
      boolean sealed =
          invariants.seals.keySet().stream()
              .filter(tag -> !registry.burnedTags.contains(tag))
              .anyMatch(tag -> tag.startsWith(scenario.tagPrefix(name)));
      // A trusted publisher may not move dist-tags.
      if (scenario.promotes()
          && !scenario.trusted()
          && sealed
          && !moved
          && !withheld
          && forgiven.isEmpty()) {
        throw new Violation("CHANNEL", name + " has no dist-tag `previous`");
      }
    }
  }

  /// The version tags of a package on a commit.
  List<String> tagsOn(String commit, String name) {
    List<String> tags = new ArrayList<>();
    git.refs.forEach((ref, hash) -> {
      if (hash.equals(commit) && ref.startsWith("refs/tags/")) {
        String tag = ref.substring(10);
        String prefix = scenario.single() ? "v" : name + "@";
        if (tag.startsWith(prefix) && Version.parse(tag.substring(prefix.length())).isPresent()) {
          tags.add(tag);
        }
      }
    });
    return tags;
  }
}
