/// What the workflow and the repository asked for, read once and checked as a whole.
@NullMarked
package dev.slipway.settings;

import org.jspecify.annotations.NullMarked;
