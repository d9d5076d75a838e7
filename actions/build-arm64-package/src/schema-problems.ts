import { closestName, isRecord, member } from "@fairway/domain";

/** One failed assertion, as validators report it: https://json-schema.org/draft/2020-12/json-schema-core#section-12 */
export interface SchemaError {
  readonly keyword: string;
  /** `#/properties/layout/items/$ref/pattern`. */
  readonly keywordLocation: string;
  /** `#/layout/0/to`. */
  readonly instanceLocation: string;
  readonly error: string;
}

/** What only repeats that something further inside failed. */
const ECHOES = new Set(["properties", "items", "$ref", "false", "propertyNames", "additionalProperties"]);

/**
 * The problems that a validator found, in words for the person who wrote the value: where it is, what it is, and the rule,
 * which is the description that the schema gives to editors too.
 */
export function listProblems(schema: unknown, value: unknown, errors: readonly SchemaError[]): readonly string[] {
  const problems = errors.flatMap((error) => {
    const steps = pointerSteps(error.instanceLocation);
    if (error.keyword === "additionalProperties") return unknownKeys(schema, value, error);
    if (error.keyword === "required") return missingKeys(schema, value, error);
    if (ECHOES.has(error.keyword)) return [];
    const rule = ruleOf(schema, error);
    if (error.keywordLocation.includes("/propertyNames"))
      return [`${place(steps.slice(0, -1))}: the key ${quote(steps.at(-1))} is refused. ${rule}`];
    return [`${place(steps)}: ${quote(valueAt(value, steps))} is refused. ${rule}`];
  });
  return [...new Set(problems)];
}

/** Keys that the schema does not know; a validator also counts those whose value failed, which are told by themselves. */
function unknownKeys(schema: unknown, value: unknown, { keywordLocation, instanceLocation }: SchemaError): string[] {
  const owner = nodesAt(schema, keywordLocation).at(-2);
  if (member(owner, "additionalProperties") !== false) return [];
  const known = Object.keys((member(owner, "properties") as object | undefined) ?? {});
  const steps = pointerSteps(instanceLocation);
  const found = valueAt(value, steps);
  return Object.keys(isRecord(found) ? found : {})
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = closestName(key, known);
      const hint = near === undefined ? `the keys here are ${known.join(", ")}` : `did you mean ${near}?`;
      return `${place([...steps, key])}: is not a key of the manifest; ${hint}`;
    });
}

function missingKeys(schema: unknown, value: unknown, { keywordLocation, instanceLocation }: SchemaError): string[] {
  const required = nodesAt(schema, keywordLocation).at(-1);
  const steps = pointerSteps(instanceLocation);
  const found = valueAt(value, steps);
  return (Array.isArray(required) ? required : [])
    .filter((key): key is string => typeof key === "string" && member(found, key) === undefined)
    .map((key) => `${place([...steps, key])}: is required and not there`);
}

/** The description nearest to the failed assertion, else the validator's own words. */
function ruleOf(schema: unknown, { keywordLocation, error }: SchemaError): string {
  const described = nodesAt(schema, keywordLocation).findLast(
    (node) => typeof member(node, "description") === "string",
  );
  const description = member(described, "description");
  return typeof description === "string" ? description : error;
}

/** The schema's nodes on the way to a keyword, references followed; the keyword's own value is the last. */
function nodesAt(schema: unknown, keywordLocation: string): readonly unknown[] {
  const nodes: unknown[] = [schema];
  for (const step of pointerSteps(keywordLocation)) {
    const next = Array.isArray(nodes.at(-1)) ? (nodes.at(-1) as unknown[])[Number(step)] : member(nodes.at(-1), step);
    const reference = step === "$ref" && typeof next === "string" ? next : undefined;
    nodes.push(reference === undefined ? next : nodesAt(schema, reference).at(-1));
  }
  return nodes;
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  let current = value;
  for (const step of steps)
    current = Array.isArray(current) ? (current as unknown[])[Number(step)] : member(current, step);
  return current;
}

function pointerSteps(location: string): string[] {
  return location
    .replace(/^#\/?/, "")
    .split("/")
    .filter((step) => step !== "")
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** `layout[2].from`, as people write it. */
function place(steps: readonly string[]): string {
  const text = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
  return text === "" ? "the manifest" : text.replace(/^\./, "");
}

function quote(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
