/// What can go wrong, worded for the person who has to mend it.
@NullMarked
package dev.slipway.problem;

import org.jspecify.annotations.NullMarked;
