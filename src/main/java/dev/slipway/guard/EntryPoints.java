package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.pack.PackedContent;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what would not work once the package is installed: files that the manifest names and the
/// tarball does not hold. Slipway runs no script of the package, so a build that was forgotten
/// shows here and not at the users'.
public final class EntryPoints {
  /// The code of an entry whose file is nowhere: commonly the build was forgotten.
  public static final String NOT_BUILT = "ENTRY_POINT_NOT_BUILT";

  private final PackageManifest manifest;
  private final Shipped shipped;
  private final Optional<Path> directory;
  private final List<Problem> problems = new ArrayList<>();

  private EntryPoints(PackageManifest manifest, List<PackedFile> files, Optional<Path> directory) {
    this.manifest = manifest;
    this.shipped = new Shipped(files);
    this.directory = directory;
  }

  /// Every entry of the manifest that leads nowhere, and what is worth a warning.
  ///
  /// @param directory what the tarball was packed from
  /// @throws IOException when the tarball cannot be read
  public static List<Problem> check(Tarball tarball, Path directory) throws IOException {
    EntryPoints points =
        new EntryPoints(tarball.manifest(), tarball.files(), Optional.of(directory));
    return points.check(tarball.file());
  }

  /// The same for a tarball whose directory is not at hand.
  ///
  /// @throws IOException when the tarball cannot be read
  public static List<Problem> check(Tarball tarball) throws IOException {
    return new EntryPoints(tarball.manifest(), tarball.files(), Optional.empty())
        .check(tarball.file());
  }

  private List<Problem> check(Path tgz) throws IOException {
    // One missing file is one problem, however many fields name it.
    Map<String, List<Target>> missing = new LinkedHashMap<>();
    Map<String, String> commands = new LinkedHashMap<>();
    List<Target> targets = Targets.of(manifest);
    for (Target target : targets) {
      Optional<String> file = shipped.find(target);
      if (file.isEmpty()) {
        missing.computeIfAbsent(target.path(), path -> new ArrayList<>()).add(target);
      } else if (target.kind() == Target.Kind.COMMAND) {
        commands.put(file.get(), target.field());
      }
      file.filter(EntryPoints::isTypeScript)
          .filter(path -> target.kind() != Target.Kind.TYPES && !target.optional())
          .ifPresent(path -> source(target, path));
    }
    missing.forEach(this::missing);
    shebangs(tgz, commands);
    if (problems.isEmpty()) {
      types(targets);
    }
    return List.copyOf(problems);
  }

  private void missing(String path, List<Target> targets) {
    String fields =
        targets.stream()
            .map(target -> "\"" + target.field() + "\"")
            .collect(Collectors.joining(", "));
    String names = targets.size() == 1 ? " names " : " name ";
    String what = fields + " in package.json" + names + path + ", which is not in the tarball.";
    boolean optional = targets.stream().allMatch(Target::optional);
    Problem problem =
        optional
            ? Problem.warning("ENTRY_POINT_NOT_SHIPPED", what, remedy(path))
            : Problem.configuration(
                isThere(path) ? "ENTRY_POINT_MISSING" : NOT_BUILT, what, remedy(path));
    problems.add(problem.at(place(targets.getFirst())));
  }

  /// Whether the file is there all the same, unpacked or in other letters.
  private boolean isThere(String path) {
    return shipped.otherCase(path).isPresent()
        || (directory.isPresent() && isOnDisk(directory.get(), path));
  }

  private String remedy(String path) {
    Optional<String> other = shipped.otherCase(path);
    if (other.isPresent()) {
      return "The tarball holds "
          + other.get()
          + ": upper and lower case differ, which counts on Linux. Write both alike.";
    }
    if (directory.isPresent() && isOnDisk(directory.get(), path)) {
      return "The file is in the workspace, but is not packed: add it to \"files\" in package.json,"
          + " or take it out of the ignore file that leaves it out.";
    }
    return "Slipway runs no script of the package. Build it in a step before Slipway:\n\n"
        + LifecycleScripts.steps(manifest);
  }

