/// Tests of the regular expressions.
@NullMarked
package dev.slipway.pattern;

import org.jspecify.annotations.NullMarked;
