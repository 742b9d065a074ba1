/// Tells people and the workflow what happened: log, summary, annotations, outputs, exit code.
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
