import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One class list from what several rehearsals loaded, the same however their threads ran: the union of
/// classes and lambdas in alphabetical order, and for each class every constant that can be resolved ahead
/// of time instead of those that this or that run happened to reach.
///
/// Usage: `java ClassList.java RUNTIME APP RECORDED... > LIST`, where RUNTIME is the image's Java, APP the
/// folder of its jars, and RECORDED what `-XX:DumpLoadedClassList` wrote.
public final class ClassList {
  /// The server of a rehearsal is no part of a release; which of its classes are loaded is a matter of timing.
  private static final List<String> LEFT_OUT = List.of("sun/net/httpserver/", "com/sun/net/httpserver/");

  /// What a plan, or a release from the clone that a workflow has by default, reaches and a rehearsal does not: classes whose
  /// every call site is taken, and classes of JGit's.
  private static final Set<String> WHOLE =
      Set.of(
          "dev/slipway/PlanCommand",
          "dev/slipway/UntaggedLook",
          "dev/slipway/decision/Decider",
          "dev/slipway/git/CommitReading",
          "dev/slipway/git/GitRemote",
          "dev/slipway/history/EachCommit",
          "dev/slipway/manifest/GitUrl",
          "dev/slipway/manifest/HostedGit",
          "dev/slipway/npm/BuildFacts",
          "dev/slipway/npm/ProvenanceConditions",
          "dev/slipway/report/Masks");
  private static final Set<String> ALSO =
      Set.of(
          "dev/slipway/UntaggedLook",
          "dev/slipway/decision/Decision$Why",
          "dev/slipway/git/CommitReading",
          "dev/slipway/manifest/GitHostKind",
          "dev/slipway/manifest/GitUrl",
          "org/eclipse/jgit/internal/storage/file/DeltaBaseCache$Entry",
          "org/eclipse/jgit/internal/storage/file/DeltaBaseCache$Slot",
          "org/eclipse/jgit/internal/storage/file/Pack$Delta",
          "org/eclipse/jgit/internal/storage/pack/BinaryDelta",
          "org/eclipse/jgit/transport/BasePackFetchConnection$FetchStateV2",
          "org/eclipse/jgit/transport/PackParser$DeltaVisit",
          "org/eclipse/jgit/transport/PackParser$ObjectTypeAndSize",
          "org/eclipse/jgit/transport/PackParser$UnresolvedDelta",
          "org/eclipse/jgit/transport/PacketLineIn$AckNackResult");

  private final Set<String> classes = new TreeSet<>(ALSO);
  private final Set<String> invokers = new TreeSet<>();
  private final Set<String> lambdas = new TreeSet<>();
  private final Map<String, Set<Integer>> callSites = new TreeMap<>();

  private ClassList() {}

  /// Prints the list.
  public static void main(String[] arguments) throws IOException {
    Path runtime = Path.of(arguments[0]);
    ClassList list = new ClassList();
    list.read(runtime.resolve("lib/classlist"), true);
    for (String recorded : List.of(arguments).subList(2, arguments.length)) {
      list.read(Path.of(recorded), false);
    }
    list.print(roots(runtime, Path.of(arguments[1])));
  }

  private void read(Path file, boolean onlyInvokers) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("@lambda-form-invoker ")) {
        invokers.add(line);
      } else if (line.startsWith("#") || onlyInvokers || leftOut(line)) {
        continue;
      } else if (line.startsWith("@lambda-proxy ")) {
        lambdas.add(line);
      } else if (line.startsWith("@cp ")) {
        List<String> words = List.of(line.split(" "));
        Set<Integer> seen = callSites.computeIfAbsent(words.get(1), _ -> new TreeSet<>());
        words.stream().skip(2).map(Integer::valueOf).forEach(seen::add);
      } else {
        classes.add(line.replaceFirst(" id: \\d+$", ""));
      }
    }
  }

  private static boolean leftOut(String line) {
    String name = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
    return LEFT_OUT.stream().anyMatch(name::startsWith);
  }

  private void print(List<Path> roots) throws IOException {
    for (Collection<String> lines : List.of(classes, invokers, lambdas)) {
      lines.forEach(System.out::println);
    }
    for (String name : classes) {
      Optional<byte[]> bytes = find(roots, name);
      if (bytes.isEmpty()) {
        continue;
      }
      String indices =
          resolvable(bytes.get(), index -> WHOLE.contains(name) || callSites.getOrDefault(name, Set.of()).contains(index))
              .collect(Collectors.joining(" "));
      if (!indices.isEmpty()) {
        System.out.println("@cp " + name + " " + indices);
      }
    }
  }

  /// Classes, fields and methods always; call sites only where they are reached, since linking one ahead of time makes classes.
  private static Stream<String> resolvable(byte[] bytes, IntPredicate reached) {
    List<String> indices = new ArrayList<>();
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      boolean taken =
          switch (entry) {
            case ClassEntry _, MemberRefEntry _ -> true;
            case InvokeDynamicEntry _ -> reached.test(entry.index());
            default -> false;
          };
      if (taken) {
        indices.add(String.valueOf(entry.index()));
      }
    }
    return indices.stream();
  }

  private static Optional<byte[]> find(List<Path> roots, String name) throws IOException {
    for (Path root : roots) {
      Path file = root.resolve(name + ".class");
      if (Files.exists(file)) {
        return Optional.of(Files.readAllBytes(file));
      }
    }
    return Optional.empty();
  }

  private static List<Path> roots(Path runtime, Path app) throws IOException {
    List<Path> roots = new ArrayList<>();
    FileSystem modules = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", runtime.toString()));
    try (Stream<Path> each = Files.list(modules.getPath("/modules"))) {
      each.sorted().forEach(roots::add);
    }
    roots.add(FileSystems.newFileSystem(app.resolve("slipway.jar")).getPath("/"));
    try (Stream<Path> each = Files.list(app.resolve("lib"))) {
      for (Path jar : each.sorted().toList()) {
        roots.add(FileSystems.newFileSystem(jar).getPath("/"));
      }
    }
    return roots;
  }
}
