/// Runs one command: reads the world, decides, plans, applies, reports.
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
