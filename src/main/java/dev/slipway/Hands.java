package dev.slipway;

import dev.slipway.npm.Sigstore;
import dev.slipway.report.Log;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Remote;
import dev.slipway.world.Time;
import dev.slipway.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a command is given: what was asked for, who asks, and the means to answer.
///
/// @param inputs what was asked for
/// @param runner who asks
/// @param environment all variables; secrets in it are read by the room that needs them, by name
/// @param http the network
/// @param stage what stands between the program and its git remote: a rehearsal can break it off
/// @param sigstore who signs and logs what a run states of itself
/// @param disk the workspace's
/// @param scratch a folder of our own for the time of the run
/// @param documents where a command prints the one document that it was asked for
record Hands(
    Inputs inputs,
    RunnerContext runner,
    Map<String, String> environment,
    Log log,
    Exchanges http,
    UnaryOperator<Remote> stage,
    Sigstore sigstore,
    Disk disk,
    Time time,
    Chance chance,
    Path scratch,
    PrintStream documents) {
  /// The world that a release acts on.
  World world(Remote remote) {
    return new LiveWorld(http, stage.apply(remote), disk, time, chance);
  }
}
