package dev.slipway.npm;

import java.net.URI;
import java.util.Optional;

/// The public npm registry, and the public sigstore services that it believes.
public final class PublicRegistry {
  /// Where packages go when nothing else is asked for.
  public static final URI ADDRESS = URI.create("https://registry.npmjs.org/");

  /// The certificate authority of the public sigstore instance.
  public static final URI FULCIO = URI.create("https://fulcio.sigstore.dev");

  /// The transparency log of the public sigstore instance.
  public static final URI REKOR = URI.create("https://rekor.sigstore.dev");

  private static final String PAGES = "https://www.npmjs.com/package/";

  private PublicRegistry() {}

  /// Where people see a version; empty on another registry.
  public static Optional<String> page(URI registry, String name, String version) {
    return is(registry) ? Optional.of(PAGES + name + "/v/" + version) : Optional.empty();
  }

  /// True for an address on the public npm registry.
  public static boolean is(URI registry) {
    return ADDRESS.getHost().equalsIgnoreCase(registry.getHost());
  }
}
