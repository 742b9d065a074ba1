/// Every step of the release as plain data, decided before anything is done.
@NullMarked
package dev.slipway.plan;

import org.jspecify.annotations.NullMarked;
