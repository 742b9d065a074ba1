package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Refused;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Time;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/// Signs a public statement of which run made a tarball. The log entry is for ever, so nothing is
/// signed before {@link ProvenanceConditions} hold.
public final class Provenance {
  private static final int SIGNINGS = 3;

  private Provenance() {}

  /// A signed statement.
  ///
  /// @param checked what was checked about it, one line each
  public record Signed(SigstoreBundle bundle, List<String> checked) {}

  /// Signs, logs, and checks the result as a verifier would.
  ///
  /// @throws Refused when one of these cannot be done; nothing was published then
  public static Signed sign(
      PublishRequest request,
      BuildFacts facts,
      RunnerIdentity runner,
      Sigstore sigstore,
      Exchanges exchanges,
      Time time) {
    byte[] payload =
        JsonWriter.compact(ProvenanceStatement.of(request, facts)).getBytes(StandardCharsets.UTF_8);
    Rekor log = new Rekor(sigstore.rekor(), exchanges, time);
    for (int signing = 1; signing <= SIGNINGS; signing++) {
      IdToken token =
          switch (runner.forSigstore()) {
            case RunnerIdentity.Given.Token(var given) -> given;
            case RunnerIdentity.Given.Not(var problem) -> throw new Refused(problem);
          };
      KeyPair key = Dsse.freshKey();
      var certified = Fulcio.certify(sigstore.fulcio(), key, token, exchanges, time);
      Json.Obj envelope =
          Dsse.envelope(payload, Dsse.sign(key.getPrivate(), Dsse.preAuthentication(payload)));
      Optional<Json> entry = log.write(envelope, certified.pem());
      if (entry.isPresent()) {
        SigstoreBundle bundle = BundleForm.of(envelope, certified.certificate(), entry.get());
        return new Signed(
            bundle, BundleCheck.check(bundle, request, token.claims(), sigstore.logKey()));
      }
    }
    throw Rekor.refused("has an equal entry that it does not give");
  }
}
