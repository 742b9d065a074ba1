/// JSON as values: read strictly and within limits, written exactly.
@NullMarked
package dev.slipway.json;

import org.jspecify.annotations.NullMarked;
