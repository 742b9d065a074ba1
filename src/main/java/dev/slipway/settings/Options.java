package dev.slipway.settings;

import java.util.Locale;
import java.util.Optional;

/// The options that a plug-in gets: its own over those of the root.
///
/// @param owner the plug-in's name
/// @param all every option
/// @param own the keys that are written at the plug-in itself
record Options(String owner, Written.Members all, Written.Members own) {

  /// An option that is set.
  Optional<Written> find(String key) {
    return all.find(key).filter(value -> !value.isNothing());
  }

  /// The code of a wrong option, as the plug-ins have it: `EINVALID` and the option.
  String code(String key) {
    return "EINVALID" + key.toUpperCase(Locale.ROOT);
  }
}
