/// A registry, a GitHub and a git remote that live in this process.
@NullMarked
package dev.slipway.rehearsal;

import org.jspecify.annotations.NullMarked;
