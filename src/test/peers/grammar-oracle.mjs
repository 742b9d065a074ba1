// Answers questions about commit messages with the real packages: one JSON document a line on
// standard input, one answer a line on standard output.
import { CommitParser as Parser6 } from "conventional-commits-parser";
import { CommitParser as Parser7 } from "conventional-commits-parser-7";
import { filterRevertedCommitsSync as filter5 } from "conventional-commits-filter";
import { filterRevertedCommitsSync as filter6 } from "conventional-commits-filter-6";
import { analyzeCommits } from "@semantic-release/commit-analyzer";
import { createRequire } from "node:module";
import { Script, createContext } from "node:vm";

const micromatch = createRequire(
  createRequire(import.meta.url).resolve("@semantic-release/commit-analyzer"),
)("micromatch");

const packages = {
  sr25: { angular: "angular", conventionalcommits: "conventionalcommits" },
  cc10: { angular: "angular-9", conventionalcommits: "conventionalcommits-10" },
};

const parsers = new Map();

/** `{ "regex": [source, flags] }` is a regular expression. */
const revive = (value) => {
  if (Array.isArray(value)) return value.map(revive);
  if (value && typeof value === "object") {
    if (value.regex) return new RegExp(...value.regex);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
  }
  return value;
};

async function parser({ profile, preset, presetConfig, parserOpts }) {
  const key = JSON.stringify([profile, preset, presetConfig, parserOpts]);
  if (!parsers.has(key)) {
    let options = {};
    if (preset) {
      const name = packages[profile][preset] ?? preset;
      const module = await import(`conventional-changelog-${name}`);
      options = (await module.default(presetConfig)).parser;
    }
    const Parser = profile === "sr25" ? Parser6 : Parser7;
    if (parsers.size > 100) parsers.clear();
    parsers.set(key, new Parser({ ...options, ...revive(parserOpts) }));
  }
  return parsers.get(key);
}

/** Some globs become expressions that never end: all texts are tried together, and where that does
 * not come to an end, each for a short while. */
const globbing = createContext({ micromatch });
const match = new Script(`texts.map((text) => {
  try {
    return micromatch.isMatch(text, pattern);
  } catch (error) {
    return { error: String(error.message) };
  }
})`);
const matched = (pattern, texts, timeout) => {
  Object.assign(globbing, { pattern, texts });
  return match.runInContext(globbing, { timeout });
};

const attempt = (ask) => {
  try {
    return ask();
  } catch (error) {
    return { error: String(error.message) };
  }
};

const questions = {
  async parse(question) {
    const answers = [];
    for (const message of question.messages) {
      const reader = await parser(question);
      answers.push(attempt(() => reader.parse(message)));
      // A parser that broke off half way keeps places in its expressions for the next message.
      if (answers.at(-1).error) parsers.clear();
    }
    return answers;
  },
  async filter(question) {
    const reader = await parser(question);
    const commits = question.commits.map(({ hash, message }) => ({
      hash,
      message,
      ...reader.parse(message),
    }));
    const filter = question.profile === "sr25" ? filter5 : filter6;
    return [...filter(commits.map((commit, index) => ({ ...commit, index })))].map((c) => c.index);
  },
  async analyze({ settings, commits }) {
    try {
      const type = await analyzeCommits(revive(settings), {
        cwd: process.cwd(),
        // As semantic-release hands them over.
        commits: commits.map((commit) => ({ ...commit, message: commit.message.trim() })),
        logger: { log() {}, error() {} },
      });
      return { type };
    } catch (error) {
      return { error: String(error.message) };
    }
  },
  async glob({ pattern, texts }) {
    const all = attempt(() => matched(pattern, texts, 250));
    return all.error ? texts.map((text) => attempt(() => matched(pattern, [text], 20)[0])) : all;
  },
  async regex({ source, flags, texts }) {
    const pattern = attempt(() => new RegExp(source, flags));
    if (pattern.error) return pattern;
    return texts.map((text) => {
      const match = text.match(pattern);
      return match && { index: match.index, groups: [...match].map((g) => g ?? null) };
    });
  },
};

/** Lines end with a line feed here, not with U+2028 as `readline` has it. */
async function* lines(input) {
  let rest = "";
  input.setEncoding("utf8");
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    yield* parts;
  }
}

for await (const line of lines(process.stdin)) {
  const question = JSON.parse(line);
  const answer = await questions[question.ask](question);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
