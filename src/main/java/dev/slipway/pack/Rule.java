package dev.slipway.pack;

/// Takes entries out of a package, or in. A rule is asked only where it would change the answer.
interface Rule {
  /// True when it takes entries in.
  boolean negated();

  /// True when it has something to say about an entry.
  ///
  /// @param partial whether the entry may be a folder, so that a rule for something inside counts
  boolean matches(Candidate entry, boolean partial);
}
