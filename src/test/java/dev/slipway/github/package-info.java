/// Tests of GitHub, over HTTP.
@NullMarked
package dev.slipway.github;

import org.jspecify.annotations.NullMarked;
