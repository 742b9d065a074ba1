package dev.slipway.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which files a package gains, loses, and has in another size than before, as Markdown.
///
/// @param enter paths of files that are new
/// @param leave paths of files that are gone
/// @param resize paths of files with another size, and both sizes
record FileDifference(List<String> enter, List<String> leave, List<String> resize) {
  private static final int MOST_NAMED = 8;

  /// Compares with the last release; empty where its files are not known.
  static Optional<FileDifference> of(ToldTarball tarball) {
    return tarball
        .last()
        .filter(last -> !last.files().isEmpty())
        .map(last -> between(last.files(), tarball.files()));
  }

  private static FileDifference between(List<ToldTarball.File> then, List<ToldTarball.File> now) {
    Map<String, Long> before = new HashMap<>();
    then.forEach(file -> before.put(file.path(), file.size()));
    List<String> enter = new ArrayList<>();
    List<String> resize = new ArrayList<>();
    for (ToldTarball.File file : now) {
      Long size = before.remove(file.path());
      if (size == null) {
        enter.add(Encoders.code(file.path()));
      } else if (size != file.size()) {
        resize.add(
            Encoders.code(file.path())
                + " "
                + Amount.bytes(size)
                + " → "
                + Amount.bytes(file.size()));
      }
    }
    return new FileDifference(
        enter.stream().sorted().toList(),
        before.keySet().stream().map(Encoders::code).sorted().toList(),
        resize.stream().sorted().toList());
  }

  /// In a few lines: what enters and leaves by name, what changes its size by number.
  String brief() {
    if (enter.isEmpty() && leave.isEmpty() && resize.isEmpty()) {
      return "the same files, of the same sizes";
    }
    List<String> parts = new ArrayList<>();
    named(parts, enter, "enters", "enter");
    named(parts, leave, "leaves", "leave");
    if (!resize.isEmpty()) {
      parts.add(
          Amount.count(resize.size(), "file")
              + (resize.size() == 1 ? " changes its size" : " change their size"));
    }
    return String.join("; ", parts);
  }

  private static void named(List<String> parts, List<String> paths, String one, String several) {
    if (!paths.isEmpty()) {
      int more = paths.size() - MOST_NAMED;
      parts.add(
          String.join(", ", paths.subList(0, Math.min(MOST_NAMED, paths.size())))
              + (more > 0 ? " and " + more + " more" : "")
              + " "
              + (paths.size() == 1 ? one : several));
    }
  }
}
