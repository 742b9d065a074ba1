package dev.slipway.npm;

import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<URI> registries =
        packages.stream()
            .map(Examined::registry)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (URI registry : registries) {
      doctor.registry(registry);
    }
    for (Examined one : packages) {
      doctor.findings.addAll(new PackageDoctor(one, around).examine());
    }
    return List.copyOf(doctor.findings);
  }

  private void registry(URI registry) {
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
    Registry reader = around.accounts().reader(registry);
    switch (reader.anonymous().ping()) {
      case Lookup.Found<Boolean> _, Lookup.Absent<Boolean>(), Lookup.Denied<Boolean> _ ->
          findings.add(
              Finding.proved(host, "registry reachable", "It answers " + way + authorities + "."));
      case Lookup.Unknown<Boolean>(var problem) -> {
        findings.add(Finding.disproved(host, "registry reachable", problem));
        return;
      }
    }
    credential(registry, reader);
  }

  private void credential(URI registry, Registry reader) {
    String host = registry.getHost();
    Credentials.Found found = around.accounts().found(registry);
    for (Problem warning : found.warnings()) {
      findings.add(Finding.disproved(host, "credential", warning));
    }
    if (found.kind() == CredentialKind.NONE) {
      findings.add(
          around.mayAskForIdToken()
              ? Finding.proved(
                  host, "credential", "No token is handed over: trusted publishing has to do.")
              : Finding.disproved(
                  host,
                  "credential",
                  "There is neither a token nor the permission for trusted publishing.",
                  """
                  Give the job one of the two:

                      permissions:
                        contents: write
                        id-token: write

                      with:
                        npm-token: ${{ secrets.NPM_TOKEN }}
                  """
                      .strip()));
      return;
    }
    String what = found.kind() == CredentialKind.PASSWORD ? "User and password" : "A token";
    findings.add(
        switch (reader.whoami()) {
          case Lookup.Found<String>(var user) ->
              Finding.proved(
                  host,
                  "credential",
                  what + " from " + found.from() + " of the user " + user + ".");
          case Lookup.Denied<String>(var problem) when problem.code().equals("NPM_TOKEN_EXPIRED") ->
              Finding.disproved(host, "credential", problem);
          case Lookup.Denied<String>(var problem) ->
              Finding.notProvable(host, "credential", problem.what(), problem.remedy());
          case Lookup.Absent<String>() ->
              Finding.notProvable(
                  host,
                  "credential",
                  what + " from " + found.from() + "; the registry does not say whose.",
                  "");
          case Lookup.Unknown<String>(var problem) ->
              Finding.notProvable(host, "credential", problem.what(), problem.remedy());
        });
    for (Problem problem :
        TokenExpiry.check(
            around.tokenExpires(),
            found.kind(),
            registry,
            around.wish() == PublishMode.Wish.STAGE,
            around.now())) {
      boolean ended = problem.code().equals("NPM_TOKEN_EXPIRED") || !problem.isWarning();
      findings.add(
          ended
              ? Finding.disproved(host, "token's life", problem)
              : Finding.notProvable(host, "token's life", problem.what(), problem.remedy()));
    }
  }
}
