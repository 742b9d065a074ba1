package dev.slipway;

import dev.slipway.decision.Analysis;
import dev.slipway.decision.ChannelNotes;
import dev.slipway.history.Commit;
import dev.slipway.history.CommitGrammar;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.notes.Changelog;
import dev.slipway.notes.NotesRequest;
import dev.slipway.notes.ReleaseNotes;
import dev.slipway.notes.Truncation;
import dev.slipway.pattern.Regex;
import dev.slipway.problem.Refused;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ConfigurationReader;
import dev.slipway.settings.NotesSettings;
import dev.slipway.version.Collation;
import dev.slipway.version.Glob;
import dev.slipway.version.MaintenanceRange;
import dev.slipway.version.NpmRange;
import dev.slipway.version.RefName;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that reads a stranger's text to decide a version or to write notes, at 1 KiB to 8 MiB
/// of it: twice the text may take 2.2 times the time at most. Ends with 1 where it takes more.
final class LinearBench {
  private static final int SMALLEST = 1 << 10;
  private static final int LARGEST = 8 << 20;

  /// A configuration file is not read beyond that; and presets that differ from the two common ones
  /// in a pattern of the header alone have shown by then whether it is linear.
  private static final int LESS = 1 << 20;

  /// Below this a measurement says more about the machine than about the code.
  private static final long LEAST_NANOS = 10_000_000;

  private static final double MOST = 2.2;

  /// How often a pair that took more is measured again: the best of so many rounds, in so many
  /// turns.
  private static final int ROUNDS = 3;

  private static final int TURNS = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final List<String> tooSlow = new ArrayList<>();

  private LinearBench() {}

  /// What reads a text, and how large a one it is tried with.
  private record Reader(Consumer<String> reads, int largest) {}

  private void reader(String name, Consumer<String> reads) {
    readers.put(name, new Reader(reads, LARGEST));
  }

  /// Measures; an argument is a part of the names of readers to be measured.
  public static void main(String... arguments) throws IOException {
    LinearBench bench = new LinearBench();
    bench.messages();
    bench.words();
    Path folder = Files.createTempDirectory("linear");
    bench.files(folder);
    List<String> parts = List.of(arguments);
    bench.readers.forEach((name, reader) -> {
      if (parts.isEmpty() || parts.stream().anyMatch(name::contains)) {
        bench.measure(name, reader);
      }
    });
    System.out.println(
        bench.tooSlow.isEmpty()
            ? "all of them linear"
            : "NOT LINEAR:\n" + String.join("\n", bench.tooSlow));
    System.exit(bench.tooSlow.isEmpty() ? 0 : 1);
  }

