package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Which certificate authorities are believed: those of the runtime, and those that the workflow
/// adds by a PEM file. There is no way to believe everything.
public final class Trust {
  private final List<X509Certificate> extra;

  private Trust(List<X509Certificate> extra) {
    this.extra = List.copyOf(extra);
  }

  /// The runtime's own authorities.
  public static Trust standard() {
    return new Trust(List.of());
  }

  /// The runtime's own and those in a PEM file.
  ///
  /// @param file how the person names the file, for messages
  /// @param pem its content
  /// @throws Refused when there is no certificate in it
  public static Trust withExtra(String file, byte[] pem) {
    try {
      List<X509Certificate> found = new ArrayList<>();
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))) {
        if (certificate instanceof X509Certificate x509) {
          found.add(x509);
        }
      }
      if (found.isEmpty()) {
        throw unreadable(file);
      }
      return new Trust(found);
    } catch (GeneralSecurityException problem) {
      throw unreadable(file);
    }
  }

  /// One line for each added authority: its subject and the SHA-256 of its certificate.
  public List<String> fingerprints() {
    List<String> lines = new ArrayList<>();
    for (X509Certificate certificate : extra) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        lines.add(
            certificate.getSubjectX500Principal().getName()
                + " sha256:"
                + HexFormat.of().formatHex(digest));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("SHA-256 is part of every Java runtime", impossible);
      }
    }
    return lines;
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, extra.isEmpty() ? null : managers(), null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("TLS is part of every Java runtime", impossible);
    }
  }

  private TrustManager[] managers() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        for (X509Certificate authority : x509.getAcceptedIssuers()) {
          store.setCertificateEntry("standard-" + count++, authority);
        }
      }
    }
    for (X509Certificate authority : extra) {
      store.setCertificateEntry("extra-" + count++, authority);
    }
    return factory(store).getTrustManagers();
  }

  private static TrustManagerFactory factory(@org.jspecify.annotations.Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static Refused unreadable(String file) {
    return new Refused(
        Problem.configuration(
            "CA_FILE_NOT_READABLE",
            "The file " + file + " holds no certificate in PEM form.",
            "Name a file with one or more blocks of -----BEGIN CERTIFICATE-----."));
  }
}
