package dev.slipway.plan;

import java.util.List;

/// One thing that a plan does to the world. Each can be asked whether it is done already.
public sealed interface Step {
  /// The parts of a release, in their order; each is a group in the log.
  enum Part {
    PREPARE("Prepare"),
    PUBLISH("Publish"),
    SEAL("Seal"),
    ANNOUNCE("Announce");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /// For people.
    public String title() {
      return title;
    }
  }

  /// The part that it belongs to.
  default Part part() {
    return switch (this) {
      case RecordIntent _, DraftRelease _, UploadAsset _, OpenGate _ -> Part.PREPARE;
      case Publish _, Stage _, AwaitVisible _ -> Part.PUBLISH;
      case Seal _, MoveDistTag _, MarkRelease _, WriteChannelNote _ -> Part.SEAL;
      case PublishRelease _, Propose _, Announce _, ClearIntent _ -> Part.ANNOUNCE;
    };
  }

  /// Verb and noun, for people: `publish widget@1.3.0`.
  String what();

  /// True for what makes a release public; the other steps serve to get there, or speak of it.
  default boolean isPublic() {
    return switch (this) {
      case Publish _,
          Stage _,
          AwaitVisible _,
          Seal _,
          MoveDistTag _,
          WriteChannelNote _,
          PublishRelease _ ->
          true;
      case RecordIntent _,
          DraftRelease _,
          UploadAsset _,
          OpenGate _,
          MarkRelease _,
          Propose _,
          Announce _,
          ClearIntent _ ->
          false;
    };
  }

  /// Writes the plan into the remote, before anything else, so that any later run can finish it.
  /// Carries the release commit to the branch in the same push.
  record RecordIntent(List<String> tags) implements Step {
    public RecordIntent {
      tags = List.copyOf(tags);
    }

    @Override
    public String what() {
      return "record the intent for " + String.join(", ", tags);
    }
  }

  /// Makes the release page, unpublished.
  record DraftRelease(PlannedPage page) implements Step {
    @Override
    public String what() {
      return "draft the release page of " + page.tag();
    }
  }

  /// Puts a file on the unpublished page.
  record UploadAsset(PlannedPage page, PlannedPage.PlannedAsset asset) implements Step {
    @Override
    public String what() {
      return "upload " + asset.name();
    }
  }

  /// Marks the intent: from here on bytes may be on their way to the registry.
  record OpenGate(List<String> tags) implements Step {
    public OpenGate {
      tags = List.copyOf(tags);
    }

    @Override
    public String what() {
      return "mark the intent as under way";
    }
  }

  /// Sends one version to its registry.
  record Publish(PlannedRelease release) implements Step {
    @Override
    public String what() {
      return "publish " + release.label();
    }
  }

  /// Sends one version to its registry, where a person will approve it.
  record Stage(PlannedRelease release) implements Step {
    @Override
    public String what() {
      return "stage " + release.label();
    }
  }

  /// Waits until everybody can read the version, and compares it with ours.
  record AwaitVisible(PlannedRelease release) implements Step {
    @Override
    public String what() {
      return "see " + release.label() + " on the registry";
    }
  }

  /// Puts the tags on the released commit: the public claim that it is out.
  record Seal(List<String> tags, String commit) implements Step {
    public Seal {
      tags = List.copyOf(tags);
    }

    @Override
    public String what() {
      return "tag " + String.join(", ", tags);
    }
  }

  /// Points a dist-tag at a version that is live.
  record MoveDistTag(PlannedPromotion promotion) implements Step {
    @Override
    public String what() {
      return "point "
          + promotion.distTag()
          + " of "
          + promotion.name()
          + " at "
          + promotion.version();
    }
  }

  /// Marks the release page of a version that gets one more channel as what it is by now.
  record MarkRelease(PlannedPage page) implements Step {
    @Override
    public String what() {
      return "mark the release page of "
          + page.tag()
          + " as "
          + (page.prerelease() ? "a pre-release" : page.latest() ? "the latest" : "a full release");
    }
  }

  /// Writes the git note that says which channels a tag was released to.
  record WriteChannelNote(PlannedNote note) implements Step {
    @Override
    public String what() {
      return "note the channel of " + note.tag();
    }
  }

  /// Publishes the release page.
  record PublishRelease(PlannedPage page) implements Step {
    @Override
    public String what() {
      return "publish the release page of " + page.tag();
    }
  }

  /// Brings the pull request with the release's files up to date.
  record Propose(PlannedProposal proposal) implements Step {
    @Override
    public String what() {
      return "keep the pull request to " + proposal.base();
    }
  }

  /// Tells the pull requests and issues that the release resolves.
  record Announce(PlannedAnnouncement announcement) implements Step {
    @Override
    public String what() {
      return announcement.speaks()
          ? "tell what " + announcement.key() + " resolves"
          : "close the issue of failed releases";
    }
  }

  /// Takes the intent away: nothing is open any more.
  record ClearIntent(List<String> tags) implements Step {
    public ClearIntent {
      tags = List.copyOf(tags);
    }

    @Override
    public String what() {
      return "clear the intent";
    }
  }
}
