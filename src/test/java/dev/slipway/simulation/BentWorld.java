package dev.slipway.simulation;

import dev.slipway.world.Bytes;
import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Time;
import dev.slipway.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The world with one part exchanged, so that the program behaves as if it had a bug.
record BentWorld(World real, Exchanges http, Remote remote, Time time) implements World {
  static BentWorld with(World real, Exchanges http) {
    return new BentWorld(real, http, real.remote(), real.time());
  }

  static BentWorld with(World real, Remote remote) {
    return new BentWorld(real, real.http(), remote, real.time());
  }

  static BentWorld with(World real, Time time) {
    return new BentWorld(real, real.http(), real.remote(), time);
  }

  @Override
  public Disk disk() {
    return real.disk();
  }

  @Override
  public Chance chance() {
    return real.chance();
  }

  /// A remote whose pushes or listings are bent.
  static class BentRemote implements Remote {
    final Remote real;

    BentRemote(Remote real) {
      this.real = real;
    }

    @Override
    public Map<String, String> refs(List<String> prefixes) throws Lost {
      return real.refs(prefixes);
    }

    @Override
    public Pushed push(List<RefUpdate> updates) throws Lost {
      return real.push(updates);
    }

    @Override
    public String write(CommitDraft draft) {
      return real.write(draft);
    }

    @Override
    public Optional<Bytes> read(String commit, String path) throws Lost {
      return real.read(commit, path);
    }
  }
}
