import { readFileSync } from "node:fs";
import type { PinnedPackages } from "../support/pinned-packages.ts";

/** A JSON schema or a part of one, as OpenAPI 3.0 writes it. */
export type Schema = Readonly<Record<string, unknown>>;

/** What GitHub publishes about the answers of its REST API. */
export interface PublishedSchemas {
  /** The operation that a request belongs to, written as `GET /repos/{owner}/{repo}/git/ref/{ref}`. */
  operationOf(method: string, path: string): string | undefined;
  /** The answers of an operation that are described, by status; a schema is undefined where no body is described. */
  answersOf(operation: string): ReadonlyMap<number, Schema | undefined>;
  /** The prose of an operation. */
  proseOf(operation: string): string;
  readonly components: Readonly<Record<string, Schema>>;
}

interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly responses: Record<string, Answer> };
}

interface Operation {
  readonly description?: string;
  readonly responses?: Record<string, Answer>;
}

interface Answer {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema?: Schema }>;
}

/** Reads the description of github.com. https://github.com/octokit/openapi */
export function openPublishedSchemas(packages: PinnedPackages): PublishedSchemas {
  const text = readFileSync(packages.file("@octokit/openapi/generated/api.github.com.json"), "utf8");
  const { paths, components } = JSON.parse(text) as Description;
  const templates = Object.keys(paths).map((template) => ({ template, pattern: patternOf(template) }));
  const find = (operation: string): Operation | undefined => {
    const [method = "", template = ""] = operation.split(" ");
    return paths[template]?.[method.toLowerCase()];
  };
  return {
    operationOf(method, path) {
      const fitting = templates.filter(
        ({ template, pattern }) => pattern.test(path) && paths[template]?.[method.toLowerCase()] !== undefined,
      );
      const template = fitting.toSorted((left, right) => placeholders(left.template) - placeholders(right.template))[0];
      return template === undefined ? undefined : `${method} ${template.template}`;
    },
    answersOf(operation) {
      const responses = find(operation)?.responses ?? {};
      return new Map(
        Object.entries(responses).map(([status, answer]) => [Number(status), bodyOf(answer, components.responses)]),
      );
    },
    proseOf: (operation) => find(operation)?.description ?? "",
    components: components.schemas,
  };
}

/** The parameters that may hold slashes are those that name refs, paths, tags and comparisons. */
function patternOf(template: string): RegExp {
  const pattern = template
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => (WITH_SLASHES.has(name) ? ".+" : "[^/]+"));
  return new RegExp(`^${pattern}$`);
}

const WITH_SLASHES = new Set(["ref", "path", "tag", "basehead", "branch"]);

/** `/releases/latest` is described beside `/releases/{release_id}`: the more exact template is meant. */
function placeholders(template: string): number {
  return template.split("{").length;
}

function bodyOf(answer: Answer, shared: Record<string, Answer>): Schema | undefined {
  const named = answer.$ref?.split("/").at(-1);
  const described = named === undefined ? answer : shared[named];
  return described?.content?.["application/json"]?.schema;
}
