package dev.slipway.npm;

import dev.slipway.world.Secret;

/// A signed statement of the runner about who this run is, for one audience and a few minutes.
public record IdToken(Secret token, Claims claims) {
  static IdToken of(String token) {
    return new IdToken(Secret.of(token), Claims.of(token));
  }
}
