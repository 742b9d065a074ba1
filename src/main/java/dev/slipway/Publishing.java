package dev.slipway;

import dev.slipway.apply.Registries;
import dev.slipway.json.Json;
import dev.slipway.npm.Access;
import dev.slipway.npm.BuildFacts;
import dev.slipway.npm.CredentialChoice;
import dev.slipway.npm.CredentialKind;
import dev.slipway.npm.CredentialSources;
import dev.slipway.npm.Credentials;
import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Provenance;
import dev.slipway.npm.ProvenanceConditions;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.npm.PublishMode;
import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.npm.RunnerIdentity;
import dev.slipway.npm.Sigstore;
import dev.slipway.npm.TrustedPublishing;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.world.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One package's way to its registry in this run: as whom, whether directly or staged, and with
/// which provenance. What has to be asked for that is asked once, before anything is changed.
final class Publishing implements Registries {
  private final Hands hands;
  private final String name;
  private final URI registry;
  private final Credentials.Found found;
  private final Optional<TrustedPublishing> trusted;
  private Optional<CredentialChoice> choice = Optional.empty();
  private boolean signs;

  private Publishing(
      Hands hands,
      String name,
      URI registry,
      Credentials.Found found,
      Optional<TrustedPublishing> trusted) {
    this.hands = hands;
    this.name = name;
    this.registry = registry;
    this.found = found;
    this.trusted = trusted;
  }

  /// Looks for credentials; asks nobody yet.
  static Publishing of(Hands hands, String name, URI registry, List<Npmrc> files) {
    Inputs inputs = hands.inputs();
    boolean given =
        inputs.origin(InputTable.NPM_TOKEN) == Inputs.Origin.INPUT
            || inputs.origin(InputTable.NPM_TOKEN) == Inputs.Origin.OPTION;
    Optional<String> token =
        given ? inputs.of(InputTable.NPM_TOKEN).map(Secret::reveal) : Optional.empty();
    Credentials.Found found =
        Credentials.find(CredentialSources.primary(registry, token, hands.environment(), files));
    Optional<TrustedPublishing> trusted =
        registry.equals(PublicRegistry.ADDRESS)
            ? RunnerIdentity.of(hands.environment(), hands.http(), hands.time())
                .map(runner -> TrustedPublishing.on(registry, runner, hands.http(), hands.time()))
            : Optional.empty();
    return new Publishing(hands, name, registry, found, trusted);
  }

  /// Chooses the credential, and stops where there is none.
  ///
  /// @return how the version will be published, in one line
  /// @throws Refused when nothing can be published with what there is
  PublishMode choose() {
    CredentialChoice chosen =
        CredentialChoice.of(name, trusted.map(publishing -> publishing.exchange(name)), found);
    if (chosen instanceof CredentialChoice.Nothing(var problem)) {
      throw new Refused(problem);
    }
    choice = Optional.of(chosen);
    return PublishMode.of(wish(), chosen.kind(), registry.equals(PublicRegistry.ADDRESS));
  }

  private PublishMode.Wish wish() {
    return switch (hands.inputs().of(InputTable.PUBLISH).orElse(Choices.Publish.AUTO)) {
      case AUTO -> PublishMode.Wish.AUTO;
      case DIRECT -> PublishMode.Wish.DIRECT;
      case STAGE -> PublishMode.Wish.STAGE;
    };
  }

  /// Why this credential, in one line.
  String why() {
    return switch (chosen()) {
      case CredentialChoice.Trusted(var _, var why) -> why;
      case CredentialChoice.Held(var _, var why, var _) -> why;
      case CredentialChoice.Nothing(var problem) -> problem.what();
    };
  }

  private CredentialChoice chosen() {
    return choice.orElseThrow(() -> new IllegalStateException("no credential was chosen"));
  }

