import type { PinnedPackages } from "../support/pinned-packages.ts";
import { openPublishedSchemas, type PublishedSchemas, type Schema } from "./published-schemas.ts";

/** One answer of the server, with the request that it belongs to. */
export interface ObservedAnswer {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly status: number;
  /** Undefined when there was none. */
  readonly body: unknown;
}

/** What the published description says of an answer. */
export type AnswerVerdict =
  | { readonly kind: "as-described"; readonly operation: string }
  /** The status is one that GitHub sends without describing it for this operation; the general error form was required. */
  | { readonly kind: "general-error"; readonly operation: string }
  | { readonly kind: "deviates"; readonly operation: string; readonly reasons: readonly string[] }
  | { readonly kind: "unknown-operation" };

/**
 * The path that the description has for an address. Uploads go to a host of their own on github.com, and below this prefix
 * elsewhere.
 */
export function describedPath(address: URL): string {
  return decodeURIComponent(address.pathname.replace(/^\/api\/uploads(?=\/)/, ""));
}

type Validate = ((value: unknown) => boolean) & {
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};

interface Validator {
  compile(schema: unknown): Validate;
  addSchema(schema: unknown, name: string): void;
}

type ValidatorClass = new (options: Readonly<Record<string, unknown>>) => Validator;

/** Sent for every operation: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
const GENERAL_ERRORS = new Set([400, 401, 403, 404, 409, 422, 429, 502]);

/** Opens the judge of answers. A schema is compiled when an answer first needs it: the whole description would take minutes. */
export function openAnswerJudge(packages: PinnedPackages): (answer: ObservedAnswer) => AnswerVerdict {
  const { Ajv } = packages.require("ajv") as { Ajv: ValidatorClass };
  const schemas = openPublishedSchemas(packages);
  const validator = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
  const compile = createCompiler(validator, schemas);
  return (answer) => {
    const operation = schemas.operationOf(answer.method, answer.path);
    if (operation === undefined) return { kind: "unknown-operation" };
    const described = schemas.answersOf(operation);
    const isKnown = described.has(answer.status);
    if (!isKnown && !GENERAL_ERRORS.has(answer.status))
      return { kind: "deviates", operation, reasons: [`status ${answer.status} is not described`] };
    const isError = answer.status >= 400;
    const schema = described.get(answer.status) ?? (isError ? schemas.components["basic-error"] : undefined);
    const reasons = deviations(compile, schema, answer.body);
    if (reasons.length > 0) return { kind: "deviates", operation, reasons };
    return { kind: isKnown ? "as-described" : "general-error", operation };
  };
}

type Compile = (schema: Schema) => Validate;

/** Each component is compiled once, with the components that it names, and found again by its address. */
function createCompiler(validator: Validator, schemas: PublishedSchemas): Compile {
  const added = new Set<string>();
  const compiled = new Map<Schema, Validate>();
  const addNamed = (schema: unknown): void => {
    for (const name of namesIn(schema)) {
      if (added.has(name)) continue;
      added.add(name);
      const component = withoutNullable(amended(name, schemas.components[name]));
      validator.addSchema(component, name);
      addNamed(component);
    }
  };
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const own = withoutNullable(schema);
    addNamed(own);
    const validate = validator.compile(own);
    compiled.set(schema, validate);
    return validate;
  };
}

/**
 * The one place where the description contradicts itself: the schema of an asset knows two states, and the prose of the
 * upload a third, `starter`, for what a broken upload leaves behind. A test reads that prose.
 */
function amended(name: string, component: Schema | undefined): unknown {
  if (name !== "release-asset" || component === undefined) return component;
  const { state, ...properties } = component["properties"] as Readonly<Record<string, Schema>>;
  if (!Array.isArray(state?.["enum"])) throw new Error("The schema of an asset no longer lists its states.");
  return { ...component, properties: { ...properties, state: { ...state, enum: [...state["enum"], "starter"] } } };
}

function deviations(compile: Compile, schema: Schema | undefined, body: unknown): string[] {
  if (schema === undefined) return body === undefined ? [] : ["there is a body where none is described"];
  const validate = compile(schema);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "the answer"} ${message ?? ""}`);
}

/**
 * JSON schema has no `nullable`: what OpenAPI 3.0 means by it is "or null". References become the components' names. A
 * default is an answer that GitHub gives, also where it contradicts the format: a deployment status without an address
 * has `""`, and the description says both that and `format: uri`.
 */
function withoutNullable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutNullable);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, ...kept } = schema as Record<string, unknown>;
  const converted = Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [key, key === "$ref" ? nameIn(value) : withoutNullable(value)]),
  );
  const others = [
    ...(nullable === true ? [{ type: "null" }] : []),
    ...("format" in kept && "default" in kept ? [{ const: kept["default"] }] : []),
  ];
  return others.length > 0 ? { anyOf: [converted, ...others] } : converted;
}

function nameIn(reference: unknown): string | undefined {
  return String(reference).split("/").at(-1);
}

function namesIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === "$ref" && typeof value === "string" ? [value] : namesIn(value),
  );
}

const FORMATS = {
  uri: (text: string) => URL.canParse(text),
  "uri-template": (text: string) => URL.canParse(text.replaceAll(/\{[^{}]*\}/g, "")),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  int64: true,
};
