package dev.slipway.notes;

import dev.slipway.json.Json;
import dev.slipway.settings.NotesSettings;
import dev.slipway.version.Version;
import java.util.Optional;

/// What every part of the notes may ask: the release and where its repository is.
///
/// @param version this release's version
/// @param isPatch true when the last number of the version is not 0
/// @param date the day, as in `2026-11-24`
/// @param host what addresses start with; may be the empty text
/// @param previousTag empty for the first release
/// @param linkCompare whether the heading links to the comparison
/// @param linkReferences whether hashes and issues are links
/// @param commit the word for a commit in an address
/// @param issue the word for an issue in an address
/// @param packageData the manifest, for templates
record NotesContext(
    String version,
    boolean isPatch,
    String date,
    String host,
    Optional<String> owner,
    Optional<String> repository,
    Optional<String> previousTag,
    String currentTag,
    boolean linkCompare,
    boolean linkReferences,
    String commit,
    String issue,
    Json.Obj packageData) {

  static NotesContext of(NotesRequest request, Optional<RepositoryAddress> address) {
    NotesSettings settings = request.settings();
    Forge forge = forge(address);
    Optional<String> repository = address.flatMap(RepositoryAddress::repository);
    String commit = settings.commit().orElse(forge.commit());
    String issue = settings.issue().orElse(forge.issue());
    return new NotesContext(
        request.version(),
        Version.parse(request.version()).filter(version -> version.patch() != 0).isPresent(),
        request.date().toString(),
        settings.host().or(() -> address.map(RepositoryAddress::site)).orElse(""),
        address.flatMap(RepositoryAddress::owner),
        repository,
        request.previousTag().filter(tag -> !tag.isEmpty()),
        request.currentTag(),
        // Without any address there is nothing to link to; semantic-release ends with an error.
        address.isPresent()
            && settings
                .linkCompare()
                .orElse(
                    request.previousTag().filter(tag -> !tag.isEmpty()).isPresent()
                        && !request.currentTag().isEmpty()),
        settings
            .linkReferences()
            .orElse(repository.isPresent() && !commit.isEmpty() && !issue.isEmpty()),
        commit,
        issue,
        request.packageData());
  }

  static Forge forge(Optional<RepositoryAddress> address) {
    return Forge.at(address.map(RepositoryAddress::hostname).orElse(""));
  }

  /// The owner as JavaScript's templates print one that is not there.
  String ownerText() {
    return owner.orElse("undefined");
  }

  /// The repository as JavaScript's templates print one that is not there.
  String repositoryText() {
    return repository.orElse("undefined");
  }

  /// Host, owner and repository, each with a slash behind it as far as it is there, the repository
  /// without; nothing where the repository is not known.
  String repositoryPath() {
    return repository
        .map(name -> sitePath() + owner.map(o -> o + "/").orElse("") + name)
        .orElse("");
  }

  /// The host with a slash behind it, or nothing.
  String sitePath() {
    return host.isEmpty() ? "" : host + "/";
  }
}
