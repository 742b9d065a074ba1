/// package.json and its lock files: read as data, edited as text.
@NullMarked
package dev.slipway.manifest;

import org.jspecify.annotations.NullMarked;
