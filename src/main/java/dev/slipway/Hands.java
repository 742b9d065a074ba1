package dev.slipway;

import dev.slipway.report.Log;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Time;
import java.nio.file.Path;
import java.util.Map;

/// What a command is given: what was asked for, who asks, and the means to answer.
///
/// @param inputs what was asked for
/// @param runner who asks
/// @param environment all variables; secrets in it are read by the room that needs them, by name
/// @param http the network
/// @param disk the workspace's
/// @param scratch a folder of our own for the time of the run
/// @param documents where a command prints the one document that it was asked for
record Hands(
    Inputs inputs,
    RunnerContext runner,
    Map<String, String> environment,
    Log log,
    Exchanges http,
    Disk disk,
    Time time,
    Chance chance,
    Path scratch,
    java.io.PrintStream documents) {}
