package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.world.Remote;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every effect stands behind the `World`: nobody but what implements it touches network, refs,
/// files to write, clock, sleep or chance. What is let through is named here, with the reason.
class WorldTest {
  private static final JavaClasses MAIN_CLASSES =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /// An effect, and who may have it.
  ///
  /// @param who class names below `dev.slipway`, or a package that ends with a dot
  record Effect(String what, DescribedPredicate<JavaAccess<?>> access, Set<String> who) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Effect> effects() {
    return List.of(
        new Effect(
            "asks the clock",
            calls(
                Set.of(Instant.class, Clock.class, System.class, java.time.LocalDate.class),
                Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime")),
            // The exchanges keep their own deadlines; git's library is given its own system.
            Set.of("Main", "http.JdkExchanges", "git.QuietSystem")),
        new Effect(
            "sleeps",
            calls(Set.of(Thread.class, java.util.concurrent.TimeUnit.class), Set.of("sleep")),
            Set.of("LiveTime")),
        new Effect(
            "takes chances",
            owned(
                Set.of(
                    SecureRandom.class,
                    Random.class,
                    RandomGenerator.class,
                    java.util.concurrent.ThreadLocalRandom.class)),
            Set.of("LiveWorld", "Slipway")),
        new Effect(
            "opens a connection",
            owned(Set.of(Socket.class, java.net.ServerSocket.class))
                .or(calls(Set.of(URL.class), Set.of("openConnection", "openStream"))),
            // Trust and proxies are the client's; the rehearsal's servers listen on loopback.
            Set.of("http.", "rehearsal.")),
        new Effect(
            "writes a file",
            calls(
                    Set.of(Files.class),
                    Set.of(
                        "write",
                        "writeString",
                        "newOutputStream",
                        "newBufferedWriter",
                        "newByteChannel",
                        "move",
                        "copy",
                        "delete",
                        "deleteIfExists",
                        "createFile",
                        "createDirectory",
                        "createDirectories",
                        "createTempFile",
                        "createTempDirectory",
                        "setAttribute",
                        "setPosixFilePermissions"))
                .or(owned(Set.of(FileOutputStream.class, RandomAccessFile.class)))
                .or(calls(Set.of(FileChannel.class), Set.of("open"))),
            // Streams of the process; a folder of our own that is gone at the end, with the
            // tarballs
            // and git's objects in it; the rehearsal's stage, which is such a folder, too.
            Set.of("Main", "LiveDisk", "Scratch", "pack.", "git.", "rehearsal.")),
        new Effect(
            "moves a ref or asks the remote",
            calls(Set.of(Remote.class), Set.of("push")),
            Set.of("apply.", "rehearsal.")));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Set<Class<?>> owners, Set<String> names) {
    return DescribedPredicate.describe(
        "does so",
        access ->
            owners.stream().anyMatch(owner -> access.getTargetOwner().isEquivalentTo(owner))
                && names.contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> owned(Set<Class<?>> owners) {
    return DescribedPredicate.describe(
        "does so",
        access -> owners.stream().anyMatch(owner -> access.getTargetOwner().isEquivalentTo(owner)));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void only_the_world_has_it(Effect effect) {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are not let through", type -> !isLetThrough(type, effect.who())))
        .should()
        .accessTargetWhere(effect.access())
        .because(effect.what() + " is an effect of the world")
        .check(MAIN_CLASSES);
  }

  @Test
  void the_rooms_that_decide_know_no_world_at_all() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.slipway.decision",
            "dev.slipway.notes",
            "dev.slipway.history",
            "dev.slipway.version")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.slipway.world")
        .check(MAIN_CLASSES);
  }

  private static boolean isLetThrough(JavaClass type, Set<String> who) {
    String name = type.getName().substring("dev.slipway.".length());
    return who.stream()
        .anyMatch(each ->
            each.endsWith(".")
                ? name.startsWith(each)
                : name.equals(each) || name.startsWith(each + "$"));
  }
}
