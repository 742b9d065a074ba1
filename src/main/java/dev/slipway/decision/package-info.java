/// Whether to release, as which version, on which channel, and why.
@NullMarked
package dev.slipway.decision;

import org.jspecify.annotations.NullMarked;
