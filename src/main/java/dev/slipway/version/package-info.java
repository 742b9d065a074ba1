/// Semantic versions, ranges, how far a change moves them, and release lines.
@NullMarked
package dev.slipway.version;

import org.jspecify.annotations.NullMarked;
