// The plug-ins with which semantic-release judges: they release by the first word of each commit's
// message, and write down what semantic-release tells them.
const BUMPS = ["patch", "minor", "major"];
const nil = (value) => value ?? null;
const release = (last, commitOf) =>
  last?.version
    ? { version: last.version, tag: last.gitTag, head: commitOf(last.gitHead), channels: last.channels.map((c) => c || null) }
    : null;

// `commitOf` leads from the name of a tag to its commit, where the caller knows it.
export function judge(commitOf = (ref) => ref) {
  const result = { outcome: "nothing", promotion: null };
  const plugins = {
    verifyConditions: (_, { branches }) => {
      result.lines = branches.map((b) => ({
        name: b.name,
        type: b.type,
        channel: b.channel || null,
        range: nil(b.range),
        accept: nil(b.accept),
        mergeRange: nil(b.mergeRange),
        prerelease: b.type === "prerelease" ? b.prerelease : null,
        main: b.main ?? false,
      }));
    },
    analyzeCommits: (_, { commits, lastRelease }) => {
      result.last = release(lastRelease, commitOf);
      result.commits = commits.map(({ hash }) => hash);
      const bumps = commits.map(({ message }) => BUMPS.indexOf(message.split(/[ :]/)[0]));
      return BUMPS[Math.max(-1, ...bumps)];
    },
    generateNotes: (_, { commits, lastRelease, nextRelease }) => {
      if (result.last === undefined) {
        result.promotion = {
          version: nextRelease.version,
          tag: nextRelease.gitTag,
          head: nextRelease.gitHead,
          channel: nextRelease.channel,
          type: nextRelease.type,
          last: release(lastRelease, commitOf),
          commits: commits.map(({ hash }) => hash),
        };
      } else {
        result.outcome = "release";
        result.version = nextRelease.version;
        result.tag = nextRelease.gitTag;
        result.channel = nextRelease.channel;
        result.type = nextRelease.type;
        result.head = nextRelease.gitHead;
      }
      return "";
    },
  };
  return { plugins, result };
}
