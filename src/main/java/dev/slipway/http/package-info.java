/// One small HTTP client: deadlines, retries, origins, no secret in any message.
@NullMarked
package dev.slipway.http;

import org.jspecify.annotations.NullMarked;
