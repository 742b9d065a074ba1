package dev.slipway.npm;

/// Remedies that more than one answer has.
final class Advice {
  static final String TRUSTED =
      """
      Publish {name} by trusted publishing, which needs no token: name this repository and workflow \
      as a trusted publisher in the package's settings on npm, and give the job

          permissions:
            contents: write
            id-token: write
      """
          .strip();

  static final String HAND_OVER =
      """
      Hand a token over:

          with:
            npm-token: ${{ secrets.NPM_TOKEN }}
      """
          .strip();

  static final String EITHER =
      """
      Give the job one of the two:

          permissions:
            contents: write
            id-token: write

          with:
            npm-token: ${{ secrets.NPM_TOKEN }}
      """
          .strip();

  static final String STAGE =
      """
      To stage it, so that a maintainer approves it:

          with:
            publish: stage
      """
          .strip();

  /// Of the public npm registry; others have tokens of other kinds: see {@link Attempt#words}.
  static final String NPM_TOKEN =
      """
      Make a new granular access token with "Read and write" for {name} and with "Bypass 2FA", and put \
      it into the repository's secret NPM_TOKEN. Write tokens live 90 days at most, and from January \
      2027 they no longer publish directly: trusted publishing stays.
      """
          .strip();

  static final String DIRECT =
      """
      To publish directly:

          with:
            publish: direct
      """
          .strip();

  static final String NO_PROVENANCE =
      """
      To publish without provenance:

          with:
            provenance: false
      """
          .strip();

  static final String ID_TOKEN =
      """
      Give the job the permission:

          permissions:
            contents: write
            id-token: write
      """
          .strip();

  static final String LATER =
      "Run the job again later. It looks at the registry first and sends nothing twice.";

  static final String OTHER_TOKEN =
      "Make a new token on {host} that may write {name}, and hand it over in the input npm-token.";

  private Advice() {}
}
