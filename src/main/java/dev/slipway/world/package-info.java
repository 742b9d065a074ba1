/// Every effect a release may have on the world, as interfaces.
@NullMarked
package dev.slipway.world;

import org.jspecify.annotations.NullMarked;
