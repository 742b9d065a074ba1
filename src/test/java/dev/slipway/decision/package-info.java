/// Tests of decisions, and semantic-release as their judge.
@NullMarked
package dev.slipway.decision;

import org.jspecify.annotations.NullMarked;
