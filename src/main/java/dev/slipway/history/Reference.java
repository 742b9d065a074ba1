package dev.slipway.history;

import java.util.Optional;

/// An issue that a commit refers to.
///
/// @param raw the text it was found in, from the end of the one before it
/// @param action the word before it as it is written, such as `closes`
/// @param owner the part of `owner/repository#1` before the first slash
/// @param repository the rest of it
/// @param prefix `#` or another issue prefix, as it is written
/// @param issue what follows the prefix
public record Reference(
    String raw,
    Optional<String> action,
    Optional<String> owner,
    Optional<String> repository,
    String prefix,
    String issue) {}
