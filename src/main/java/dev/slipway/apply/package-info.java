/// Carries out a plan: looks whether a step is done already, then does it. The only room that
/// changes the world.
@NullMarked
package dev.slipway.apply;

import org.jspecify.annotations.NullMarked;
