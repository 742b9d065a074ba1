package dev.slipway.git;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// What JGit may know of the machine: nothing. No system or user configuration, no environment.
///
/// JGit keeps one such reader for the whole process, so this is installed once.
final class QuietSystem extends SystemReader {
  private static final SystemReader JDK = SystemReader.getInstance();
  private static final QuietSystem ONE = new QuietSystem();

  private QuietSystem() {
    setPlatformChecker();
  }

  /// Makes this the reader of the process. What JGit would do at the end of the process is left to
  /// whoever embeds it, as in OSGi: it is nothing for us, and announcing it reads all of JGit's
  /// texts first.
  static void install() {
    if (SystemReader.getInstance() != ONE) {
      new CleanupService();
      SystemReader.setInstance(ONE);
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public @Nullable String getProperty(String key) {
    return JDK.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  // Abstract in JGit and deprecated at once.
  @Override
  @SuppressWarnings("deprecation")
  public long getCurrentTime() {
    return JDK.now().toEpochMilli();
  }

  @Override
  @SuppressWarnings("deprecation")
  public int getTimezone(long when) {
    return 0;
  }

  @Override
  public ZoneId getTimeZoneId() {
    return ZoneOffset.UTC;
  }

  /// A configuration without a file. It answers the one question that JGit would otherwise settle
  /// by writing probes into the workspace: how fine the file system's times are.
  private static final class NoConfig extends FileBasedConfig {
    NoConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      if (section.equals("filesystem")) {
        if (name.equals("timestampResolution")) {
          return "1000 nanoseconds";
        }
        if (name.equals("minRacyThreshold")) {
          return "10000 microseconds";
        }
      }
      return super.getString(section, subsection, name);
    }
  }
}
