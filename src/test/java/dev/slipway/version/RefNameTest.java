package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefNameTest {
  @TempDir Path folder;

  @Test
  void a_name_is_valid_when_git_says_so() {
    GitSandbox git = new GitSandbox(folder);
    for (String name :
        List.of(
            "main",
            "feat/x",
            "1.x",
            "@",
            "-x",
            "a@b",
            "ä",
            "a/b/c",
            "a.b",
            "a{b",
            "",
            "/a",
            "a/",
            "a//b",
            "a.",
            ".a",
            "a/.b",
            "a..b",
            "a b",
            "a~",
            "a^",
            "a:b",
            "a?",
            "a*",
            "a[b",
            "a\\b",
            "a@{b",
            "a.lock",
            "a.lock/b",
            "a\u007f",
            "a\tb")) {
      assertThat(RefName.isValid(name)).as(name).isEqualTo(gitTakes(git, name));
    }
  }

  private static boolean gitTakes(GitSandbox git, String name) {
    try {
      git.git("check-ref-format", "refs/heads/" + name);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }
}
