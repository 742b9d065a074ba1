/// Tests of what is told.
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
