package dev.slipway.pack;

import java.util.Optional;

/// A folder on the walk, with its rules and the chain of folders above it.
///
/// @param path from the package's root, with `/`; empty for the root
/// @param name its own name
/// @param exact whether the folder itself was taken in, and not only something that may be in it
record Folder(Optional<Folder> parent, String path, String name, RuleBook rules, boolean exact) {
  /// Whether an entry of this folder is packed: what the folders above say first, then this one's
  /// rules. What they left out can only come back in when this very folder was taken in.
  ///
  /// @param entry from this folder; a `/` behind it stays
  /// @param partial whether it may be a folder with something inside
  /// @param base the entry's own name, when it is not directly in this folder
  boolean includes(String entry, boolean partial, Optional<String> base) {
    boolean included = true;
    if (parent.isPresent()) {
      included =
          parent.get().includes(name + "/" + entry, partial, Optional.of(base.orElse(entry)));
      if (!included && !exact) {
        return false;
      }
    }
    return rules.includes(new Candidate(entry, base), partial, included);
  }
}
