import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.TimeZone;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/// A repository to train the start-up cache with: that of a team which comes from semantic-release and has its configuration still.
///
/// Usage: `java -cp 'APP/lib/*' TrainingRepository.java FOLDER`
public final class TrainingRepository {
  private static final String CONFIGURATION =
      """
      {
        "branches": ["main"],
        "plugins": [
          "@semantic-release/commit-analyzer",
          "@semantic-release/release-notes-generator",
          "@semantic-release/npm",
          "@semantic-release/github"
        ]
      }
      """;

  private TrainingRepository() {}

  /// Makes it.
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PersonIdent person = new PersonIdent("Slipway", "slipway@example.org", new Date(0), TimeZone.getTimeZone("UTC"));
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      Files.writeString(folder.resolve("package.json"), "{\"name\": \"trained\", \"version\": \"1.0.0\"}\n");
      Files.writeString(folder.resolve(".releaserc.json"), CONFIGURATION);
      git.add().addFilepattern(".").call();
      git.commit().setMessage("feat: begin").setAuthor(person).setCommitter(person).setSign(false).call();
    }
  }
}
