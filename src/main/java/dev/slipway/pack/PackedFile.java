package dev.slipway.pack;

/// A file in a tarball.
///
/// @param path inside the package, with `/`, without the leading `package/`
/// @param size in bytes
/// @param mode the permission bits in the tarball, such as 0644
public record PackedFile(String path, long size, int mode) {}
