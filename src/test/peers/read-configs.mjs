// Reads the configuration of every folder named on standard input (a JSON array) as semantic-release sees it.
// Prints a JSON array of {options} or {error} behind the mark @@answers@@, since configurations may print, too.
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("semantic-release/package.json"));
// git is asked for nothing but the remote's address, once for every folder, which is not compared.
const noGit = "export const execa = async () => { throw new Error('no git') };";
registerHooks({
  resolve(specifier, context, next) {
    return specifier === "execa" && (context.parentURL ?? "").endsWith("/semantic-release/lib/git.js")
      ? { url: "data:text/javascript," + encodeURIComponent(noGit), shortCircuit: true }
      : next(specifier, context);
  },
});
const { default: getConfig } = await import(pathToFileURL(join(home, "lib/get-config.js")));

const logger = { scope: () => logger, log() {}, warn() {}, error() {}, success() {}, scopeName: "test" };
const shown = (_, value) => {
  if (value instanceof RegExp) return { $pattern: value.source, flags: value.flags };
  if (typeof value === "function") return { $code: true };
  return value;
};

let text = "";
for await (const chunk of process.stdin) text += chunk;
const answers = [];
for (const cwd of JSON.parse(text)) {
  try {
    const { options } = await getConfig(
      { cwd, env: process.env, stdout: process.stdout, stderr: process.stderr, logger },
      {}
    );
    answers.push({ options: JSON.parse(JSON.stringify(options, shown)) });
  } catch (error) {
    const all = error.errors ? [...error.errors] : [error];
    answers.push({ error: all.map((one) => one.code || one.name || "Error").join(",") + ": " + String(error.message).slice(0, 300) });
  }
}
process.stdout.write(`\n@@answers@@${JSON.stringify(answers)}`);
