package dev.slipway.simulation;

import dev.slipway.simulation.SimProcess.Assembly;
import java.util.ArrayList;
import java.util.List;

/// A program with a bug in it, for trying whether the simulator would notice.
///
/// @param name what is wrong
/// @param assembly how the program is put together
record PlantedBug(String name, Assembly assembly) {
  /// All of them.
  static List<PlantedBug> all() {
    List<PlantedBug> all = new ArrayList<>();
    all.addAll(GitBugs.all());
    all.addAll(NetworkBugs.all());
    all.addAll(ProgramBugs.all());
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
