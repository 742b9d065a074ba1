@NullMarked
package dev.slipway.settings;

import org.jspecify.annotations.NullMarked;
