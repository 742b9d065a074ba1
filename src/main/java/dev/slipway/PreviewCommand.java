package dev.slipway;

import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.github.GitHub;
import dev.slipway.github.Marker;
import dev.slipway.history.Commit;
import dev.slipway.history.Graph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Links;
import dev.slipway.report.Preview;
import dev.slipway.report.TitleAdvice;
import dev.slipway.report.Told;
import dev.slipway.report.ToldCommit;
import dev.slipway.settings.Choices;
import dev.slipway.settings.Event;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says on a pull request what a merge would release: for a squash merge and for a merge commit.
/// Changes nothing but its own comment, and works without the right to comment, too.
final class PreviewCommand {
  private static final String NOT_CHECKED_OUT =
      "The pull request's own commit is not checked out, so its files are not shown. Run the preview"
          + " on pull_request instead of pull_request_target.";

  private PreviewCommand() {}

  static Told run(Hands hands, Event.PullRequest pull) {
    if (hands.inputs().of(InputTable.PREVIEW).equals(Optional.of(Choices.Preview.OFF))) {
      return Told.of(Told.Status.NOTHING)
          .because(List.of("Previews of pull requests are switched off."), List.of());
    }
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      Packages packages = Packages.of(hands, repositories.workspace());
      try (GitRepository now = graph(hands, repositories, pull)) {
        return preview(hands, packages, now, pull);
      }
    } catch (Lost lost) {
      throw new Refused(
          Problem.failure(
              "REMOTE_UNREACHABLE", String.valueOf(lost.getMessage()), "Run it again."));
    }
  }

  private static Told preview(
      Hands hands, Packages packages, GitRepository now, Event.PullRequest pull) {
    String base = Optional.ofNullable(now.branches().get(pull.baseRef())).orElse(pull.baseSha());
    Links links =
        hands
            .runner()
            .repository()
            .map(name -> Links.of(hands.runner().server().toString(), name))
            .orElseGet(Links::none);
    UntaggedLook registry = UntaggedLook.at(hands, packages, now);
    hands.log().group("If it is squashed");
    Graph squashed =
        new MergedGraph(now, pull.baseRef(), base, Optional.of(squash(now, base, pull)));
    Told squash =
        PlanCommand.plan(hands, packages, squashed, pull.baseRef(), registry).linking(links);
    hands.log().group("If it is merged with its commits");
    Graph merged = new MergedGraph(now, pull.baseRef(), now.head(), Optional.empty());
    Told merge = PlanCommand.plan(hands, packages, merged, pull.baseRef(), registry).linking(links);
    hands.log().endGroup();
    List<Problem> warnings = new ArrayList<>(squash.problems());
    List<String> remarks = new ArrayList<>();
    PreviewPackage files = new PreviewPackage(hands, packages);
    if (pull.privileged() && !now.isAncestor(pull.headSha(), now.head())) {
      remarks.add(NOT_CHECKED_OUT);
    } else if (packages.unpublished().isEmpty()) {
      squash = files.with(squash);
      merge = files.with(merge);
      remarks.addAll(files.remarks());
      warnings.addAll(files.problems());
    }
    remarks.forEach(hands.log()::line);
    List<ToldCommit> said = said(squash);
    boolean conventional = said.stream().findFirst().flatMap(ToldCommit::type).isPresent();
    Preview preview =
        new Preview(
            pull.number(),
            pull.baseRef(),
            pull.title(),
            squash,
            merge,
            conventional
                ? Optional.empty()
                : Optional.of(TitleAdvice.of(pull.title(), said(merge))),
            remarks,
            Placing.from(packages.packing().root()).all(warnings));
    String markdown = preview.markdown();
    comment(hands, pull, markdown).ifPresent(warnings::add);
    return (squash.releases().isEmpty() ? merge : squash).showing(markdown).with(warnings);
  }

  private static List<ToldCommit> said(Told told) {
    return told.releases().stream()
        .findFirst()
        .map(release -> release.commits())
        .orElse(told.commits());
  }

  /// The commit that GitHub's squash merge makes by default: the title with the number behind it,
  /// and the messages of the commits as a list.
  private static Commit squash(Graph now, String base, Event.PullRequest pull) {
    Optional<String> since = Optional.of(base).filter(now::has);
    List<Commit> commits = now.commits(since, now.head());
    Commit tip = commits.getFirst();
    StringBuilder message = new StringBuilder(pull.title() + " (#" + pull.number() + ")");
    if (since.isPresent()) {
      commits.reversed().stream()
          .filter(commit -> commit.parents().size() < 2)
          .forEach(commit -> message.append("\n\n* ").append(commit.message()));
    }
    return new Commit(
        "f".repeat(tip.sha().length()),
        tip.tree(),
        List.of(base),
        tip.author(),
        tip.authored(),
        tip.committer(),
        tip.committed(),
        message.toString());
  }

  /// The history behind the commit that is checked out, which for a pull request is one that GitHub
  /// made of base and head.
  private static GitRepository graph(Hands hands, Repositories repositories, Event.PullRequest pull)
      throws Lost {
    Optional<String> repository = hands.runner().repository();
    if (!repositories.workspace().isShallow() || repository.isEmpty()) {
      return repositories.local();
    }
    GitRemote remote =
        repositories.remote(
            hands.runner().server() + "/" + repository.get() + ".git",
            hands.inputs().of(InputTable.GITHUB_TOKEN));
    String merge = "refs/pull/" + pull.number() + "/merge";
    List<String> wanted = new ArrayList<>(Repositories.wanted());
    wanted.add(merge);
    Map<String, String> refs = remote.refs(wanted);
    return repositories.asOf(
        remote,
        refs,
        name ->
            name.startsWith("refs/heads/") || name.startsWith("refs/tags/") || name.equals(merge));
  }

  /// Keeps one comment up to date. A token that may not, as on a fork, is no problem: the summary
  /// says it all.
  private static Optional<Problem> comment(Hands hands, Event.PullRequest pull, String markdown) {
    boolean wanted =
        hands.inputs().of(InputTable.PREVIEW).orElse(Choices.Preview.COMMENT)
            == Choices.Preview.COMMENT;
    boolean may = hands.inputs().of(InputTable.GITHUB_TOKEN).isPresent() && !pull.fork();
    Optional<GitHub> github = Hosts.github(hands);
    if (!wanted || !may || github.isEmpty()) {
      return Optional.empty();
    }
    try {
      github
          .get()
          .issues()
          .stick(pull.number(), Marker.of("preview", Long.toString(pull.number())), markdown);
      return Optional.empty();
    } catch (Refused refused) {
      Problem problem = refused.problems().getFirst();
      return Optional.of(
          Problem.warning(
              "PREVIEW_NOT_COMMENTED",
              problem.what(),
              "The preview stands in the summary of this run. For the comment grant `pull-requests:"
                  + " write`; or ask for the summary alone with `preview: summary`."));
    } catch (Lost lost) {
      return Optional.of(
          Problem.warning("PREVIEW_NOT_COMMENTED", String.valueOf(lost.getMessage()), ""));
    }
  }
}
