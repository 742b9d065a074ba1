package dev.slipway.apply;

import dev.slipway.github.Announcements;
import dev.slipway.github.Announcements.Announced;
import dev.slipway.github.FailIssue;
import dev.slipway.github.GitHub;
import dev.slipway.github.Marker;
import dev.slipway.github.Resolved;
import dev.slipway.json.Json;
import dev.slipway.plan.PlannedAnnouncement;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Template;
import dev.slipway.world.Lost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells the pull requests and issues that a release resolves, and closes the issue of failures
/// before it. The release is out by then: whatever does not work here is a warning.
///
/// @param github where; empty where nobody is told
record Announcing(Optional<GitHub> github) {
  /// A comment and a label each take a second at least.
  static final int MOST = 300;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// Says it. What was said before is not said again.
  Outcome say(PlannedAnnouncement planned) {
    if (github.isEmpty()) {
      return new Outcome.AlreadyDone("Nobody is told.");
    }
    GitHub patient = github.get().patientFor(PATIENCE);
    List<Problem> problems = new ArrayList<>();
    List<String> done = new ArrayList<>();
    try {
      if (planned.speaks()) {
        Announced said = tell(patient, planned);
        problems.addAll(said.problems());
        count(done, said.commented().size(), "commented on");
        count(done, said.before().size(), "told before");
        count(done, said.labelled().size(), "labelled");
      }
      if (planned.failLabels().isPresent()) {
        List<Long> closed = new FailIssue(patient, planned.failLabels().get()).succeed();
        closed.forEach(number -> done.add("closed #" + number));
      }
    } catch (Lost lost) {
      problems.add(Texts.lost("tell what the release resolves", lost.text()));
    } catch (Refused refused) {
      problems.addAll(refused.problems());
    }
    return problems.isEmpty()
        ? new Outcome.Done(String.join(", ", done))
        : new Outcome.Withheld(Texts.untold(done, problems));
  }

  private static void count(List<String> done, int many, String what) {
    if (many > 0) {
      done.add(many + " " + what);
    }
  }

  private static Announced tell(GitHub github, PlannedAnnouncement planned) throws Lost {
    List<Json.Obj> targets = new Resolved(github).by(planned.commits(), planned.closes());
    Optional<Template> wording = planned.wording().map(Template::of);
    Optional<Template> condition = planned.condition().map(Template::of);
    return new Announcements(github, MOST)
        .say(
            targets,
            Marker.of("released", planned.key()),
            new Announcements.Wording() {
              @Override
              public boolean isTold(Json.Obj issue) {
                return condition.isEmpty() || condition.get().holds(names(planned, issue));
              }

              @Override
              public Optional<String> comment(Json.Obj issue) {
                return wording.map(template -> template.render(names(planned, issue)));
              }

              @Override
              public List<String> labels() {
                return planned.labels();
              }
            });
  }

  private static Json.Obj names(PlannedAnnouncement planned, Json.Obj issue) {
    return planned.names().with("issue", issue);
  }
}
