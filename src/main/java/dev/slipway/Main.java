package dev.slipway;

/// The process: environment, streams, clock and exit code; everything else takes them as arguments.
public final class Main {
  private Main() {}

  /// Runs the command that the arguments or the action's inputs name, and exits with its code.
  public static void main(String[] args) {
    System.out.println("slipway");
  }
}
