package dev.slipway.pack;

import java.nio.file.Path;

/// A file that will be packed, as the walk saw it.
///
/// @param path inside the package, with `/`
/// @param file where it is on disk
/// @param size in bytes
/// @param mode all its mode bits
/// @param key device and inode
record Entry(String path, Path file, long size, int mode, Object key) {}
