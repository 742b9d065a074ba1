package dev.slipway.settings;

import dev.slipway.problem.Place;

/// A plug-in at work in a step.
///
/// @param entry the number of its entry in `plugins`; below zero for a step's own list
record PluginUse(String name, PluginStep step, Options options, int entry, Place place) {}
