package dev.slipway.simulation;

import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The git remote as one process sees it, with the objects that the process has made itself.
record SimRemote(SimProcess process) implements Remote {
  @Override
  public Map<String, String> refs(List<String> prefixes) throws Lost {
    return process.effect(
        "git ls-remote",
        false,
        () -> process.universe.git.list(prefixes),
        () -> {},
        fault -> {
          throw lost(fault);
        });
  }

  @Override
  public Pushed push(List<RefUpdate> updates) throws Lost {
    Pushed pushed =
        process.effect(
            "git push " + updates.getFirst().name(),
            true,
            () -> push(updates, process),
            () -> {},
            fault -> {
              if (fault.applied()) {
                push(updates, process);
              } else if (fault.answer().isPresent() && fault.answer().get().status() == 403) {
                String first = updates.getFirst().name();
                // A note that is declined is left out, and a run that dies cannot say so any more.
                process.universe.withheld |= first.startsWith("refs/notes/");
                return new Pushed.Denied(first, "GH006: protected");
              }
              throw lost(fault);
            });
    process.refused |= pushed instanceof Pushed.Denied;
    return pushed;
  }

  private static Pushed push(List<RefUpdate> updates, SimProcess process) {
    if (process.universe.scenario.tagged()) {
      return new Pushed.Denied(updates.getFirst().name(), "Permission to o/r.git denied");
    }
    return process.universe.git.push(updates, process.local(), process.drops());
  }

  private static Lost lost(Fault fault) {
    return new Lost(fault.lost().orElse(Lost.Reach.UNKNOWN), "git: " + fault.name());
  }

  @Override
  public String write(CommitDraft draft) {
    return process.object(GitModel.commit(draft));
  }

  @Override
  public Optional<Bytes> read(String commit, String path) throws Lost {
    return process.effect(
        "git fetch " + commit,
        false,
        () -> process.universe.git.read(commit, path),
        () -> {},
        fault -> {
          throw lost(fault);
        });
  }
}
