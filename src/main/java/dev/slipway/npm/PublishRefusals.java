package dev.slipway.npm;

import static dev.slipway.npm.PublishAnswers.PUBLISHING;
import static dev.slipway.npm.PublishAnswers.STAGING;
import static dev.slipway.npm.Row.OFFER_STAGING;
import static dev.slipway.npm.Row.SENDING;
import static dev.slipway.npm.Row.STOP;
import static dev.slipway.npm.Row.WRITING;
import static dev.slipway.npm.Row.row;

import java.util.List;

/// Answers by which a registry refuses to take a version, a dist-tag or a deprecation.
final class PublishRefusals {
  static final List<Row> ROWS =
      List.of(
          // 401
          row("NPM_NO_CREDENTIAL", WRITING, 401)
              .by(CredentialKind.NONE)
              .means(
                  "{host} wants a credential for {name}, and there is none.{text}",
                  """
                  Give the job a token:

                      with:
                        npm-token: ${{ secrets.NPM_TOKEN }}

                  """
                      + Advice.TRUSTED,
                  STOP),
          row("NPM_OTP_REQUIRED", PUBLISHING, 401)
              .saying("otp", "one-time pass", "authurl")
              .means(
                  "{host} wants a one-time password for {name}: this token cannot publish"
                      + " unattended. It has no \"Bypass 2FA\", or the package takes no tokens at"
                      + " all, or the name is new.{notice}",
                  Advice.TRUSTED + "\n\n" + Advice.STAGE + "\n\n" + "{newToken}",
                  OFFER_STAGING),
          row("NPM_OTP_REQUIRED", WRITING, 401)
              .saying("otp", "one-time pass", "authurl")
              .means(
                  "{host} wants a one-time password for this change to {name}, which only a person"
                      + " can give.{notice}",
                  "Make the change from your own machine with the npm client.",
                  STOP),
          row("NPM_TOKEN_ADDRESS", WRITING, 401)
              .with("www-authenticate", "ipaddress")
              .means(
                  "The token may not be used from this runner's network address: it has a list of"
                      + " allowed addresses (CIDR).{notice}",
                  "GitHub's runners have no fixed addresses. Make a token without such a list, or"
                      + " publish by trusted publishing.",
                  STOP),
          row("NPM_OIDC_TOKEN_REFUSED", WRITING, 401)
              .by(CredentialKind.OIDC)
              .means(
                  "{host} does not accept the token of the trusted publisher for {name} any more:"
                      + " it lives an hour and is for this package only.{text}{notice}",
                  "Run the job again.",
                  STOP),
          row("NPM_TOKEN_EXPIRED", WRITING, 401)
              .with("npm-notice", "expired or revoked")
              .means("The token is expired or was revoked.{notice}", "{newToken}", STOP),
          row("NPM_PASSWORD_REFUSED", WRITING, 401)
              .by(CredentialKind.PASSWORD)
              .means(
                  "{host} does not know this user and password.{text}{notice}",
                  "Look at the secrets that hold user name and password for {host}.",
                  STOP),
          row("NPM_TOKEN_UNKNOWN", WRITING, 401)
              .means(
                  "{host} does not know this token: it is expired, revoked, not whole, or one of"
                      + " another registry.{text}{notice}",
                  "{newToken}",
                  STOP),
          // 402
          row("NPM_ACCESS_WANTED", SENDING, 402)
              .means(
                  "{name} would be a new private package, which {scope} has not paid for.{text}",
                  """
                  If everybody may see it, say so in package.json:

                      "publishConfig": { "access": "public" }
                  """
                      .strip(),
                  STOP),
          // 403
          row("NPM_STAGE_REQUIRED", PUBLISHING, 403)
              .saying("e_stage_required", "stage only", "stage-only", "must be staged")
              .means(
                  "This token may stage {name} but not publish it directly.{text}",
                  Advice.STAGE,
                  OFFER_STAGING),
          row("NPM_OIDC_NOT_ALLOWED", PUBLISHING, 403)
              .saying("oidc permission denied")
              .means(
                  "The trusted publisher of {name} matches this workflow but may not publish"
                      + " directly: publishers made since September 2026 may only stage unless"
                      + " direct publishing was ticked.{text}",
                  Advice.STAGE
                      + "\n\n"
                      + "Or remove the trusted publisher in the package's settings on npm and add"
                      + " it again with direct publishing allowed; an entry cannot be changed.",
                  OFFER_STAGING),
          row("NPM_OIDC_NOT_ALLOWED", WRITING, 403)
              .saying("oidc permission denied")
              .means(
                  "The trusted publisher of {name} matches this workflow but may not do"
                      + " this.{text}",
                  "Look at the allowed actions of the trusted publisher in the package's settings"
                      + " on npm.",
                  STOP),
          row("NPM_TOKENS_DISALLOWED", PUBLISHING, 403)
              .saying("automation token was specified", "disallow tokens", "tokens are disallowed")
              .means(
                  "{name} is set to take no tokens: only a person, trusted publishing or an"
                      + " approved stage can publish it.{text}",
                  "That setting is deliberate; keep it.\n\n"
                      + Advice.TRUSTED
                      + "\n\n"
                      + Advice.STAGE,
                  OFFER_STAGING),
          row("NPM_BYPASS_REQUIRED", PUBLISHING, 403)
              .saying("bypass 2fa", "two-factor", "2fa")
              .means(
                  "{host} takes {name} from this token only with two-factor authentication: the"
                      + " token has no \"Bypass 2FA\", or it is January 2027 and such tokens no"
                      + " longer publish directly.{text}",
                  Advice.TRUSTED + "\n\n" + Advice.STAGE + "\n\n" + "{newToken}",
                  OFFER_STAGING),
          row("NPM_TWO_FACTOR_REQUIRED", WRITING, 403)
              .saying("bypass 2fa", "two-factor", "2fa")
              .means(
                  "{host} wants two-factor authentication for this change to {name}, which only a"
                      + " person can give.{text}",
                  "Make the change from your own machine with the npm client.",
                  STOP),
          row("NPM_NAME_OWNED", WRITING, 403)
              .saying("do not have permission to publish")
              .means(
                  "{name} belongs to somebody else on {host}.{text}",
                  "Choose another name, or ask its owner to add you as a maintainer.",
                  STOP),
          row("NPM_TOKEN_SCOPE", WRITING, 403)
              .saying(
                  "may not perform that action with these credentials",
                  "read-only",
                  "readonly",
                  "permission_denied: write_package",
                  "does not match expected scopes")
              .means(
                  "This token may not write {name}: it is for reading, or for other"
                      + " packages.{text}",
                  "Make a token that lists {name} or {scope} with \"Read and write\". On GitHub"
                      + " Packages the job needs packages: write.",
                  STOP),
          row("NPM_NAME_TOO_SIMILAR", SENDING, 403)
              .saying("too similar to existing")
              .means(
                  "{host} does not take the new name {name}: it is too similar to one that is"
                      + " there.{text}",
                  "Choose another name, or put the package into your own scope.",
                  STOP),
          row("NPM_EMAIL_UNVERIFIED", WRITING, 403)
              .saying("verify your email", "email address is not verified", "unverified email")
              .means(
                  "The account behind this token has not confirmed its e-mail address.{text}",
                  "Confirm it in the account's settings on {host}, then run the job again.",
                  STOP),
          row("NPM_ACCOUNT_LOCKED", WRITING, 403)
              .saying("account is locked", "account has been locked", "suspended")
              .means(
                  "The account behind this token is locked.{text}",
                  "Write to the support of {host}.",
                  STOP),
          row("NPM_HELD_BACK", WRITING, 403)
              .saying("malware", "security holding", "blocked", "legal", "violat")
              .means(
                  "{host} holds {name} back.{text}",
                  "Read the reason it gives, and write to its support if it is wrong. A run again"
                      + " changes nothing.",
                  STOP),
          row("NPM_NOT_ALLOWED", WRITING, 403)
              .saying("not allowed to publish", "not allowed to access", "not allowed to create")
              .means(
                  "{host} does not let this user publish {name}.{text}",
                  "Ask who runs {host} for the right to publish {name}.",
                  STOP),
          row("NPM_FORBIDDEN", WRITING, 403)
              .means(
                  "{host} refuses {name}@{version} (status 403).{text}{notice}",
                  "Read the reason it gives. Run doctor to see what the credential may do.",
                  STOP),
          // 404
          row("NPM_TOKEN_EXPIRED", WRITING, 404)
              .with("npm-notice", "expired or revoked")
              .means(
                  "The token is expired or was revoked; {host} hides that behind \"not"
                      + " found\".{notice}",
                  "{newToken}",
                  STOP),
          row("NPM_OIDC_TOKEN_REFUSED", PUBLISHING, 404)
              .by(CredentialKind.OIDC)
              .means(
                  "{host} does not find {name} for the token of its trusted publisher: a package"
                      + " that does not exist yet cannot be made by trusted"
                      + " publishing.{text}{notice}",
                  "Publish the first version with a token or from your own machine, then add the"
                      + " trusted publisher in the package's settings.",
                  STOP),
          row("NPM_STAGE_NOT_FOUND", STAGING, 404)
              .saying("package not found", "not found")
              .means(
                  "{host} does not find {name} to stage it: it has no staging, or {name} does not"
                      + " exist there, or the token is dead.{text}{notice}",
                  "Look at the credential; run doctor. If the registry has no staging: "
                      + Advice.DIRECT,
                  new NextStep.AskWho()),
          row("NPM_NOT_FOUND", WRITING, 404)
              .means(
                  "{host} does not find {name} for this credential (status 404). The usual cause is"
                      + " a dead token; otherwise {scope} does not exist, or the token has no right"
                      + " to it.{text}{notice}",
                  "{newToken}",
                  new NextStep.AskWho()),
          // other refusals
          row("NPM_STAGE_NOT_OFFERED", STAGING, 405)
              .means("{host} has no staged publishing.{text}", Advice.DIRECT, STOP),
          row("NPM_NOT_OFFERED", WRITING, 405)
              .means(
                  "{host} does not offer this at all (status 405): it is a mirror, or not a"
                      + " registry.{text}",
                  "Look at the input registry.",
                  STOP),
          row("NPM_PROXY_CREDENTIAL", WRITING, 407)
              .means(
                  "The proxy on the way to {host} wants user and password (status 407).",
                  "Put them into the runner's variable: https_proxy:"
                      + " http://user:password@host:port.",
                  STOP),
          row("NPM_TOO_LARGE", SENDING, 413)
              .means(
                  "{name}@{version} is too large for {host} (status 413).{text}",
                  "Leave out what nobody needs at run time: \"files\" in package.json says what"
                      + " goes in. The public npm registry takes about 200 MB.",
                  STOP),
          row("NPM_BAD_TAG", WRITING, 400)
              .saying("tag")
              .means(
                  "{host} does not take the dist-tag for {name}@{version}.{text}",
                  "A dist-tag must not look like a version or a range: use a word such as next.",
                  STOP),
          row("NPM_TOKEN_MALFORMED", WRITING, 400)
              .saying("invalid token", "malformed token")
              .means(
                  "{host} cannot read this token at all.{text}{notice}",
                  "Look at the secret: no quotes, no line break, and the npm_ in front must be"
                      + " there.",
                  STOP),
          row("NPM_BAD_REQUEST", WRITING, 400)
              .means(
                  "{host} calls the request for {name}@{version} malformed (status"
                      + " 400).{text}{notice}",
                  "Look at name, version and fields in package.json that the text names. If they"
                      + " are right, it is a fault of ours: please report it.",
                  STOP),
          row("NPM_LEGAL", WRITING, 451)
              .means(
                  "{host} may not offer {name} for legal reasons (status 451).{text}",
                  "Write to the support of {host}.",
                  STOP));

  private PublishRefusals() {}
}
