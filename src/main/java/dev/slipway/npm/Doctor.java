package dev.slipway.npm;

import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Proves or disproves, before a release, what it will need of registries and credentials. It
/// changes nothing. What nobody can prove from a workflow it says so of, instead of guessing.
public final class Doctor {
  private final Surroundings around;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(Surroundings around) {
    this.around = around;
  }

  /// Looks at every package and at every registry they go to.
  public static List<Finding> examine(List<Examined> packages, Surroundings around) {
    Doctor doctor = new Doctor(around);
    for (var there : byRegistry(packages).entrySet()) {
      doctor.registry(there.getKey(), there.getValue());
    }
    for (Examined one : packages) {
      doctor.findings.addAll(new PackageDoctor(one, around).examine());
    }
    return List.copyOf(doctor.findings);
  }

  /// Asks only what stops a release, of the registries and as whom: to be called before anything is
  /// recorded anywhere.
  ///
  /// @return what is disproved; empty when nothing is
  public static List<Problem> against(List<Examined> packages, Surroundings around) {
    Doctor doctor = new Doctor(around);
    for (var there : byRegistry(packages).entrySet()) {
      doctor.credential(there.getKey(), there.getValue());
    }
    for (Examined one : packages) {
      doctor.findings.addAll(new PackageDoctor(one, around).mayWrite());
    }
    return doctor.findings.stream()
        .filter(finding -> finding.verdict() == Finding.Verdict.DISPROVED)
        .map(Finding::problem)
        .distinct()
        .toList();
  }

  private static Map<URI, List<Examined>> byRegistry(List<Examined> packages) {
    Map<URI, List<Examined>> all = new LinkedHashMap<>();
    packages.forEach(one -> all.computeIfAbsent(one.registry(), _ -> new ArrayList<>()).add(one));
    return all;
  }

  private void registry(URI registry, List<Examined> packages) {
    String host = registry.getHost();
    String way =
        around
            .proxies()
            .of(registry)
            .map(proxy -> "through the proxy " + proxy.host() + ":" + proxy.port())
            .orElse("directly");
    String authorities =
        around.extraAuthorities().isEmpty()
            ? ""
            : "; added authorities: " + String.join(", ", around.extraAuthorities());
    switch (around.accounts().reader(registry).anonymous().ping()) {
      case Lookup.Found<Boolean> _, Lookup.Absent<Boolean>(), Lookup.Denied<Boolean> _ ->
          findings.add(
              Finding.proved(host, "registry reachable", "It answers " + way + authorities + "."));
      case Lookup.Unknown<Boolean>(var problem) -> {
        findings.add(Finding.disproved(host, "registry reachable", problem));
        return;
      }
    }
    credential(registry, packages);
    tokenLife(registry);
  }

  private void credential(URI registry, List<Examined> packages) {
    String host = registry.getHost();
    Credentials.Found found = around.accounts().found(registry);
    boolean trusted =
        packages.stream()
            .allMatch(one ->
                around.accounts().exchange(one.name(), registry).orElse(null)
                    instanceof TrustedPublishing.Exchange.Token);
    if (found.kind() == CredentialKind.NONE) {
      findings.add(withoutToken(registry, found));
      return;
    }
    Finding finding = new TokenQuestion(registry, found, packages.getFirst(), around).ask();
    findings.add(
        trusted && finding.verdict() == Finding.Verdict.DISPROVED
            ? Finding.notProvable(
                host,
                "credential",
                Problem.warning(
                    finding.code(),
                    finding.answer() + " It is not used: trusted publishing works.",
                    "Remove it from the workflow, and the secret with it."))
            : finding);
  }

  private Finding withoutToken(URI registry, Credentials.Found found) {
    String places =
        found.warnings().stream().map(Problem::what).reduce("", (all, next) -> all + " " + next);
    return around.accounts().mayBeTrusted(registry)
        ? Finding.proved(
            registry.getHost(),
            "credential",
            "No token is handed over: trusted publishing has to do." + places)
        : Finding.disproved(
            registry.getHost(),
            "credential",
            Problem.configuration(
                "NPM_NO_CREDENTIAL",
                (PublicRegistry.is(registry)
                        ? "There is neither a token nor the permission for trusted publishing."
                        : "There is no token for " + registry.getHost() + ".")
                    + places,
                PublicRegistry.is(registry) ? Advice.EITHER : Advice.HAND_OVER));
  }

  private void tokenLife(URI registry) {
    String host = registry.getHost();
    for (Problem problem :
        TokenExpiry.check(
            around.tokenExpires(),
            around.accounts().found(registry).kind(),
            registry,
            around.wish() == PublishMode.Wish.STAGE,
            around.now())) {
      // Whether it lives the registry has said; this is what the workflow says.
      findings.add(Finding.notProvable(host, "token's life", problem));
    }
  }
}
