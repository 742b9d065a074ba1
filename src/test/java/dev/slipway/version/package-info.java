/// Tests of versions, ranges and names, with node-semver as the judge.
@NullMarked
package dev.slipway.version;

import org.jspecify.annotations.NullMarked;
