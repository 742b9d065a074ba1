/// The repository on disk and its remote, through JGit.
@NullMarked
package dev.slipway.git;

import org.jspecify.annotations.NullMarked;
