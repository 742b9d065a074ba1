package dev.slipway;

import dev.slipway.apply.Registries;
import dev.slipway.http.Proxies;
import dev.slipway.json.Json;
import dev.slipway.npm.Access;
import dev.slipway.npm.Accounts;
import dev.slipway.npm.BuildFacts;
import dev.slipway.npm.CredentialChoice;
import dev.slipway.npm.CredentialKind;
import dev.slipway.npm.CredentialSources;
import dev.slipway.npm.Credentials;
import dev.slipway.npm.GitHubPackages;
import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Provenance;
import dev.slipway.npm.ProvenanceConditions;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.npm.PublishMode;
import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.npm.RunnerIdentity;
import dev.slipway.npm.Surroundings;
import dev.slipway.npm.TokenExpiry;
import dev.slipway.npm.TrustedPublishing;
import dev.slipway.plan.Plan;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ways to the registries in this run: as whom, whether directly or staged, and with which
/// provenance. What has to be asked for that is asked once, before anything is changed.
final class Publishing implements Registries {
  private final Hands hands;
  private final List<URI> registries;
  private final Accounts accounts;
  private final Optional<RunnerIdentity> runner;
  private final Map<String, CredentialChoice> choices = new LinkedHashMap<>();
  private boolean signed;

  private Publishing(
      Hands hands, List<URI> registries, Accounts accounts, Optional<RunnerIdentity> runner) {
    this.hands = hands;
    this.registries = List.copyOf(registries);
    this.accounts = accounts;
    this.runner = runner;
  }

  /// Looks for credentials; asks nobody yet.
  ///
  /// @param registries every registry that the workflow names, the one of the input `registry`
  ///   first
  static Publishing of(Hands hands, List<URI> registries, List<Npmrc> files) {
    Map<URI, Credentials.Found> held = new LinkedHashMap<>();
    for (URI registry : registries) {
      held.put(registry, found(hands, registry, registry.equals(registries.getFirst()), files));
    }
    Optional<RunnerIdentity> runner =
        RunnerIdentity.of(hands.environment(), hands.http(), hands.time());
    return new Publishing(
        hands, registries, Accounts.of(held, runner, hands.http(), hands.time()), runner);
  }

  private static Credentials.Found found(
      Hands hands, URI registry, boolean primary, List<Npmrc> files) {
    Inputs inputs = hands.inputs();
    boolean given =
        inputs.origin(InputTable.NPM_TOKEN) == Inputs.Origin.INPUT
            || inputs.origin(InputTable.NPM_TOKEN) == Inputs.Origin.OPTION;
    Optional<String> token =
        given ? inputs.of(InputTable.NPM_TOKEN).map(Secret::reveal) : Optional.empty();
    Credentials.Found found =
        Credentials.find(
            primary
                ? CredentialSources.primary(registry, token, hands.environment(), files)
                : CredentialSources.further(registry, hands.environment(), files));
    Optional<Secret> jobToken = inputs.of(InputTable.GITHUB_TOKEN);
    return found.kind() == CredentialKind.NONE
            && jobToken.isPresent()
            && GitHubPackages.is(registry, hands.runner().server())
        ? new Credentials.Found(
            new Credential.Bearer(jobToken.get()), "the input github-token", List.of())
        : found;
  }

  /// Chooses the credential for a package, and stops where there is none.
  ///
  /// @return how the version will be published, in one line
  /// @throws Refused when nothing can be published with what there is
  PublishMode choose(String name, URI registry) {
    CredentialChoice chosen = accounts.choose(name, registry);
    if (chosen instanceof CredentialChoice.Nothing(var problem)) {
      throw new Refused(problem);
    }
    choices.put(name + " on " + registry, chosen);
    return PublishMode.of(wish(), chosen.kind(), PublicRegistry.is(registry));
  }

  PublishMode.Wish wish() {
    return switch (hands.inputs().of(InputTable.PUBLISH).orElse(Choices.Publish.AUTO)) {
      case AUTO -> PublishMode.Wish.AUTO;
      case DIRECT -> PublishMode.Wish.DIRECT;
      case STAGE -> PublishMode.Wish.STAGE;
    };
  }

  /// Why these credentials, one line each.
  List<String> why() {
    return choices.values().stream().flatMap(choice -> choice.why().stream()).distinct().toList();
  }

