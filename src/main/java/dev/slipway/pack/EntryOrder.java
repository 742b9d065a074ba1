package dev.slipway.pack;

import dev.slipway.manifest.PosixPath;
import dev.slipway.version.Collation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The order of files in a tarball: by extension, then by name, then by path, so that files that
/// are alike compress well. Names are ordered as people expect them and not by their bytes.
final class EntryOrder {
  private EntryOrder() {}

  /// An entry with what it is ordered by, worked out once.
  private record Keyed(Entry entry, String extension, String base, String path) {
    static Keyed of(Entry entry) {
      // npm's tar writer would take `@scope` for the name of an archive, so npm writes `./@scope`,
      // before it sorts.
      String path = entry.path().startsWith("@") ? "./" + entry.path() : entry.path();
      return new Keyed(
          entry,
          PosixPath.extension(path).toLowerCase(Locale.ROOT),
          PosixPath.base(path).toLowerCase(Locale.ROOT),
          path);
    }
  }

  private static final Comparator<Keyed> ORDER =
      Comparator.comparing(Keyed::extension, Collation.ROOT)
          .thenComparing(Keyed::base, Collation.ROOT)
          .thenComparing(Keyed::path, Collation.ROOT)
          // What collation takes for the same has no order in npm; here it has one.
          .thenComparing(Keyed::path);

  static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().map(Keyed::of).sorted(ORDER).map(Keyed::entry).toList();
  }
}