  /// Texts that a backtracking reader was caught by, or would be.
  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("words", "some words and #12 more\n");
    texts.put("one line", "some words and #12 more ");
    texts.put("notes", "BREAKING CHANGE: a\n");
    texts.put("actions", "close ");
    texts.put("signs", "#");
    texts.put("paths", "a-/");
    texts.put("blanks", " ");
    texts.put("feeds", "\n");
    texts.put("addresses", "http://-");
    texts.put("reverts", "This reverts commit ");
    texts.put("brackets", "(a)[b]");
    texts.put("quotes", "\" ");
    texts.put("fields", "-a-\nb\n");
    texts.put("mentions", "@a");
    texts.put("skips", "[skip ");
    texts.put("ticks", "``` `");
    texts.put("bullets", "* feat: a\n");
    texts.put("digits", "1.");
    texts.put("braces", "{{a ${");
    return texts;
  }

  private void messages() {
    for (Profile profile : Profile.values()) {
      for (Preset preset : Preset.values()) {
        boolean main = preset == Preset.ANGULAR || preset == Preset.CONVENTIONALCOMMITS;
        if (!main && profile != Profile.SR25) {
          continue;
        }
        String name = profile + " " + preset;
        int largest = main ? LARGEST : LESS;
        AnalyzerSettings settings = AnalyzerSettings.of(preset, profile);
        readers.put(
            "the judgement of a message, " + name,
            new Reader(
                text -> Analysis.of(List.of(commit("feat(a): b\n\n" + text)), settings), largest));
        readers.put(
            "the judgement of a header, " + name,
            new Reader(
                text -> Analysis.of(List.of(commit("Revert \"" + text)), settings), largest));
        NotesSettings shape = NotesSettings.of(preset, profile);
        readers.put(
            "the notes of a message, " + name,
            new Reader(text -> notes("feat(a): b\n\n" + text, shape), largest));
        readers.put(
            "the notes of a header, " + name,
            new Reader(text -> notes("feat: " + text, shape), largest));
      }
    }
    CommitGrammar grammar = CommitGrammar.of(Preset.CONVENTIONALCOMMITS.options(Profile.NATIVE));
    reader("a squashed body", text -> grammar.unfolded(commit("feat: a\n\n" + text)));
  }

  private static void notes(String message, NotesSettings settings) {
    ReleaseNotes.write(
        NotesRequest.of(
            List.of(commit(message)),
            settings,
            "https://github.com/acme/widget.git",
            Optional.of("v1.0.0"),
            "v1.1.0",
            "1.1.0",
            DAY));
  }

  private void words() {
    Regex regex = Regex.of("^(\\w*)(?:\\((.*)\\))?(?!!): ((?:a|.)*)$", "i");
    reader("a pattern's search", text -> regex.find("feat(a" + text));
    for (String glob : List.of("*a*b*", "!(*a*|b*)", "{a,b}*+(a|b)", "**")) {
      Glob compiled = Glob.of(glob);
      reader("glob " + glob, compiled::matches);
    }
    reader("a version", Version::parse);
    reader("a tag", text -> TagFormat.V.version("v" + text));
    reader("a range", NpmRange::isValid);
    reader("a branch's name as a range", MaintenanceRange::read);
    reader("a branch's name", RefName::isValid);
    reader("a channel note", text -> ChannelNotes.read(List.of(text)));
    reader("the order of two texts", text -> Collation.ROOT.compare(text + "a", text + "b"));
    reader("a changelog", text -> Changelog.prepend(text, text, Optional.of("# T")));
    reader(
        "notes that are too long",
        text -> Truncation.fit(text, Truncation.RELEASE_BODY, Optional.of("https://x.test")));
    reader(
        "a repository's address",
        text ->
            ReleaseNotes.write(
                NotesRequest.of(
                    List.of(),
                    NotesSettings.nativeDefaults(),
                    "https://github.com/" + text,
                    Optional.empty(),
                    "v1",
                    "1.0.0",
                    DAY)));
  }

  private void files(Path folder) {
    for (String file : List.of(".releaserc.json", ".releaserc.yml", "release.config.cjs")) {
      readers.put(
          file,
          new Reader(
              text -> {
                try {
                  Path place = Files.createDirectories(folder.resolve(file.substring(1)));
                  Files.writeString(
                      place.resolve(file),
                      (file.endsWith("cjs") ? "module.exports = {a: `" : "") + text);
                  ConfigurationReader.read(place, Map.of());
                } catch (Refused expected) {
                  // Most of these texts are no configuration.
                } catch (IOException problem) {
                  throw new UncheckedIOException(problem);
                }
              },
              LESS));
    }
  }

  private void measure(String name, Reader reader) {
    long begun = System.nanoTime();
    String slowest = "";
    long most = 0;
    for (Map.Entry<String, String> text : texts().entrySet()) {
      long before = 0;
      for (int size = SMALLEST; size <= reader.largest; size *= 2) {
        String whole = text.getValue().repeat(size / text.getValue().length());
        long best = best(reader.reads, whole, before > LEAST_NANOS / 2 ? 1 : 4);
        if (before > LEAST_NANOS && best > MOST * before) {
          String half = whole.substring(0, whole.length() / 2);
          Pair pair = again(reader.reads, half, whole);
          best = Math.min(best, pair.whole());
          if (pair.ratio() > MOST) {
            tooSlow.add(
                String.format(
                    Locale.ROOT,
                    "  %s of %s at %d KiB: %.2f times as long as half of it",
                    name,
                    text.getKey(),
                    size >> 10,
                    pair.ratio()));
          }
        }
        before = best;
      }
      if (before >= most) {
        most = before;
        slowest = text.getKey();
      }
    }
    System.out.printf(
        "%-58s at most %7.1f ms for %d MiB (%s); took %d s%n",
        name,
        most / 1e6,
        reader.largest >> 20,
        slowest,
        (System.nanoTime() - begun) / 1_000_000_000);
  }

  /// What half of a text takes and what the whole does.
  private record Pair(long half, long whole) {
    double ratio() {
      return whole / (double) half;
    }
  }

  /// The pair with the least ratio of several turns. Both are measured anew and alternately, since
  /// what the compiler has made of the code meanwhile, and what the machine adds, is then the same
  /// for both; what the code itself takes shows in every turn.
  private static Pair again(Consumer<String> reader, String half, String whole) {
    Pair least = new Pair(1, Long.MAX_VALUE);
    for (int turn = 0; turn < TURNS && least.ratio() > MOST; turn++) {
      Pair pair = new Pair(Long.MAX_VALUE, Long.MAX_VALUE);
      for (int round = 0; round < ROUNDS; round++) {
        pair =
            new Pair(
                Math.min(pair.half(), best(reader, half, 1)),
                Math.min(pair.whole(), best(reader, whole, 1)));
      }
      least = pair.ratio() < least.ratio() ? pair : least;
    }
    return least;
  }

  private static long best(Consumer<String> reader, String text, int rounds) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      reader.accept(text);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  private static Commit commit(String message) {
    var person = new Commit.Person("A Person", "person@example.test");
    return new Commit(
        "1234567890abcdef1234567890abcdef12345678",
        "tree",
        List.of(),
        person,
        Instant.EPOCH,
        person,
        Instant.EPOCH,
        message);
  }
}