  /// Whether a version would be signed, and why not.
  ///
  /// @param manifest package.json, or what the registry shall show of it
  /// @param file how a person names that package.json
  /// @param directory where it lies in the repository; empty: at its top
  /// @param access as it will be sent
  /// @throws Refused when a provenance was asked for and cannot be made
  Optional<String> withoutProvenance(
      String version,
      Json manifest,
      String file,
      String directory,
      Optional<Access> access,
      URI registry) {
    String name = manifest.text("name").orElse("");
    ProvenanceConditions conditions =
        new ProvenanceConditions(
            provenanceWish(manifest),
            registry,
            BuildFacts.of(hands.environment()),
            runner.isPresent(),
            repositoryVisibility(name, registry),
            isPublic(name, access, registry),
            version,
            manifest,
            file,
            directory);
    return switch (conditions.decide()) {
      case ProvenanceConditions.Decision.Sign() -> Optional.empty();
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

  /// As the id token says it that was exchanged; nobody else vouches for it.
  private Optional<String> repositoryVisibility(String name, URI registry) {
    return accounts.exchange(name, registry).orElse(null)
            instanceof TrustedPublishing.Exchange.Token token
        ? token.claims().text("repository_visibility")
        : Optional.empty();
  }

  private boolean isPublic(String name, Optional<Access> access, URI registry) {
    return access
        .map(said -> said == Access.PUBLIC)
        .orElseGet(
            () -> reader(name, registry).isPublic(name).found().orElse(!name.startsWith("@")));
  }

  /// What is the same for all packages, when the doctor looks at them.
  ///
  /// @param manifest a package.json, which may ask for a provenance
  /// @param extraAuthorities certificate authorities that were added, one line each
  Surroundings surroundings(Json manifest, List<String> extraAuthorities) {
    return new Surroundings(
        accounts,
        wish(),
        provenanceWish(manifest),
        BuildFacts.of(hands.environment()),
        Optional.empty(),
        runner.isPresent(),
        Proxies.from(hands.environment()),
        extraAuthorities,
        hands.inputs().of(InputTable.NPM_TOKEN_EXPIRES),
        hands.time().now());
  }

  /// What is worth saying of the credentials that were looked at.
  List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>(accounts.warnings());
    for (CredentialChoice choice : choices.values()) {
      if (choice instanceof CredentialChoice.Held(var _, var _, var instead)) {
        instead.ifPresent(problem ->
            warnings.add(Problem.warning(problem.code(), problem.what(), problem.remedy())));
      }
    }
    return warnings;
  }

  /// What is to be said of the life of the token, where one is used.
  ///
  /// @param staged whether versions are staged and not published directly
  List<Problem> expiry(boolean staged) {
    CredentialKind kind =
        choices.values().stream().anyMatch(choice -> choice.kind() == CredentialKind.TOKEN)
            ? CredentialKind.TOKEN
            : CredentialKind.NONE;
    return TokenExpiry.check(
        hands.inputs().of(InputTable.NPM_TOKEN_EXPIRES),
        kind,
        registries.getFirst(),
        staged,
        hands.time().now());
  }

  /// What the registries wanted to be shown; foreign text.
  List<String> notices() {
    return accounts.notices();
  }

  /// Whether the workflow hands over a credential for a registry, so that nothing has to be
  /// exchanged for one.
  boolean holds(URI registry) {
    return accounts.found(registry).kind() != CredentialKind.NONE;
  }

  /// A secret that the runs of this repository share; empty with trusted publishing.
  Optional<Secret> key() {
    return accounts.found(registries.getFirst()).credential()
            instanceof Credential.Bearer(var token)
        ? Optional.of(token)
        : Optional.empty();
  }

  @Override
  public Registry reader(String name, URI address) {
    return accounts.reader(address);
  }

  @Override
  public Registry writer(String name, URI address) {
    return accounts.writer(name, address);
  }

  @Override
  public Plan.Mode mode(Plan.Mode planned) {
    return switch (wish()) {
      case AUTO -> planned;
      case DIRECT -> Plan.Mode.DIRECT;
      case STAGE -> registries.size() == 1 ? Plan.Mode.STAGE : planned;
    };
  }

  @Override
  public boolean mayStageInstead() {
    return wish() == PublishMode.Wish.AUTO && registries.size() == 1;
  }

  @Override
  public PublishRequest signed(PublishRequest request, URI registry) {
    boolean signs =
        runner.isPresent()
            && withoutProvenance(
                    request.version(),
                    request.manifest(),
                    "package.json of " + request.name(),
                    "",
                    request.access(),
                    registry)
                .isEmpty();
    signed |= signs;
    return signs
        ? request.with(
            Provenance.sign(
                    request,
                    BuildFacts.of(hands.environment()),
                    runner.get(),
                    hands.sigstore(),
                    hands.http(),
                    hands.time())
                .bundle())
        : request;
  }

  /// Whether something was published with a provenance in this run.
  boolean isSigned() {
    return signed;
  }
}
