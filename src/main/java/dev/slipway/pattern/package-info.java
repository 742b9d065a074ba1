/// JavaScript's regular expressions, in linear time.
@NullMarked
package dev.slipway.pattern;

import org.jspecify.annotations.NullMarked;
