import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/// The image's bill of materials, as CycloneDX 1.6: Debian's packages, the Java runtime, the libraries and Slipway.
/// It holds no moment and no chance, so that the same parts give the same bits.
///
/// Usage: `java Sbom.java VERSION PACKAGES RUNTIME CLASSPATH > SBOM`, where PACKAGES has a line `name version architecture`
/// for each Debian package, RUNTIME is the JDK that the runtime was linked from, and CLASSPATH the file that Maven wrote.
public final class Sbom {
  private Sbom() {}

  /// Prints the bill.
  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    String version = arguments[0];
    List<String> components = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      List<String> words = List.of(line.split(" "));
      components.add(
          component(
              "library",
              words.get(0),
              words.get(1),
              "pkg:deb/debian/" + words.get(0) + "@" + words.get(1).replace("+", "%2B").replace(":", "%3A") + "?arch=" + words.get(2),
              ""));
    }
    Properties release = new Properties();
    try (var in = Files.newInputStream(Path.of(arguments[2], "release"))) {
      release.load(in);
    }
    String runtime = unquoted(release, "JAVA_RUNTIME_VERSION");
    components.add(
        component(
            "platform",
            unquoted(release, "IMPLEMENTOR") + " OpenJDK",
            runtime,
            "pkg:generic/openjdk@" + runtime.replace("+", "%2B"),
            ""));
    for (String jar : Files.readString(Path.of(arguments[3])).strip().split(":")) {
      components.add(library(Path.of(jar)));
    }
    String body = String.join(",\n", components);
    System.out.println(
        """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "serialNumber": "urn:uuid:%s",
          "version": 1,
          "metadata": {
            "component": {"type": "container", "bom-ref": "slipway", "name": "slipway", "version": "%s"}
          },
          "components": [
        %s
          ]
        }\
        """
            .formatted(UUID.nameUUIDFromBytes((version + body).getBytes(StandardCharsets.UTF_8)), version, body));
  }

  /// The coordinates of a jar are where it lies in Maven's repository: group, artifact and version are its folders.
  private static String library(Path jar) throws IOException, NoSuchAlgorithmException {
    Path version = jar.getParent();
    Path artifact = version.getParent();
    List<String> group = new ArrayList<>();
    for (Path folder = artifact.getParent(); !folder.endsWith("repository"); folder = folder.getParent()) {
      group.addFirst(folder.getFileName().toString());
    }
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    return component(
        "library",
        artifact.getFileName().toString(),
        version.getFileName().toString(),
        "pkg:maven/" + String.join(".", group) + "/" + artifact.getFileName() + "@" + version.getFileName(),
        ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + hash + "\"}]");
  }

  private static String component(String type, String name, String version, String purl, String more) {
    return "    {\"type\": \"%s\", \"bom-ref\": \"%s\", \"name\": \"%s\", \"version\": \"%s\", \"purl\": \"%s\"%s}"
        .formatted(type, purl, name, version, purl, more);
  }

  private static String unquoted(Properties release, String key) {
    return release.getProperty(key, "unknown").replace("\"", "");
  }
}
