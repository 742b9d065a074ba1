package dev.slipway.simulation;

import java.util.Optional;
import java.util.SplittableRandom;

/// What a seed has happen to one process: nothing, a kill, a wish that it stop, or a fault that one
/// kind of request or a whole server meets once, twice or always.
final class Trouble implements Mischief {
  private static final int NEVER = -1;

  private final int killAt;
  private final Moment moment;
  private final int stopAt;
  private final int faultAt;
  private final Fault fault;
  private final boolean everywhere;
  private int times;
  private String scope = "";

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
    int at = dice.nextInt(dice.nextBoolean() ? 20 : 70);
    Moment moment = Moment.values()[dice.nextInt(3)];
    Fault fault = Faults.ALL.get(dice.nextInt(Faults.ALL.size()));
    int times = new int[] {1, 1, 2, Integer.MAX_VALUE}[dice.nextInt(4)];
    boolean everywhere = dice.nextInt(4) == 0;
    return switch (dice.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 ->
          new Trouble(at, moment, NEVER, NEVER, fault, false, 0);
      case 9 -> new Trouble(NEVER, moment, at, NEVER, fault, false, 0);
      case 10, 11 ->
          new Trouble(at + dice.nextInt(30), moment, NEVER, at, fault, everywhere, times);
      default -> new Trouble(NEVER, moment, NEVER, at, fault, everywhere, times);
    };
  }

  @Override
  public Optional<Moment> kill(int index) {
    return index == killAt ? Optional.of(moment) : Optional.empty();
  }

  @Override
  public boolean stops(int index) {
    return index == stopAt;
  }

  @Override
  public Optional<Fault> fault(int index, String label) {
    if (faultAt == NEVER || index < faultAt || times == 0) {
      return Optional.empty();
    }
    String mine = everywhere ? server(label) : label;
    if (scope.isEmpty()) {
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
