import { parseDocument } from "yaml";

/** A step of an example that uses an action of this repository. */
export interface ExampleStep {
  readonly action: string;
  readonly inputs: readonly string[];
}

export interface Examples {
  readonly steps: readonly ExampleStep[];
  /** Why a fenced YAML block could not be read. */
  readonly unreadable: readonly string[];
}

/** Finds every step in the fenced YAML blocks of a Markdown text that uses an action of this repository. */
export function readExampleSteps(markdown: string): Examples {
  const steps: ExampleStep[] = [];
  const unreadable: string[] = [];
  for (const [, block = ""] of markdown.matchAll(/^```ya?ml[^\n]*\n(.*?)^```/gms)) {
    const document = parseDocument(block);
    const [error] = document.errors;
    if (error === undefined) collectSteps(document.toJS(), steps);
    else unreadable.push(error.message);
  }
  return { steps, unreadable };
}

/** `$/actions/x`, `./actions/x` and `owner/repository/actions/x@ref` all name the action x. */
const OWN_ACTION = /^(?:\$|\.|[\w.-]+\/[\w.-]+)\/actions\/([a-z0-9-]+)(?:@.+)?$/;

function collectSteps(value: unknown, steps: ExampleStep[]): void {
  if (typeof value !== "object" || value === null) return;
  const { uses, with: inputs } = value as { readonly uses?: unknown; readonly with?: unknown };
  const action = typeof uses === "string" ? OWN_ACTION.exec(uses)?.[1] : undefined;
  if (action !== undefined) steps.push({ action, inputs: Object.keys(inputs ?? {}) });
  for (const each of Object.values(value)) collectSteps(each, steps);
}
