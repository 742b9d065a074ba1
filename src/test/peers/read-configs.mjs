// Reads the configuration of every folder named on standard input (a JSON array) as semantic-release sees it.
// Prints a JSON array of {options} or {error} behind the mark @@answers@@, since configurations may print, too.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("semantic-release/package.json"));
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
