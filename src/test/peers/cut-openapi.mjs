// Cuts GitHub's OpenAPI description down to the operations that Slipway uses, without prose.
//
//   npm install --prefix FOLDER --ignore-scripts @octokit/openapi@23.0.2
//   node src/test/peers/cut-openapi.mjs FOLDER > src/test/resources/dev/slipway/github/openapi.json
import { readFileSync } from "node:fs";

const description = JSON.parse(
  readFileSync(
    `${process.argv[2]}/node_modules/@octokit/openapi/generated/api.github.com.json`,
    "utf8",
  ),
);

const used = {
  "": ["get"],
  "/branches/{branch}": ["get"],
  "/git/blobs": ["post"],
  "/git/commits": ["post"],
  "/git/commits/{commit_sha}": ["get"],
  "/git/matching-refs/{ref}": ["get"],
  "/git/ref/{ref}": ["get"],
  "/git/refs": ["post"],
  "/git/refs/{ref}": ["patch", "delete"],
  "/git/trees": ["post"],
  "/immutable-releases": ["get"],
  "/issues": ["get", "post"],
  "/issues/{issue_number}": ["get", "patch"],
  "/issues/{issue_number}/comments": ["get", "post"],
  "/issues/{issue_number}/labels": ["post"],
  "/issues/comments/{comment_id}": ["patch"],
  "/pulls": ["get", "post"],
  "/pulls/{pull_number}": ["patch"],
  "/releases": ["get", "post"],
  "/releases/assets/{asset_id}": ["get", "delete"],
  "/releases/tags/{tag}": ["get"],
  "/releases/{release_id}": ["get", "patch", "delete"],
  "/releases/{release_id}/assets": ["get", "post"],
  "/rules/branches/{branch}": ["get"],
  "/rulesets": ["get"],
  "/rulesets/{ruleset_id}": ["get"],
};

const prose = new Set([
  "description",
  "summary",
  "externalDocs",
  "tags",
  "operationId",
  "example",
  "examples",
  "x-github",
  "headers",
  "title",
  "deprecated",
  "callbacks",
]);

// Inside `properties` the keys are names of members, not of the description's own language.
function bare(value, names = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !prose.has(key))
      .map(([key, item]) => [key, bare(item, key === "properties" && !names)]),
  );
}

const components = {};
function follow(value) {
  if (Array.isArray(value)) return value.forEach(follow);
  if (value === null || typeof value !== "object") return;
  if (typeof value.$ref === "string") {
    const [, , kind, name] = value.$ref.split("/");
    components[kind] ??= {};
    if (!components[kind][name]) {
      components[kind][name] = bare(description.components[kind][name]);
      follow(components[kind][name]);
    }
  }
  Object.values(value).forEach(follow);
}

const paths = {};
for (const [path, methods] of Object.entries(used)) {
  const full = `/repos/{owner}/{repo}${path}`;
  for (const method of methods) {
    const operation = bare(description.paths[full][method]);
    follow(operation);
    paths[full] ??= {};
    paths[full][method] = operation;
  }
}

const sorted = Object.fromEntries(
  Object.entries(components).map(([kind, all]) => [
    kind,
    Object.fromEntries(Object.entries(all).sort()),
  ]),
);
process.stdout.write(
  JSON.stringify({
    "x-notice":
      "A part of GitHub's OpenAPI description (github/rest-api-description, from @octokit/openapi 23.0.2), cut by src/test/peers/cut-openapi.mjs. MIT License, Copyright (c) GitHub 2020.",
    openapi: description.openapi,
    info: { version: description.info.version, license: description.info.license },
    paths,
    components: sorted,
  }) + "\n",
);
