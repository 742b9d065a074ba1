package dev.slipway.npm;

import java.net.URI;

/// The public npm registry, and the public sigstore services that it believes.
public final class PublicRegistry {
  /// Where packages go when nothing else is asked for.
  public static final URI ADDRESS = URI.create("https://registry.npmjs.org/");

  /// The certificate authority of the public sigstore instance.
  public static final URI FULCIO = URI.create("https://fulcio.sigstore.dev");

  /// The transparency log of the public sigstore instance.
  public static final URI REKOR = URI.create("https://rekor.sigstore.dev");

  private PublicRegistry() {}

  /// True for an address on the public npm registry.
  public static boolean is(URI registry) {
    return ADDRESS.getHost().equalsIgnoreCase(registry.getHost());
  }
}
