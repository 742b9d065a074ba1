package dev.slipway.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What a seed has happen to one process: nothing, a kill, a wish that it stop, or a fault that one
/// kind of request or a whole server meets once, twice or always.
final class Trouble implements Mischief {
  private static final int NEVER = -1;
  private static final List<Moment> MOMENTS = List.of(Moment.BEFORE, Moment.MIDDLE, Moment.AFTER);

  /// From here on an index counts writes alone.
  private static final int WRITES = 1_000;

  /// More writes than most runs have.
  private static final int SOME_WRITES = 14;

  private final int killAt;
  private final Moment moment;
  private final int stopAt;
  private final int faultAt;
  private final Fault fault;
  private final boolean everywhere;
  private int times;
  private String scope = "";
  private int writes;

  private Trouble(
      int killAt,
      Moment moment,
      int stopAt,
      int faultAt,
      Fault fault,
      boolean everywhere,
      int times) {
    this.killAt = killAt;
    this.moment = moment;
    this.stopAt = stopAt;
    this.faultAt = faultAt;
    this.fault = fault;
    this.everywhere = everywhere;
    this.times = times;
  }

  static Mischief random(SplittableRandom dice) {
    // Most runs have some fifty effects; the early ones are common to all.
    int at =
        switch (dice.nextInt(4)) {
          case 0 -> dice.nextInt(20);
          case 1 -> dice.nextInt(70);
          default -> WRITES + dice.nextInt(SOME_WRITES);
        };
    Moment moment = MOMENTS.get(dice.nextInt(3));
    List<Fault> faults = dice.nextBoolean() ? Faults.LOST : Faults.ALL;
    Fault fault = faults.get(dice.nextInt(faults.size()));
    int times = new int[] {1, 1, 2, Integer.MAX_VALUE}[dice.nextInt(4)];
    boolean everywhere = dice.nextInt(4) == 0;
    return switch (dice.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> new Trouble(at, moment, NEVER, NEVER, fault, false, 0);
      case 9 -> new Trouble(NEVER, moment, at, NEVER, fault, false, 0);
      case 10, 11 -> new Trouble(dice.nextInt(70), moment, NEVER, at, fault, everywhere, times);
      default -> new Trouble(NEVER, moment, NEVER, at, fault, everywhere, times);
    };
  }

  @Override
  public Optional<Moment> kill(int index, String label) {
    writes += isWrite(label) ? 1 : 0;
    return isAt(killAt, index, label) ? Optional.of(moment) : Optional.empty();
  }

  /// Whether an effect is the one that a number means. The effect has been counted already.
  private boolean isAt(int which, int index, String label) {
    return which >= WRITES ? isWrite(label) && writes - 1 == which - WRITES : index == which;
  }

  private boolean isReached(int which, int index, String label) {
    return which >= WRITES ? isWrite(label) && writes - 1 >= which - WRITES : index >= which;
  }

  private static boolean isWrite(String label) {
    return label.startsWith("git push")
        || !(label.startsWith("GET") || label.startsWith("git") || label.startsWith("sleep"));
  }

  @Override
  public boolean stops(int index) {
    return index == stopAt;
  }

  @Override
  public Optional<Fault> fault(int index, String label) {
    boolean begun = !scope.isEmpty();
    if (faultAt == NEVER || times == 0 || (!begun && !isReached(faultAt, index, label))) {
      return Optional.empty();
    }
    String mine = everywhere ? server(label) : label;
    if (!begun) {
      scope = mine;
    }
    if (!mine.equals(scope)) {
      return Optional.empty();
    }
    times--;
    return Optional.of(fault);
  }

  private static String server(String label) {
    String[] words = label.split(" ", 3);
    return words[0].equals("git") ? "git" : words[1].substring(0, words[1].indexOf('/'));
  }
}
