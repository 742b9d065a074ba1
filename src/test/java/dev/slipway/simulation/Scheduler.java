package dev.slipway.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Lets one process at a time take a step. Whoever gives the turn away chooses who has it next, by
/// the rule of the run, so that the same seed always gives the same story.
final class Scheduler {
  /// Who is next.
  interface Rule {
    /// An index into the processes that may go on.
    ///
    /// @param current the index of the one that gives the turn away, or -1 when it may not go on
    int next(List<SimProcess> ready, int current);
  }

  private final Universe universe;
  private final Rule rule;
  private final List<SimProcess> living = new ArrayList<>();
  private boolean threaded;
  private volatile boolean over;

  Scheduler(Universe universe, Rule rule) {
    this.universe = universe;
    this.rule = rule;
  }

  /// Runs one process to its end, in this thread.
  void alone(SimProcess process) {
    living.clear();
    living.add(process);
    threaded = false;
    process.work();
    living.clear();
  }

  /// Runs these processes together to their ends.
  void together(List<SimProcess> processes) {
    living.clear();
    living.addAll(processes);
    threaded = true;
    over = false;
    CountDownLatch done = new CountDownLatch(processes.size());
    for (SimProcess process : processes) {
      process.thread =
          Thread.ofVirtual()
              .unstarted(() -> {
                try {
                  await(process);
                  process.work();
                } finally {
                  living.remove(process);
                  if (!living.isEmpty()) {
                    pass(-1);
                  } else {
                    over = true;
                  }
                  done.countDown();
                }
              });
    }
    processes.forEach(process -> process.thread().start());
    pass(-1);
    try {
      done.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isOver() {
    return over;
  }

  /// A point where another process may go on first.
  void step(SimProcess process) {
    universe.tick();
    if (!threaded || (living.size() == 1)) {
      return;
    }
    process.wakeAt = 0;
    giveWay(process);
  }

  /// The process sleeps until a moment.
  void sleep(SimProcess process, long until) {
    if (!threaded || living.size() == 1) {
      universe.advance(until);
      return;
    }
    process.wakeAt = until;
    giveWay(process);
  }

  private void giveWay(SimProcess process) {
    process.turn = false;
    SimProcess next = choose(living.indexOf(process));
    if (next == process) {
      process.turn = true;
      return;
    }
    hand(next);
    await(process);
  }

  private void pass(int current) {
    hand(choose(current));
  }

  private SimProcess choose(int current) {
    while (true) {
      List<SimProcess> ready = new ArrayList<>(living.size());
      int at = -1;
      long earliest = Long.MAX_VALUE;
      for (int i = 0; i < living.size(); i++) {
        SimProcess each = living.get(i);
        if (each.wakeAt <= universe.now()) {
          if (i == current) {
            at = ready.size();
          }
          ready.add(each);
        } else {
          earliest = Math.min(earliest, each.wakeAt);
        }
      }
      if (!ready.isEmpty()) {
        return ready.size() == 1 ? ready.getFirst() : ready.get(rule.next(ready, at));
      }
      universe.advance(earliest);
    }
  }

  private static void hand(SimProcess next) {
    next.turn = true;
    LockSupport.unpark(next.thread());
  }

  private static void await(SimProcess process) {
    boolean stopped = Thread.interrupted();
    while (!process.turn) {
      LockSupport.park(process);
    }
    if (stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
