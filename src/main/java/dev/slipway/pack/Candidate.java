package dev.slipway.pack;

import java.util.Optional;

/// An entry as the rules of one folder see it: its path from that folder, in the four forms they
/// are tried against, and its own name where the folder is not its parent.
final class Candidate {
  private final String path;
  private final PathParts rooted;
  private final PathParts plain;
  private final PathParts rootedFolder;
  private final PathParts plainFolder;
  private final Optional<Candidate> base;

  /// @param path from the folder whose rules are asked; a `/` behind it stays
  /// @param base the entry's own name, when the folder is not its parent
  Candidate(String path, Optional<String> base) {
    this.path = path;
    this.plain = PathParts.of(path);
    this.rooted = plain.rooted();
    this.plainFolder = plain.folder();
    this.rootedFolder = rooted.folder();
    this.base = base.map(name -> new Candidate(name, Optional.empty()));
  }

  /// The path, without a slash behind.
  String path() {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  PathParts rooted() {
    return rooted;
  }

  PathParts plain() {
    return plain;
  }

  PathParts rootedFolder() {
    return rootedFolder;
  }

  PathParts plainFolder() {
    return plainFolder;
  }

  Optional<Candidate> base() {
    return base;
  }
}
