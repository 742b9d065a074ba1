// Holds GraphQL documents, their variables and what was answered against GitHub's own schema.
// Reads a JSON array of {document, variables, answer} on standard input; prints what is wrong, one line each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { buildSchema, parse, validate, TypeInfo, getOperationAST, isAbstractType, isListType, isNonNullType, isLeafType, isObjectType } =
  require("graphql");
const { getVariableValues } = require("graphql/execution/values");

const folder = new URL("node_modules/@octokit/graphql-schema/", import.meta.url);
const schema = buildSchema(readFileSync(new URL("schema.graphql", folder), "utf8"), {
  assumeValid: true,
});
const wrong = [];

function field(type, name) {
  return name === "__typename" ? undefined : type.getFields()[name];
}

// Every member of the answer must have been asked for, and be of the type the schema says.
function complete(value, type, node, fragments, where) {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) return wrong.push(`${where} is null`);
    return complete(value, type.ofType, node, fragments, where);
  }
  if (value === null || value === undefined) return;
  if (isListType(type)) {
    if (!Array.isArray(value)) return wrong.push(`${where} is no list`);
    return value.forEach((item, i) => complete(item, type.ofType, node, fragments, `${where}[${i}]`));
  }
  if (isLeafType(type)) {
    try {
      type.serialize(value);
    } catch (error) {
      wrong.push(`${where}: ${error.message}`);
    }
    return;
  }
  const concrete = isAbstractType(type) ? guess(type, value) : type;
  const wanted = new Map();
  collect(node.selectionSet, concrete, fragments, wanted);
  for (const [name, selection] of wanted) {
    if (!(name in value)) wrong.push(`${where}.${name} was asked for and is missing`);
    const definition = field(concrete, selection.name.value);
    if (definition) complete(value[name], definition.type, selection, fragments, `${where}.${name}`);
  }
  for (const name of Object.keys(value)) {
    if (!wanted.has(name)) wrong.push(`${where}.${name} was not asked for`);
  }
}

function guess(type, value) {
  const possible = schema.getPossibleTypes(type);
  return (
    possible.find((one) => one.name === value.__typename) ??
    possible.find((one) => Object.keys(value).every((name) => field(one, name))) ??
    possible[0]
  );
}

function collect(set, type, fragments, into) {
  for (const selection of set.selections) {
    if (selection.kind === "Field") {
      into.set((selection.alias ?? selection.name).value, selection);
    } else {
      const part = selection.kind === "InlineFragment" ? selection : fragments[selection.name.value];
      const on = schema.getType(part.typeCondition.name.value);
      const fits =
        on === type || (isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type));
      if (fits) collect(part.selectionSet, type, fragments, into);
    }
  }
}

for (const { document, variables, answer } of JSON.parse(readFileSync(0, "utf8"))) {
  const parsed = parse(document);
  validate(schema, parsed).forEach((error) => wrong.push(error.message));
  const operation = getOperationAST(parsed);
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  errors?.forEach((error) => wrong.push(error.message));
  const fragments = Object.fromEntries(
    parsed.definitions
      .filter((definition) => definition.kind === "FragmentDefinition")
      .map((definition) => [definition.name.value, definition]),
  );
  const root = operation.operation === "mutation" ? schema.getMutationType() : schema.getQueryType();
  if (answer.data) complete(answer.data, root, { selectionSet: operation.selectionSet }, fragments, "data");
}
process.stdout.write([...new Set(wrong)].join("\n"));
