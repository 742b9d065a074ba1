/// The npm package: the files it ships and the tarball they make.
@NullMarked
package dev.slipway.pack;

import org.jspecify.annotations.NullMarked;
