@NullMarked
package dev.slipway.notes;

import org.jspecify.annotations.NullMarked;
