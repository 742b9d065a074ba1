package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shape of the house. A new room is a new line here and in docs/architecture.md.
class RoomsTest {
  private static final String HOUSE = "dev.slipway";

  private static final JavaClasses MAIN_CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  /// A room, and the rooms on lower floors that it may import.
  record Room(String name, Set<String> mayImport) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Room room(String name, String... mayImport) {
    return new Room(name, Set.of(mayImport));
  }

  static List<Room> rooms() {
    return List.of(
        // floor 1
        room("problem"),
        room("pattern"),
        room("version", "pattern"),
        room("json"),
        room("world"),
        // floor 2
        room("history", "version", "pattern", "problem"),
        room("manifest", "json", "version", "problem"),
        room("pack", "manifest", "json", "version", "world", "problem"),
        room("http", "world", "json", "problem"),
        // floor 3
        room("git", "history", "world", "version", "problem"),
        room("npm", "http", "world", "json", "pack", "manifest", "version", "problem"),
        room("github", "http", "world", "json", "history", "version", "problem"),
        room("settings", "json", "manifest", "history", "version", "world", "problem"),
        // floor 4
        room("decision", "settings", "history", "version", "json", "problem"),
        room("notes", "settings", "history", "version", "json", "problem"),
        // floor 5
        room(
            "plan",
            "decision",
            "notes",
            "settings",
            "npm",
            "github",
            "git",
            "history",
            "pack",
            "manifest",
            "json",
            "version",
            "world",
            "problem"),
        room("guard", "pack", "manifest", "npm", "json", "version", "world", "problem"),
        // floor 6
        room(
            "apply",
            "plan",
            "npm",
            "github",
            "git",
            "settings",
            "history",
            "http",
            "pack",
            "manifest",
            "json",
            "version",
            "world",
            "problem"),
        // floor 7
        room(
            "report",
            "apply",
            "plan",
            "guard",
            "decision",
            "notes",
            "settings",
            "npm",
            "github",
            "history",
            "pack",
            "manifest",
            "json",
            "version",
            "world",
            "problem"),
        room(
            "rehearsal",
            "apply",
            "plan",
            "decision",
            "settings",
            "git",
            "npm",
            "github",
            "history",
            "http",
            "pack",
            "manifest",
            "json",
            "version",
            "world",
            "problem"));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_opens_only_onto_the_rooms_it_names(Room room) {
    Set<String> forbidden =
        Stream.concat(rooms().stream().map(Room::name), Stream.of(""))
            .filter(name -> !name.equals(room.name()) && !room.mayImport().contains(name))
            .map(name -> name.isEmpty() ? HOUSE : HOUSE + "." + name)
            .collect(Collectors.toSet());
    noClasses()
        .that()
        .resideInAPackage(HOUSE + "." + room.name())
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are in a room it does not name",
                (JavaClass other) -> forbidden.contains(other.getPackageName())))
        .allowEmptyShould(true)
        .check(MAIN_CLASSES);
  }

  @Test
  void arrows_point_down() {
    List<Room> all = rooms();
    for (int floor = 0; floor < all.size(); floor++) {
      Set<String> below =
          all.subList(0, floor).stream().map(Room::name).collect(Collectors.toSet());
      assertThat(below).as(all.get(floor).name()).containsAll(all.get(floor).mayImport());
    }
  }

  @Test
  void every_package_is_a_room_of_the_table() {
    Set<String> known =
        rooms().stream().map(room -> HOUSE + "." + room.name()).collect(Collectors.toSet());
    assertThat(MAIN_CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .allSatisfy(name -> assertThat(name.equals(HOUSE) || known.contains(name)).isTrue());
    assertThat(MAIN_CLASSES.size()).isGreaterThan(30);
  }

  @Test
  void only_main_touches_the_process() {
    noClasses()
        .that(
            DescribedPredicate.describe("are not Main", c -> !c.getName().equals(HOUSE + ".Main")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "is the process's environment, streams, exit or clock",
                access ->
                    (access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("getenv", "exit", "out", "err", "in", "currentTimeMillis")
                                .contains(access.getName()))
                        || access.getTargetOwner().isEquivalentTo(ProcessBuilder.class)
                        || (access.getTargetOwner().isEquivalentTo(Runtime.class)
                            && access.getName().equals("exec"))))
        .check(MAIN_CLASSES);
  }

  record Library(String packages, Set<String> rooms) {}

  static List<Library> libraries() {
    return List.of(
        new Library("tools.jackson..", Set.of("json")),
        new Library("org.semver4j..", Set.of("version")),
        new Library("org.eclipse.jgit..", Set.of("git", "rehearsal")),
        new Library("java.net.http..", Set.of("http")),
        new Library("org.snakeyaml..", Set.of("settings")),
        new Library("com.github.jknack..", Set.of("notes")),
        new Library("com.ibm.icu..", Set.of("version")));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_is_imported_in_its_own_room_only(Library library) {
    String[] homes =
        library.rooms().stream().map(room -> HOUSE + "." + room).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library.packages())
        .check(MAIN_CLASSES);
  }

  @Test
  void foreign_text_meets_linear_time_patterns_only() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.regex")
        .check(MAIN_CLASSES);
  }

  @Test
  void every_room_says_what_it_is_for() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(MAIN_CLASSES);
  }
}
