/// Release notes and changelog, from the changes.
@NullMarked
package dev.slipway.notes;

import org.jspecify.annotations.NullMarked;
