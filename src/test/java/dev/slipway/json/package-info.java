/// Tests of JSON as text.
@NullMarked
package dev.slipway.json;

import org.jspecify.annotations.NullMarked;
