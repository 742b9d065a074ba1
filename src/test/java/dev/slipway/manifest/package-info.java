/// Tests of package.json and its lock files.
@NullMarked
package dev.slipway.manifest;

import org.jspecify.annotations.NullMarked;
