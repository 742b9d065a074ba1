package dev.slipway;

import dev.slipway.guard.Difference;
import dev.slipway.pack.PackedFile;
import dev.slipway.pack.Tarball;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A tarball as people see it: a tree of its files with their sizes, what differs from the version
/// that is published, and the total.
final class PackListing {
  private static final int MOST_LEFT = 50;

  private final Map<String, Long> before = new HashMap<>();
  private final Set<String> entered = new HashSet<>();
  private final List<String> lines = new ArrayList<>();

  private PackListing(Inspecting.Inspected inspected) {
    inspected
        .difference()
        .ifPresent(difference -> {
          difference.enter().forEach(file -> entered.add(file.path()));
          difference.resized().forEach(file -> before.put(file.path(), file.before()));
        });
  }

  /// A folder of the tarball, or a file where it holds nothing.
  private static final class Node {
    private final Map<String, Node> children = new TreeMap<>();
    private long size;
  }

  /// The lines of the listing.
  static List<String> of(Inspecting.Inspected inspected) {
    Tarball tarball = inspected.packed().tarball();
    PackListing listing = new PackListing(inspected);
    listing.lines.add(tarball.name() + "@" + tarball.version());
    Node root = new Node();
    tarball.files().forEach(file -> add(root, file));
    listing.show(root, "", "");
    inspected.difference().ifPresent(listing::left);
    listing.total(tarball, inspected);
    return listing.lines;
  }

  private static void add(Node root, PackedFile file) {
    Node node = root;
    for (String name : file.path().split("/", -1)) {
      node.size += file.size();
      node = node.children.computeIfAbsent(name, _ -> new Node());
    }
    node.size = file.size();
  }

  /// Folders first, each with what is in it added up.
  private void show(Node folder, String path, String indent) {
    folder.children.forEach((name, node) -> {
      if (!node.children.isEmpty()) {
        lines.add(line(' ', node.size, indent + name + "/", ""));
        show(node, path + name + "/", indent + "  ");
      }
    });
    folder.children.forEach((name, node) -> {
      if (node.children.isEmpty()) {
        String full = path + name;
        Long old = before.get(full);
        lines.add(
            line(
                sign(full),
                node.size,
                indent + name,
                old == null ? "" : " (was " + Sizes.of(old).strip() + ")"));
      }
    });
  }

  private char sign(String path) {
    return entered.contains(path) ? '+' : before.containsKey(path) ? '~' : ' ';
  }

  private static String line(char sign, long size, String name, String note) {
    return sign + " " + Sizes.of(size) + "  " + name + note;
  }

  private void left(Difference difference) {
    List<PackedFile> gone = difference.leave();
    gone.stream()
        .limit(MOST_LEFT)
        .forEach(file -> lines.add(line('-', file.size(), file.path(), "")));
    if (gone.size() > MOST_LEFT) {
      lines.add("- … and " + (gone.size() - MOST_LEFT) + " more");
    }
  }

  private void total(Tarball tarball, Inspecting.Inspected inspected) {
    int files = tarball.files().size();
    lines.add(
        files
            + (files == 1 ? " file, " : " files, ")
            + Sizes.of(tarball.size()).strip()
            + " packed, "
            + Sizes.of(tarball.unpackedSize()).strip()
            + " unpacked");
    inspected.difference().ifPresent(difference -> lines.add(comparison(difference)));
    inspected
        .unread()
        .ifPresent(why -> lines.add("Not compared with the published version: " + why));
    lines.add(tarball.integrity());
  }

  private static String comparison(Difference difference) {
    int enter = difference.enter().size();
    int leave = difference.leave().size();
    int resized = difference.resized().size();
    String against = "Beside the published " + difference.version();
    return enter + leave + resized == 0
        ? against + ": the same files of the same sizes"
        : against
            + " ("
            + Sizes.of(difference.size()).strip()
            + " packed, "
            + Sizes.of(difference.unpackedSize()).strip()
            + " unpacked): "
            + enter
            + " new (+), "
            + leave
            + " gone (-), "
            + resized
            + " of another size (~)";
  }
}
