package dev.slipway.version;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/// ICU's root collation, set up as a JavaScript engine sets it up. A class of its own, so that the
/// library is loaded only by whom it is needed.
final class IcuCollation {
  private static final Collator ROOT = root();

  private IcuCollation() {}

  private static Collator root() {
    Collator collator = Collator.getInstance(ULocale.ROOT);
    collator.setStrength(Collator.TERTIARY);
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    return collator.freeze();
  }

  static int compare(String left, String right) {
    return ROOT.compare(left, right);
  }
}
