package dev.slipway;

import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Remote;
import dev.slipway.world.Time;
import dev.slipway.world.World;
import java.security.SecureRandom;

/// The world as it is.
record LiveWorld(Exchanges http, Remote remote, Disk disk, Time time, Chance chance)
    implements World {
  /// Bytes nobody can guess.
  static Chance chance(SecureRandom random) {
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }
}
