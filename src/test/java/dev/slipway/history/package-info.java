/// Tests of the history, and a repository in memory.
@NullMarked
package dev.slipway.history;

import org.jspecify.annotations.NullMarked;
