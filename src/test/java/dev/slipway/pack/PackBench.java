package dev.slipway.pack;

import java.io.IOException;
import java.nio.file.Path;

/// Packs one directory, once; `bench/pack` measures it from outside.
public final class PackBench {
  private PackBench() {}

  /// Packs the first argument, a directory, into the second.
  public static void main(String[] args) throws IOException {
    Tarball tarball = Packer.pack(PackRequest.of(Path.of(args[0]), Path.of(args[1])));
    System.out.println(tarball.size() + " " + tarball.integrity());
  }
}
