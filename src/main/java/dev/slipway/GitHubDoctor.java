package dev.slipway;

import dev.slipway.github.CommitRules;
import dev.slipway.github.GitHub;
import dev.slipway.github.Grants;
import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.Configuration;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Wording;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The doctor's questions to GitHub: the permissions of the job's token, and the rules of the
/// branch and of the tag.
final class GitHubDoctor {
  private final Hands hands;
  private final Configuration configuration;
  private final GitHub github;
  private final String subject;
  private final List<Finding> findings = new ArrayList<>();

  private GitHubDoctor(Hands hands, Configuration configuration, GitHub github) {
    this.hands = hands;
    this.configuration = configuration;
    this.github = github;
    this.subject = github.repository().toString();
  }

  /// Asks.
  ///
  /// @param branch the branch that is released from, where one is known
  /// @param tag the tag that the next release would get, or one of its form
  static List<Finding> examine(
      Hands hands, Configuration configuration, Optional<String> branch, String tag) {
    Optional<GitHub> github = Hosts.github(hands);
    if (github.isEmpty()) {
      return List.of(
          Finding.notProvable(
              "GitHub", "permissions", "This is no workflow, so there is no token to look at."));
    }
    GitHubDoctor doctor = new GitHubDoctor(hands, configuration, github.get());
    doctor.permissions();
    hands.runner().branch().or(() -> branch).ifPresent(doctor::branch);
    doctor.tag(tag);
    return doctor.findings;
  }

  private void permissions() {
    permission(Grants.Permission.CONTENTS, true);
    permission(Grants.Permission.ISSUES, comments() || opensIssues());
    permission(Grants.Permission.PULL_REQUESTS, comments() || opensPullRequests());
    boolean idTokens = hands.runner().idTokens().isPresent();
    findings.add(
        Finding.proved(
            subject,
            "id-token",
            idTokens
                ? "The job may ask for id tokens."
                : "The job may not ask for id tokens: it publishes with what it was handed, and"
                    + " without provenance."));
  }

  /// @param needed whether a release would use it
  private void permission(Grants.Permission permission, boolean needed) {
    String question = permission.key() + ": write";
    switch (github.grants().ask(permission)) {
      case Grants.Grant.Given() ->
          findings.add(Finding.proved(subject, question, "It is granted."));
      case Grants.Grant.Missing(var problem) ->
          findings.add(
              needed
                  ? Finding.disproved(subject, question, problem)
                  : Finding.proved(
                      subject, question, "It is not granted, and nothing asked for needs it."));
      case Grants.Grant.Unknown(var problem) ->
          findings.add(Finding.notProvable(subject, question, problem));
    }
  }

  private boolean comments() {
    return hands
        .inputs()
        .of(InputTable.COMMENTS)
        .orElseGet(() ->
            configuration
                .github()
                .map(settings -> !(settings.successComment() instanceof Wording.Off))
                .orElse(false));
  }

  private boolean opensIssues() {
    return hands
        .inputs()
        .of(InputTable.FAIL_ISSUE)
        .orElseGet(() ->
            configuration
                .github()
                .map(settings -> !(settings.failTitle() instanceof Wording.Off))
                .orElse(false));
  }

  private boolean opensPullRequests() {
    return hands.inputs().of(InputTable.COMMIT).equals(Optional.of(Choices.Commit.PULL_REQUEST));
  }

  private boolean commits() {
    return hands
        .inputs()
        .of(InputTable.COMMIT)
        .map(commit -> commit == Choices.Commit.TRUE)
        .orElse(!configuration.git().isEmpty());
  }

  private void branch(String branch) {
    String question = "rules of " + branch;
    if (!commits()) {
      findings.add(
          Finding.proved(subject, question, "Nothing is pushed to it: the release is a tag."));
      return;
    }
    rules(
        question,
        "Nothing stands against a release commit.",
        () -> Protection.read(hands, github, branch));
  }

  private void tag(String tag) {
    rules(
        "rules of tags like " + tag,
        "No ruleset that can be read stands against the tag.",
        () -> CommitRules.forTag(tag, github.rules().forTag(tag)));
  }

  /// What stands against something, as GitHub tells it.
  @FunctionalInterface
  private interface Against {
    List<Problem> ask() throws Lost;
  }

  private void rules(String question, String good, Against against) {
    try {
      List<Problem> problems = against.ask();
      if (problems.isEmpty()) {
        findings.add(Finding.proved(subject, question, good));
      }
      // Whether the token may pass them by is told to nobody.
      problems.forEach(problem -> findings.add(Finding.notProvable(subject, question, problem)));
    } catch (Refused refused) {
      findings.add(Finding.notProvable(subject, question, refused.problems().getFirst()));
    } catch (Lost lost) {
      findings.add(Finding.notProvable(subject, question, "GitHub did not tell: " + lost.text()));
    }
  }
}
