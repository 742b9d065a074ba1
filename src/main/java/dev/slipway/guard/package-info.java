/// What the tarball would change for the people who install it, compared with the last one.
@NullMarked
package dev.slipway.guard;

import org.jspecify.annotations.NullMarked;
