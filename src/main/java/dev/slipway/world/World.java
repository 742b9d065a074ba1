package dev.slipway.world;

/// Everything a release can do to the world, or have done to it. Production and simulation both
/// implement it, and nothing else in the program touches network, remote, disk, clock or chance.
public interface World {
  Exchanges http();

  Remote remote();

  Disk disk();

  Time time();

  Chance chance();
}
