// Decides and writes notes as semantic-release does for the configuration in a folder: one JSON document a line on
// standard input, one answer a line on standard output.
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("semantic-release/package.json"));

// git is asked for nothing but the remote's address, which is given.
const noGit = "export const execa = async () => { throw new Error('no git') };";
registerHooks({
  resolve(specifier, context, next) {
    return specifier === "execa" && (context.parentURL ?? "").endsWith("/semantic-release/lib/git.js")
      ? { url: "data:text/javascript," + encodeURIComponent(noGit), shortCircuit: true }
      : next(specifier, context);
  },
});

// The generator dates the notes by the clock; here every day is the same.
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [RealDate.UTC(2026, 8, 1)]));
  }
};

const { default: getConfig } = await import(pathToFileURL(join(home, "lib/get-config.js")));
const logger = { scope: () => logger, log() {}, warn() {}, error() {}, success() {}, scopeName: "test" };
const sink = () => new Writable({ write: (chunk, encoding, done) => done() });
const dated = (commit) => ({ ...commit, committerDate: new RealDate(commit.committerDate) });

async function answer({ cwd, commits, lastRelease, nextRelease }) {
  const context = { cwd, env: { CI: "true" }, stdout: sink(), stderr: sink(), logger };
  let at = "config";
  try {
    const { plugins, options } = await getConfig(context, { repositoryUrl: "https://github.com/acme/widget.git" });
    Object.assign(context, { options, commits: commits.map(dated), lastRelease });
    at = "analyze";
    const type = await plugins.analyzeCommits(context);
    at = "notes";
    const notes = await plugins.generateNotes({ ...context, nextRelease });
    return { type: type ?? null, notes };
  } catch (error) {
    const all = error.errors ? [...error.errors] : [error];
    return { at, error: all.map((one) => `${one.code ?? one.name}: ${one.message}`).join("; ") };
  }
}

// Not node's own line reader: it takes U+2028 for the end of a line.
let rest = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  const parts = (rest + chunk).split("\n");
  rest = parts.pop();
  for (const line of parts) process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
