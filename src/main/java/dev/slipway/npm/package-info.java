/// The npm registry, over HTTP: documents, publishing, staging, credentials, provenance.
@NullMarked
package dev.slipway.npm;

import org.jspecify.annotations.NullMarked;
