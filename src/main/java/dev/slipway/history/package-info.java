/// What happened since the last release: commits, read as changes.
@NullMarked
package dev.slipway.history;

import org.jspecify.annotations.NullMarked;
