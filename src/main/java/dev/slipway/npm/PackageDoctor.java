package dev.slipway.npm;

import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The doctor's questions about one package.
final class PackageDoctor {
  private final Examined one;
  private final Surroundings around;
  private final Registry reader;
  private final List<Finding> findings = new ArrayList<>();

  PackageDoctor(Examined one, Surroundings around) {
    this.one = one;
    this.around = around;
    this.reader = around.accounts().reader(one.registry());
  }

  List<Finding> examine() {
    for (Problem problem : one.destination()) {
      findings.add(Finding.disproved(one.name(), "destination", problem));
    }
    Lookup<Packument> packument = reader.packument(one.name());
    Optional<TrustedPublishing.Exchange> exchange =
        around.accounts().exchange(one.name(), one.registry());
    boolean trusted = exchange.orElse(null) instanceof TrustedPublishing.Exchange.Token;
    name(packument);
    exchange.ifPresent(this::trustedPublishing);
    writeAccess(packument, trusted);
    twoFactor(trusted);
    one.version().ifPresent(version -> version(version, packument));
    if (around.wish() == PublishMode.Wish.STAGE) {
      staging();
    }
    provenance();
    return findings;
  }

  /// Only what stands against publishing it: the destination, and the right to write.
  List<Finding> mayWrite() {
    for (Problem problem : one.destination()) {
      findings.add(Finding.disproved(one.name(), "destination", problem));
    }
    Optional<TrustedPublishing.Exchange> exchange =
        around.accounts().exchange(one.name(), one.registry());
    exchange.ifPresent(this::trustedPublishing);
    if (!(exchange.orElse(null) instanceof TrustedPublishing.Exchange.Token)) {
      writeAccess(new Lookup.Absent<>(), false);
    }
    if (around.wish() == PublishMode.Wish.STAGE) {
      staging();
    }
    return findings;
  }

  private void name(Lookup<Packument> packument) {
    switch (packument) {
      case Lookup.Found<Packument>(var found) ->
          proved("name", "It exists, with " + counted(found.versions().size()) + ".");
      case Lookup.Absent<Packument>() ->
          findings.add(
              around.accounts().found(one.registry()).kind() == CredentialKind.NONE
                  ? Finding.disproved(
                      one.name(),
                      "name",
                      Problem.failure(
                          "NPM_NAME_NEW",
                          "It does not exist yet, and trusted publishing cannot make a new"
                              + " package.",
                          "Publish the first version with a token or from your own machine, then"
                              + " add the trusted publisher in the package's settings."))
                  : PublicRegistry.is(one.registry())
                      ? Finding.notProvable(
                          one.name(),
                          "name",
                          "It is free; whether it is too similar to another name only the publish"
                              + " tells.")
                      : Finding.proved(one.name(), "name", "It is free."));
      case Lookup.Denied<Packument>(var problem) ->
          findings.add(Finding.disproved(one.name(), "name", problem));
      case Lookup.Unknown<Packument>(var problem) ->
          findings.add(Finding.notProvable(one.name(), "name", problem));
    }
  }

  private void trustedPublishing(TrustedPublishing.Exchange exchange) {
    boolean token = around.accounts().found(one.registry()).kind() != CredentialKind.NONE;
    switch (exchange) {
      case TrustedPublishing.Exchange.Token _ ->
          proved(
              "trusted publishing",
              "The registry gave a token for this package to this workflow."
                  + (PublicRegistry.is(one.registry())
                      ? " Whether it may publish directly or only stage the publish tells."
                      : ""));
      case TrustedPublishing.Exchange.Refused(var problem, var _) when token ->
          findings.add(
              Finding.notProvable(
                  one.name(),
                  "trusted publishing",
                  Problem.warning(
                      problem.code(),
                      problem.what() + "\nThe token is used instead.",
                      problem.remedy())));
      case TrustedPublishing.Exchange.Refused(var problem, var _) ->
          findings.add(Finding.disproved(one.name(), "trusted publishing", problem));
    }
  }

  private void writeAccess(Lookup<Packument> packument, boolean trusted) {
    if (trusted) {
      proved("write access", "The trusted publisher's token is for this package.");
      return;
    }
    Optional<String> user =
        reader.kind() == CredentialKind.NONE ? Optional.empty() : reader.whoami(one.name()).found();
    if (user.isEmpty()) {
      notProvable(
          "write access", "It is not known whose credential it is, so the publish has to tell.");
      return;
    }
    Optional<Map<String, String>> rights = reader.collaborators(one.name()).found();
    String right = rights.map(all -> all.getOrDefault(user.get(), "")).orElse("");
    boolean maintains =
        packument.found().map(found -> found.maintainers().contains(user.get())).orElse(false);
    if (right.contains("write")) {
      proved("write access", user.get() + " may write it.");
    } else if (rights.isPresent() && !right.isEmpty()) {
      findings.add(
          Finding.disproved(
              one.name(),
              "write access",
              Problem.failure(
                  "NPM_NO_WRITE_ACCESS",
                  user.get() + " may only read " + one.name() + ".",
                  "Ask an owner to give " + user.get() + " the right to write.")));
    } else {
      notProvable(
          "write access",
          maintains
              ? user.get()
                  + " is a maintainer; whether the token may write this package only the publish"
                  + " tells."
              : user.get()
                  + " is not named as a maintainer; a team or the registry's own rules may still"
                  + " allow it.");
    }
  }