  private static boolean isOnDisk(Path directory, String path) {
    return path.indexOf('\0') < 0
        && !path.startsWith("..")
        && Files.isRegularFile(directory.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isTypeScript(String path) {
    boolean source =
        path.endsWith(".ts")
            || path.endsWith(".tsx")
            || path.endsWith(".mts")
            || path.endsWith(".cts");
    return source && !isDeclaration(path);
  }

  private static boolean isDeclaration(String path) {
    return path.endsWith(".d.ts") || path.endsWith(".d.mts") || path.endsWith(".d.cts");
  }

  private void source(Target target, String path) {
    problems.add(
        Problem.warning(
                "ENTRY_POINT_IS_SOURCE",
                "\""
                    + target.field()
                    + "\" in package.json leads to "
                    + path
                    + ", which is TypeScript; Node does not run it from node_modules.",
                "Name the compiled file, and build in a step before Slipway:\n\n"
                    + LifecycleScripts.steps(manifest))
            .at(place(target)));
  }

  private static Place place(Target target) {
    return Place.member(PackageManifest.FILE, target.names().toArray(String[]::new));
  }

  private void shebangs(Path tgz, Map<String, String> commands) throws IOException {
    Map<String, byte[]> starts = PackedContent.starts(tgz, commands.keySet(), 2);
    commands.forEach((path, field) -> {
      byte[] start = starts.getOrDefault(path, new byte[0]);
      boolean isText = start.length == 2 && start[0] == '#' && start[1] == '!';
      boolean isBinary =
          start.length == 2 && (start[0] == 0x7f || (start[0] == 'M' && start[1] == 'Z'));
      if (!isText && !isBinary) {
        problems.add(
            Problem.warning(
                    "COMMAND_WITHOUT_SHEBANG",
                    "\""
                        + field
                        + "\" in package.json leads to "
                        + path
                        + ", which does not begin with #!: a shell would run it as a shell"
                        + " script.",
                    "Make this its first line: #!/usr/bin/env node")
                .at(Place.line(path, 1)));
      }
    });
  }

  /// Compilers that heed `exports` look for declarations there and nowhere else.
  private void types(List<Target> targets) {
    boolean hasTypes = shipped.any(".d.ts") || shipped.any(".d.mts") || shipped.any(".d.cts");
    Json exports = manifest.json().get("exports").orElseGet(Json.Null::new);
    if (!hasTypes || exports instanceof Json.Null || mentionsTypes(exports)) {
      return;
    }
    List<String> untyped =
        targets.stream()
            .filter(target -> target.field().startsWith("exports") && isScript(target.path()))
            .filter(target -> shipped.find(target).filter(this::hasDeclaration).isEmpty())
            .map(Target::field)
            .distinct()
            .toList();
    if (!untyped.isEmpty()) {
      problems.add(
          Problem.warning(
                  "EXPORTS_WITHOUT_TYPES",
                  "The package ships type declarations, but these lead to none: "
                      + String.join(", ", untyped)
                      + ".",
                  "Add a \"types\" condition in front of the others, such as { \"types\":"
                      + " \"./dist/index.d.ts\", \"default\": \"./dist/index.js\" }.")
              .at(Place.member(PackageManifest.FILE, "exports")));
    }
  }

  private static boolean isScript(String path) {
    return path.endsWith(".js") || path.endsWith(".mjs") || path.endsWith(".cjs");
  }

  private static boolean mentionsTypes(Json value) {
    return value.members().entrySet().stream()
            .anyMatch(each ->
                each.getKey().equals("types")
                    || each.getKey().startsWith("types@")
                    || mentionsTypes(each.getValue()))
        || value.items().stream().anyMatch(EntryPoints::mentionsTypes);
  }

  /// `a.js` has its declarations in `a.d.ts`, `a.mjs` in `a.d.mts`.
  private boolean hasDeclaration(String path) {
    int dot = path.lastIndexOf('.');
    String ending = path.substring(dot + 1).replace("js", "ts");
    return shipped.has(path.substring(0, dot) + ".d." + ending);
  }
}
