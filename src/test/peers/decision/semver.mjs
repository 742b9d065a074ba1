// node-semver as the judge: reads a JSON array of questions on standard input, prints the answers.
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const semver = createRequire(join(process.cwd(), "package.json"))("semver");
const answers = {
  valid: (a) => semver.valid(a) !== null && !a.startsWith("v"),
  compare: (a, b) => semver.compare(a, b),
  inc: (a, type) => semver.inc(a, type),
  diff: (a, b) => semver.diff(a, b),
  range: (a) => semver.validRange(a) !== null,
  clean: (a) => semver.valid(semver.clean(a)) ?? "",
  isIn: (a, b) => semver.satisfies(a, b, { includePrerelease: true }),
};
const questions = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(questions.map(([what, ...given]) => answers[what](...given) ?? null)));
