package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The credential for a registry: the input, then `NPM_TOKEN`, then `NODE_AUTH_TOKEN`, then the
/// `.npmrc` files. Every place that holds something else than a token is named.
public final class Credentials {
  /// What was found.
  ///
  /// @param credential the credential; {@link Credential.None} when there is none
  /// @param from where it stood: `the input npm-token`
  /// @param warnings places that should hold a token and do not
  public record Found(Credential credential, String from, List<Problem> warnings) {
    public Found {
      warnings = List.copyOf(warnings);
    }

    /// How it proves who we are.
    public CredentialKind kind() {
      return switch (credential) {
        case Credential.Bearer _ -> CredentialKind.TOKEN;
        case Credential.Basic _ -> CredentialKind.PASSWORD;
        case Credential.None() -> CredentialKind.NONE;
      };
    }
  }

  private final CredentialSources sources;
  private final List<Problem> warnings = new ArrayList<>();

  private Credentials(CredentialSources sources) {
    this.sources = sources;
  }

  /// Looks for the credential of a registry.
  public static Found find(CredentialSources sources) {
    return new Credentials(sources).find();
  }

  private Found find() {
    Map<String, Optional<String>> places = new LinkedHashMap<>();
    places.put("the input " + sources.inputName(), sources.input());
    if (sources.primary()) {
      for (String name : List.of("NPM_TOKEN", "NODE_AUTH_TOKEN")) {
        places.put("the variable " + name, Optional.ofNullable(sources.environment().get(name)));
      }
    }
    for (var place : places.entrySet()) {
      Optional<Secret> token =
          place.getValue().flatMap(text -> usable(text, place.getKey(), Optional.empty()));
      if (token.isPresent()) {
        return found(new Credential.Bearer(token.get()), place.getKey());
      }
    }
    for (Npmrc file : sources.files()) {
      warnUnscoped(file);
      for (String key : NerfDart.covering(sources.registry())) {
        Optional<Credential> credential = inFile(file, key);
        if (credential.isPresent()) {
          return found(credential.get(), file.label());
        }
      }
    }
    return found(new Credential.None(), "nowhere");
  }

  private Found found(Credential credential, String from) {
    return new Found(credential, from, warnings);
  }

  private Optional<Credential> inFile(Npmrc file, String key) {
    Optional<Credential> token = value(file, key + ":_authToken").map(Credential.Bearer::new);
    if (token.isPresent()) {
      return token;
    }
    Optional<Credential> basic = value(file, key + ":_auth").map(Credential.Basic::new);
    if (basic.isPresent()) {
      return basic;
    }
    Optional<Secret> user = value(file, key + ":username");
    Optional<Secret> password = value(file, key + ":_password");
    return user.isPresent() && password.isPresent()
        ? basic(user.get(), password.get(), file)
        : Optional.empty();
  }

  private Optional<Credential> basic(Secret user, Secret encoded, Npmrc file) {
    try {
      String password =
          new String(Base64.getDecoder().decode(encoded.reveal()), StandardCharsets.UTF_8);
      String pair = user.reveal() + ":" + password;
      return Optional.of(
          new Credential.Basic(
              Secret.of(
                  Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))));
    } catch (IllegalArgumentException notBase64) {
      warnings.add(
          Problem.warning(
              "NPMRC_PASSWORD_MALFORMED",
              "The _password in " + file.label() + " is not base64.",
              "_password holds the password in base64, as npm writes it."));
      return Optional.empty();
    }
  }

  private Optional<Secret> value(Npmrc file, String key) {
    String raw = file.entries().get(key);
    if (raw == null) {
      return Optional.empty();
    }
    var replaced =
        EnvironmentReferences.replace(
            raw, sources.environment(), name -> !file.inRepository() || belongsToRegistries(name));
    if (!replaced.withheld().isEmpty()) {
      warnings.add(
          Problem.warning(
              "NPMRC_VARIABLE_WITHHELD",
              file.label()
                  + " wants the variable "
                  + replaced.withheld().getFirst()
                  + " to be sent to a registry. A file in the repository may use NPM_TOKEN,"
                  + " NODE_AUTH_TOKEN and variables with NPM in their name, and no others.",
              "Hand the token over in the workflow: npm-token: ${{ secrets.NPM_TOKEN }}."));
      return Optional.empty();
    }
    Optional<Secret> secret =
        usable(replaced.text(), file.label(), replaced.unresolved().stream().findFirst());
    if (secret.isPresent()
        && file.inRepository()
        && !raw.contains("${")
        && !key.endsWith("username")) {
      warnings.add(
          new Problem(
              "NPMRC_SECRET_IN_REPOSITORY",
              Problem.Kind.WARNING,
              file.label() + " holds a credential in the repository, for everybody to read.",
              "Revoke it, and hand a new one over as a secret of the workflow.",
              Optional.empty()));
    }
    return secret;
  }

  private Optional<Secret> usable(String text, String place, Optional<String> unresolved) {
    return switch (TokenText.of(text)) {
      case TokenText.Usable(var token) -> Optional.of(token);
      case TokenText.Missing() -> {
        if (place.startsWith("the input")) {
          warn(
              "NPM_TOKEN_EMPTY",
              place
                  + " is given but empty: the secret it names does not exist in this repository, or"
                  + " is not handed to this run (as in a pull request from a fork).");
        }
        yield Optional.empty();
      }
      case TokenText.Unresolved(var name) -> {
        warn(
            "NPM_TOKEN_UNRESOLVED",
            place
                + " holds the text ${"
                + unresolved.orElse(name)
                + "} itself and not a token: that variable is not set here.");
        yield Optional.empty();
      }
      case TokenText.Placeholder() -> {
        warn(
            "NPM_TOKEN_PLACEHOLDER",
            place
                + " holds a placeholder and not a token; actions/setup-node writes such a one where it"
                + " was given none.");
        yield Optional.empty();
      }
      case TokenText.Malformed(var why) -> {
        warn(
            "NPM_TOKEN_NOT_WHOLE", place + " holds something that cannot be a token: " + why + ".");
        yield Optional.empty();
      }
    };
  }

  private void warn(String code, String what) {
    warnings.add(
        Problem.warning(
            code,
            Character.toUpperCase(what.charAt(0)) + what.substring(1),
            """
            Hand the token over so:

                with:
                  npm-token: ${{ secrets.NPM_TOKEN }}
            """
                .strip()));
  }

  /// npm stops at these keys; we only say that they are not used.
  private void warnUnscoped(Npmrc file) {
    for (String key : List.of("_auth", "_authToken", "username", "_password")) {
      if (file.entries().containsKey(key)) {
        warnings.add(
            Problem.warning(
                "NPMRC_KEY_WITHOUT_REGISTRY",
                file.label() + " has the key " + key + " without the registry it belongs to.",
                "Write " + NerfDart.of(sources.registry()) + ":" + key + " instead."));
      }
    }
  }

  private static boolean belongsToRegistries(String name) {
    return name.contains("NPM") || name.equals("NODE_AUTH_TOKEN");
  }
}
