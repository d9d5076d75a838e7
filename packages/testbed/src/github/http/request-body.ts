import type { Call } from "./call.ts";
import { invalidRequest, Refusal } from "./refusal.ts";

/** Typed access to a JSON request body; each reader refuses a value of the wrong type as GitHub's schema check does. */
export interface RequestBody {
  /** Whether the field was sent at all, `null` included. */
  has(name: string): boolean;
  text(name: string): string;
  optionalText(name: string): string | undefined;
  optionalFlag(name: string): boolean | undefined;
  list(name: string): readonly unknown[];
  optionalList(name: string): readonly unknown[] | undefined;
  optionalObject(name: string): RequestBody | undefined;
  /** The field as it was sent, for values that are kept and not read. */
  raw(name: string): unknown;
}

/** The call's body as a JSON object; an empty body counts as `{}`. Throws 400 for text that is not a JSON object. */
export function requestBody(call: Call): RequestBody {
  if (call.body.length === 0) return fields({});
  let parsed: unknown;
  try {
    parsed = JSON.parse(call.body.toString("utf8"));
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
  if (!isObject(parsed)) throw new Refusal(400, "Body should be a JSON object");
  return fields(parsed);
}

/** The same readers over an object found inside a body. */
function fields(values: Readonly<Record<string, unknown>>): RequestBody {
  const optional = <T>(name: string, article: string, is: (value: unknown) => value is T): T | undefined => {
    const value = values[name];
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    throw invalidRequest(`For 'properties/${name}', ${JSON.stringify(value)} is not ${article}.`);
  };
  const required = <T>(name: string, value: T | undefined): T => {
    if (value === undefined) throw invalidRequest(`"${name}" wasn't supplied.`);
    return value;
  };
  const optionalText = (name: string) => optional(name, "a string", (value) => typeof value === "string");
  const optionalList = (name: string) =>
    optional(name, "an array", (value): value is unknown[] => Array.isArray(value));
  return {
    has: (name) => Object.hasOwn(values, name),
    raw: (name) => values[name],
    text: (name) => required(name, optionalText(name)),
    optionalText,
    optionalFlag: (name) => optional(name, "a boolean", (value) => typeof value === "boolean"),
    list: (name) => required(name, optionalList(name)),
    optionalList,
    optionalObject(name) {
      const value = optional(name, "an object", isObject);
      return value === undefined ? undefined : fields(value);
    },
  };
}

/** A list's entry as an object; throws 422 for anything else. */
export function entryFields(value: unknown): RequestBody {
  if (!isObject(value)) throw invalidRequest(`${JSON.stringify(value)} is not an object.`);
  return fields(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
