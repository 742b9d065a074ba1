/// Tests of the whole program, and of the shape of the house.
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
