// semantic-release itself as the judge of decisions: reads one case a line on standard input, runs
// the real package's own pipeline on it (dry run), and writes one result a line.
//
// A case holds either `cwd` and `repositoryUrl` of a repository on disk, or `graph`: then the
// pipeline's calls of git are answered from that graph, which is a hundred times faster.
//
// Runs in the folder that has the node_modules.
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { Readable, Writable } from "node:stream";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "./judge.mjs";

const modules = join(process.cwd(), "node_modules");
const emptyFolder = mkdtempSync(join(tmpdir(), "oracle-"));
process.on("exit", () => rmSync(emptyFolder, { recursive: true }));
const realUrl = (...parts) => pathToFileURL(join(modules, ...parts)).href;

let current; // the case at hand
const answers = {
  execa: (...call) => (current.graph ? fakeGit(...call) : real.execa(...call)),
  log: (...call) => (current.graph ? fakeLog(...call) : real.log.parse(...call)),
};
globalThis.slipwayAnswers = answers;
const inline = (source) => "data:text/javascript," + encodeURIComponent(source);
const EXECA = inline("export const execa = (...call) => globalThis.slipwayAnswers.execa(...call);");
const LOG = inline(
  "export default { fields: {}, parse: (...call) => globalThis.slipwayAnswers.log(...call) };"
);
registerHooks({
  resolve(specifier, context, next) {
    const fromGit = (context.parentURL ?? "").endsWith("/semantic-release/lib/git.js");
    if (fromGit && specifier === "execa") return { url: EXECA, shortCircuit: true };
    if (fromGit && specifier === "git-log-parser") return { url: LOG, shortCircuit: true };
    return next(specifier, context);
  },
});

const real = {
  execa: (await import(realUrl("execa", "index.js"))).execa,
  log: (await import(realUrl("git-log-parser", "src", "index.js"))).default,
};
Object.assign(real.log.fields, {
  hash: "H",
  message: "B",
  gitTags: "d",
  committerDate: { key: "ci", type: Date },
});
const semanticRelease = (await import(realUrl("semantic-release", "index.js"))).default;

const reply = (stdout) => ({ stdout, stderr: "", exitCode: 0 });
const fail = (message) => Object.assign(new Error(message), { command: "git", stderr: message });

function reachable(sha) {
  const seen = new Set();
  const open = [sha];
  while (open.length > 0) {
    const next = open.pop();
    const commit = current.graph.commits[next];
    if (commit && !seen.has(next)) {
      seen.add(next);
      open.push(...commit.parents);
    }
  }
  return seen;
}

async function fakeGit(command, args) {
  const graph = current.graph;
  const verb = args[0];
  if (verb === "ls-remote" && args.length === 4) {
    return reply(
      Object.entries(graph.heads)
        .map(([name, sha]) => `${sha}\trefs/heads/${name}`)
        .join("\n")
    );
  }
  if (verb === "rev-parse" && args[1] === "--git-dir") return reply(".git");
  if (verb === "rev-parse" && args[1] === "--abbrev-ref") return reply(current.ciBranch);
  if (verb === "rev-parse" && args[1] === "HEAD") return reply(graph.head);
  if (verb === "fetch" || verb === "push") return reply("");
  if (verb === "check-ref-format") {
    if (/[\s~^:?*[\\]|\.\.|@\{|\/$|\/\/|\.lock$|\.$|\/\./.test(args[1])) throw fail("bad ref");
    return reply("");
  }
  if (verb === "tag") {
    const seen = reachable(args[2] === current.ciBranch ? graph.head : graph.heads[args[2]]);
    return reply(
      Object.keys(graph.tags)
        .filter((tag) => seen.has(graph.tags[tag]))
        .join("\n")
    );
  }
  if (verb === "log") return reply(graph.notesLog.join("\n"));
  if (verb === "rev-list") return reply(graph.tags[args[2]]);
  throw new Error(`unexpected git ${args.join(" ")}`);
}

function fakeLog({ _: range }) {
  const graph = current.graph;
  const commit = (ref) => (ref === "HEAD" ? graph.head : (graph.tags[ref] ?? ref));
  const [from, to] = range.includes("..") ? range.split("..").map(commit) : [undefined, commit(range)];
  const old = from ? reachable(from) : new Set();
  const commits = [...reachable(to)]
    .filter((sha) => !old.has(sha))
    .map((sha) => ({ sha, ...graph.commits[sha] }))
    .sort((a, b) => b.date - a.date);
  return Readable.from(
    commits.map(({ sha, message }) => ({
      commit: { long: sha, short: sha.slice(0, 7) },
      hash: sha,
      subject: message.split("\n")[0],
      message,
      gitTags: "",
    }))
  );
}

async function run() {
  const { plugins, result } = judge((ref) => current.graph?.tags[ref] ?? ref);
  const sink = () => new Writable({ write: (chunk, encoding, done) => done() });
  try {
    await semanticRelease(
      {
        branches: current.branches,
        tagFormat: current.tagFormat,
        repositoryUrl: current.repositoryUrl ?? "https://example.test/owner/name.git",
        dryRun: true,
        plugins: [],
        ...plugins,
      },
      {
        cwd: current.cwd ?? emptyFolder,
        env: {
          PATH: process.env.PATH,
          HOME: emptyFolder,
          GITHUB_ACTIONS: "true",
          GITHUB_REF: `refs/heads/${current.ciBranch}`,
        },
        stdout: sink(),
        stderr: sink(),
      }
    );
    if (result.outcome === "nothing" && !result.lines) result.outcome = "wrong branch";
  } catch (error) {
    const errors = [...(error.errors ?? [error])];
    result.outcome = "refused";
    result.errors = errors
      .map((e) => ({ code: e.code ?? e.name, message: e.message, details: e.details ?? e.stack }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
  return result;
}

for await (const line of createInterface({ input: process.stdin })) {
  current = JSON.parse(line);
  process.stdout.write(JSON.stringify({ id: current.id, ...(await run()) }) + "\n");
}
