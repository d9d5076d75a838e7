import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** What the runner needs of an action.yml. */
export interface ActionMetadata {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly outputs: ReadonlySet<string>;
  readonly entry: { readonly pre: string | undefined; readonly main: string; readonly post: string | undefined };
  readonly preIf: string;
  readonly postIf: string;
}

export interface ActionInput {
  readonly required: boolean;
  /** May hold an expression, `${{ github.token }}` for one. */
  readonly default: string | undefined;
}

interface RawAction {
  name?: string;
  inputs?: Record<string, RawInput | null>;
  outputs?: Record<string, unknown>;
  runs?: Partial<Record<"using" | "main" | "pre" | "pre-if" | "post" | "post-if", string>>;
}

interface RawInput {
  required?: boolean;
  default?: string | number | boolean | null;
}

/** Reads action.yml (or action.yaml) of a JavaScript action. Throws for a folder without one and for other kinds of action. */
export function readActionMetadata(actionFolder: string): ActionMetadata {
  const file = ["action.yml", "action.yaml"].map((name) => join(actionFolder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${actionFolder} has no action.yml: an action's folder is expected.`);
  const raw = parse(readFileSync(file, "utf8")) as RawAction;
  const { using, main, pre, post, "pre-if": preIf, "post-if": postIf } = raw.runs ?? {};
  if (using !== "node24" || main === undefined) {
    throw new Error(
      `${file} runs using ${JSON.stringify(using)}: only JavaScript actions (using: node24, main: <file>) run here.`,
    );
  }
  return {
    name: raw.name ?? "",
    inputs: new Map(Object.entries(raw.inputs ?? {}).map(([name, input]) => [name, readInput(input)])),
    outputs: new Set(Object.keys(raw.outputs ?? {})),
    entry: { pre, main, post },
    preIf: preIf ?? "always()",
    postIf: postIf ?? "always()",
  };
}

function readInput(raw: RawInput | null): ActionInput {
  const value = raw?.default ?? undefined;
  return { required: raw?.required === true, default: value === undefined ? undefined : String(value) };
}
