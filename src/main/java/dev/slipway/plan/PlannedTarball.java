package dev.slipway.plan;

/// The exact bytes that will be published, by their digests.
///
/// @param filename what npm would call the file, such as `acme-widget-1.2.3.tgz`
/// @param size in bytes
/// @param shasum SHA-1 in hex
/// @param integrity `sha512-` and base64
public record PlannedTarball(String filename, long size, String shasum, String integrity) {}
