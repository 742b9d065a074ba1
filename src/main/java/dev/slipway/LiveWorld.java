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
  /// Bytes nobody can guess; where they come from is opened when the first are asked for.
  static Chance unguessable() {
    return count -> {
      byte[] bytes = new byte[count];
      Source.RANDOM.nextBytes(bytes);
      return bytes;
    };
  }

  private static final class Source {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
