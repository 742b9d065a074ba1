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

  static final String STAGE =
      """
      Stage it, and let a maintainer approve it:

          with:
            publish: stage
      """
          .strip();

  static final String NEW_TOKEN =
      """
      Make a new granular access token with "Read and write" for {name} and with "Bypass 2FA", and put \
      it into the repository's secret NPM_TOKEN. Write tokens live 90 days at most, and from January \
      2027 they publish no longer directly: trusted publishing stays.
      """
          .strip();

  static final String DIRECT =
      """
      Publish directly:

          with:
            publish: direct
      """
          .strip();

  static final String NO_PROVENANCE =
      """
      Switch provenance off:

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

  private Advice() {}
}
