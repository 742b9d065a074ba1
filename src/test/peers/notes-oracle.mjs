// Writes release notes with the real packages: one JSON document a line on standard input, one
// answer a line on standard output. `{ "regex": [source, flags] }` is a regular expression.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:url";
import { generateNotes } from "@semantic-release/release-notes-generator";
import { prepare } from "@semantic-release/changelog";
import { CommitParser } from "conventional-commits-parser-7";
import { filterRevertedCommitsSync } from "conventional-commits-filter-6";
import { writeChangelogString } from "conventional-changelog-writer-9";
import hosts from "./node_modules/@semantic-release/release-notes-generator/lib/hosts-config.js";
import Handlebars from "handlebars";
import MarkdownIt from "markdown-it";

// The generator dates the notes by the clock; here a question brings its own day.
const RealDate = Date;
let today = RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [today]));
  }
};

const revive = (value) => {
  if (Array.isArray(value)) return value.map(revive);
  if (value && typeof value === "object") {
    if (value.regex) return new RegExp(...value.regex);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
  }
  return value;
};

const dated = (commit) => ({ ...commit, committerDate: new RealDate(commit.committerDate) });

/** The same steps as the generator's, with the next line of the packages. */
async function nextNotes({ settings, commits, repositoryUrl, lastRelease, nextRelease }) {
  const plain = repositoryUrl.replace(/\.git$/i, "");
  const scp = /^(?!.+:\/\/)(?:(.*)@)?(.*?):(.*)$/.exec(plain);
  const address = new URL(scp ? `ssh://${scp[1] ? `${scp[1]}@` : ""}${scp[2]}/${scp[3]}` : plain);
  const { hostname, pathname } = address;
  const port = address.protocol.includes("ssh") ? "" : address.port;
  const protocol = address.protocol === "http:" ? "http" : "https";
  const [, owner, repository] = /^\/([^/]+)?\/?(.+)?$/.exec(pathname) || [];
  const host = hosts[Object.keys(hosts).find((name) => hosts[name].hostname === hostname)] ?? hosts.default;
  const module = await import(
    settings.preset === "angular"
      ? "conventional-changelog-angular-9"
      : "conventional-changelog-conventionalcommits-10"
  );
  const preset = module.default(settings.presetConfig);
  const { issue, commit, referenceActions, issuePrefixes } = host;
  const parser = new CommitParser({ referenceActions, issuePrefixes, ...preset.parser });
  const ignore = preset.commits.ignore && new RegExp(preset.commits.ignore);
  const parsed = filterRevertedCommitsSync(
    commits
      .filter(({ message }) => message.trim() && !(ignore && ignore.test(message)))
      .map((raw) => ({ ...raw, ...parser.parse(raw.message) })),
  );
  const context = {
    version: nextRelease.version,
    host: format({ protocol, hostname, port }),
    owner,
    repository,
    previousTag: lastRelease.gitTag,
    currentTag: nextRelease.gitTag,
    linkCompare: nextRelease.gitTag && lastRelease.gitTag,
    issue,
    commit,
  };
  for (const key of ["host", "linkCompare", "linkReferences", "commit", "issue"]) {
    if (settings[key] !== undefined) context[key] = settings[key];
  }
  return writeChangelogString(parsed, context, { ...preset.writer, ...settings.writerOpts });
}

const questions = {
  async notes({ settings, commits, repositoryUrl, lastRelease, nextRelease, date }) {
    today = RealDate.parse(date);
    for (const name of Object.keys(Handlebars.partials)) Handlebars.unregisterPartial(name);
    return {
      notes: await generateNotes(revive(settings), {
        cwd: process.cwd(),
        commits: commits.map(dated),
        lastRelease,
        nextRelease,
        options: { repositoryUrl },
      }),
    };
  },
  async next(question) {
    today = RealDate.parse(question.date);
    return {
      notes: await nextNotes({
        ...question,
        settings: revive(question.settings),
        commits: question.commits.map(dated),
      }),
    };
  },
  async compare({ pairs }) {
    return { signs: pairs.map(([left, right]) => Math.sign(left.localeCompare(right, "en-US"))) };
  },
  async changelog({ old, notes, title }) {
    const folder = mkdtempSync(join(tmpdir(), "changelog-"));
    try {
      if (old !== null) writeFileSync(join(folder, "CHANGELOG.md"), old);
      await prepare(
        { changelogTitle: title ?? undefined },
        { cwd: folder, nextRelease: { notes }, logger: { log() {} } },
      );
      try {
        return { file: readFileSync(join(folder, "CHANGELOG.md"), "utf8") };
      } catch {
        return { file: null };
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  async template({ template, partials, context }) {
    for (const name of Object.keys(Handlebars.partials)) Handlebars.unregisterPartial(name);
    Handlebars.registerPartial(partials);
    return { text: Handlebars.compile(template, { noEscape: true })(context) };
  },
  async html({ markdown, html }) {
    return { html: new MarkdownIt({ html, linkify: true }).render(markdown) };
  },
};

// Not node's own line reader: it takes U+2028 for the end of a line.
async function* lines(stream) {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    yield* parts;
  }
}

for await (const line of lines(process.stdin)) {
  const question = JSON.parse(line);
  let answer;
  try {
    answer = await questions[question.ask](question);
  } catch (error) {
    answer = { error: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