  /// No registry tells this setting; what it changes is known in some cases.
  private void twoFactor(boolean trusted) {
    if (trusted) {
      proved("two-factor setting", "Trusted publishing passes it, whatever it is.");
    } else if (around.wish() == PublishMode.Wish.STAGE) {
      proved("two-factor setting", "Staging needs no second factor, whatever it is.");
    } else if (!PublicRegistry.is(one.registry())) {
      proved("two-factor setting", one.registry().getHost() + " has no such setting of npm's.");
    } else {
      notProvable(
          "two-factor setting",
          "npm tells nobody how it is set. The token publishes only with \"Bypass 2FA\", and only"
              + " if the package does not disallow tokens.");
    }
  }

  private void version(String version, Lookup<Packument> packument) {
    Optional<Packument> found = packument.found();
    if (found.isEmpty()) {
      if (packument instanceof Lookup.Absent<Packument>()) {
        proved("version " + version, "It is free: the package has no versions.");
      }
      return;
    }
    if (found.get().versions().contains(version)) {
      findings.add(
          Finding.disproved(
              one.name(),
              "version " + version,
              Problem.failure(
                  "NPM_VERSION_EXISTS", "It is published already.", "Release the next version.")));
    } else if (found.get().isBurned(version)) {
      findings.add(
          Finding.disproved(
              one.name(),
              "version " + version,
              Problem.failure(
                  "NPM_VERSION_BURNED",
                  "It was published once and taken back: the number can never be used again.",
                  "Release the next version.")));
    } else {
      proved("version " + version, "It is free.");
    }
    DistTags.goesDown(one.name(), one.distTag(), version, found.get().distTags())
        .ifPresentOrElse(
            down -> findings.add(Finding.disproved(one.name(), "dist-tag", down)),
            () -> proved("dist-tag", one.distTag() + " does not go down."));
  }

  private void staging() {
    switch (reader.staged(one.name())) {
      case Lookup.Found<List<StagedVersion>>(var waiting) ->
          proved("staging", "The registry offers it; waiting: " + counted(waiting.size()) + ".");
      case Lookup.Absent<List<StagedVersion>>() ->
          noStaging(one.registry().getHost() + " has no staged publishing.");
      case Lookup.Denied<List<StagedVersion>> _
          when !PublicRegistry.is(one.registry()) && reader.refusesTheUnknown() ->
          noStaging(
              one.registry().getHost()
                  + " shows no staged publishing: it refuses that question as it refuses every one"
                  + " that it does not know.");
      case Lookup.Denied<List<StagedVersion>>(var problem) ->
          findings.add(Finding.notProvable(one.name(), "staging", problem));
      case Lookup.Unknown<List<StagedVersion>>(var problem) ->
          findings.add(Finding.notProvable(one.name(), "staging", problem));
    }
  }

  private void noStaging(String what) {
    findings.add(
        Finding.disproved(
            one.name(),
            "staging",
            Problem.configuration("NPM_STAGE_NOT_OFFERED", what, Advice.DIRECT)));
  }

  private void provenance() {
    boolean open =
        one.access()
            .map(access -> access == Access.PUBLIC)
            .orElseGet(() ->
                !one.name().startsWith("@") || reader.isPublic(one.name()).found().orElse(false));
    ProvenanceConditions conditions =
        new ProvenanceConditions(
            around.provenance(),
            one.registry(),
            around.facts(),
            around.mayAskForIdToken(),
            around.repositoryVisibility(),
            open,
            one.version().orElse(""),
            one.manifest(),
            one.file(),
            one.directory());
    switch (conditions.decide()) {
      case ProvenanceConditions.Decision.Sign() ->
          proved("provenance", "Everything that npm wants of it is so.");
      case ProvenanceConditions.Decision.Without(var why) -> proved("provenance", why);
      case ProvenanceConditions.Decision.Refuse(var problems) ->
          problems.forEach(
              problem -> findings.add(Finding.disproved(one.name(), "provenance", problem)));
    }
  }

  private static String counted(int versions) {
    return versions + (versions == 1 ? " version" : " versions");
  }

  private void proved(String question, String answer) {
    findings.add(Finding.proved(one.name(), question, answer));
  }

  private void notProvable(String question, String answer) {
    findings.add(Finding.notProvable(one.name(), question, answer));
  }
}
