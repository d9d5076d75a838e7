import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** What the runner needs of an action.yml. */
export interface ActionMetadata {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly outputs: ReadonlySet<string>;
  readonly entry: { readonly pre?: string; readonly main: string; readonly post?: string };
  readonly preIf: string;
  readonly postIf: string;
}

export interface ActionInput {
  readonly required: boolean;
  /** May hold an expression, `${{ github.token }}` for one. */
  readonly default?: string;
}

interface RawAction {
  name?: string;
  inputs?: Record<string, { required?: boolean; default?: unknown } | null>;
  outputs?: Record<string, unknown>;
  runs?: Record<string, unknown>;
}

/** Reads action.yml (or action.yaml) of a JavaScript action. Throws for a folder without one and for other kinds of action. */
export function readActionMetadata(actionFolder: string): ActionMetadata {
  const file = ["action.yml", "action.yaml"].map((name) => join(actionFolder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${actionFolder} has no action.yml: an action's folder is expected.`);
  const raw = parse(readFileSync(file, "utf8")) as RawAction;
  const runs = raw.runs ?? {};
  const text = (key: string): string | undefined => (typeof runs[key] === "string" ? runs[key] : undefined);
  const main = text("main");
  if (text("using") !== "node24" || main === undefined) {
    throw new Error(`${file} runs using ${JSON.stringify(runs["using"])}: only JavaScript actions (using: node24, main: <file>) run here.`);
  }
  const [pre, post] = [text("pre"), text("post")];
  return {
    name: raw.name ?? "",
    inputs: new Map(Object.entries(raw.inputs ?? {}).map(([name, input]) => [name, readInput(input)])),
    outputs: new Set(Object.keys(raw.outputs ?? {})),
    entry: { main, ...(pre === undefined ? {} : { pre }), ...(post === undefined ? {} : { post }) },
    preIf: text("pre-if") ?? "always()",
    postIf: text("post-if") ?? "always()",
  };
}

function readInput(raw: { required?: boolean; default?: unknown } | null): ActionInput {
  const required = raw?.required === true;
  return raw?.default === undefined || raw.default === null ? { required } : { required, default: String(raw.default) };
}
