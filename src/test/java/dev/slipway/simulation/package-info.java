/// A world that lives in memory, in which the real code releases, crashes, races and meets every
/// answer, at the pace of a seeded scheduler.
@NullMarked
package dev.slipway.simulation;

import org.jspecify.annotations.NullMarked;