  /// Decides whether the version is signed, and says why not.
  ///
  /// @param version the version to be published
  /// @param manifest its package.json
  /// @param packing where that is
  /// @param access as it will be sent
  /// @throws Refused when a provenance was asked for and cannot be made
  Optional<String> decideProvenance(
      String version, Json manifest, Packing packing, Optional<Access> access) {
    Optional<String> visibility =
        chosen() instanceof CredentialChoice.Trusted(var token, var _)
            ? token.claims().json().text("repository_visibility")
            : Optional.empty();
    ProvenanceConditions conditions =
        new ProvenanceConditions(
            provenanceWish(manifest),
            registry,
            BuildFacts.of(hands.environment()),
            hands.runner().idTokens().isPresent(),
            visibility,
            isPublic(access),
            version,
            manifest,
            packing.inRepository("package.json"),
            packing.shown().equals(".") ? "" : packing.shown());
    return switch (conditions.decide()) {
      case ProvenanceConditions.Decision.Sign() -> {
        signs = true;
        yield Optional.empty();
      }
      case ProvenanceConditions.Decision.Without(var why) -> Optional.of(why);
      case ProvenanceConditions.Decision.Refuse(var problems) -> throw new Refused(problems);
    };
  }

  private ProvenanceConditions.Wish provenanceWish(Json manifest) {
    boolean asked = manifest.at("publishConfig", "provenance").flatMap(Json::truth).orElse(false);
    return switch (hands.inputs().of(InputTable.PROVENANCE).orElse(Choices.Provenance.AUTO)) {
      case AUTO -> asked ? ProvenanceConditions.Wish.REQUIRED : ProvenanceConditions.Wish.AUTO;
      case TRUE -> ProvenanceConditions.Wish.REQUIRED;
      case FALSE -> ProvenanceConditions.Wish.NEVER;
    };
  }

  private boolean isPublic(Optional<Access> access) {
    if (access.isPresent()) {
      return access.get() == Access.PUBLIC;
    }
    return reader(name, registry).isPublic(name).found().orElse(!name.startsWith("@"));
  }

  /// What is worth saying of the credentials that were looked at.
  List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>(found.warnings());
    choice.ifPresent(chosen -> {
      if (chosen instanceof CredentialChoice.Held(var _, var _, var instead)) {
        instead.ifPresent(problem ->
            warnings.add(Problem.warning(problem.code(), problem.what(), problem.remedy())));
      }
    });
    return warnings;
  }

  /// A secret that the runs of this repository share; empty with trusted publishing.
  Optional<Secret> key() {
    return found.credential() instanceof dev.slipway.world.Credential.Bearer(var token)
        ? Optional.of(token)
        : Optional.empty();
  }

  @Override
  public Registry reader(String packageName, URI address) {
    return Registry.at(address, found.credential(), hands.http(), hands.time());
  }

  @Override
  public Registry writer(String packageName, URI address) {
    if (choice.isEmpty()) {
      choose();
    }
    Registry plain = Registry.at(address, found.credential(), hands.http(), hands.time());
    if (chosen() instanceof CredentialChoice.Trusted(var held, var why) && trusted.isPresent()) {
      return switch (trusted.get().renew(held, packageName)) {
        case TrustedPublishing.Exchange.Token fresh -> {
          choice = Optional.of(new CredentialChoice.Trusted(fresh, why));
          yield plain.withExchanged(fresh.credential());
        }
        case TrustedPublishing.Exchange.Refused(var problem, var _) -> throw new Refused(problem);
      };
    }
    return plain;
  }

  @Override
  public PublishRequest signed(PublishRequest request) {
    Optional<RunnerIdentity> runner =
        signs
            ? RunnerIdentity.of(hands.environment(), hands.http(), hands.time())
            : Optional.empty();
    return runner.isEmpty()
        ? request
        : request.with(
            Provenance.sign(
                    request,
                    BuildFacts.of(hands.environment()),
                    runner.get(),
                    Sigstore.publicInstance(),
                    hands.http(),
                    hands.time())
                .bundle());
  }

  /// How it proves who it is.
  CredentialKind kind() {
    return chosen().kind();
  }
}
