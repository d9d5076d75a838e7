import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { parseInputs, type Fields, type InputProblem } from "@fairway/domain";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";

import { metadataOf } from "./perform.ts";

/** How an action judges its inputs, from its source and without a process. */
export interface InputJudge {
  readonly action: string;
  readonly fields: Fields;
  /** What is wrong when all inputs are as they should be but for these. */
  judge(given: Readonly<Record<string, string>>): readonly InputProblem[];
}

const COMMIT = "c".repeat(40);

/** What each action has to be given; every other input is as action.yml has it. */
const GOOD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "build-arm64-package": { manifest: "package.yml", commit: COMMIT },
  "check-concurrent": { environment: "staging", "github-token": "token" },
  "check-environment": { environment: "production", "github-token": "token" },
  "check-setup": { "github-token": "token" },
  "compute-beta-tag": { version: "0.1.0", commit: COMMIT },
  "create-release": { tag: "0.1.0", commit: COMMIT, "github-token": "token" },
  "ecs-deploy": { cluster: "production", service: "app", image: "ghcr.io/acme/shop:0.1.0" },
  "health-gate": { url: "https://www.example.com/ready" },
  "record-deployment": { mode: "start", environment: "production", ref: "main", "github-token": "token" },
  "resolve-release": { tag: "0.1.0", "github-token": "token" },
  "retag-image": { source: "ghcr.io/acme/shop:0.1.0", tags: "0.2.0" },
};

interface InputsModule {
  readonly fields: Fields;
  readonly checkInputs?: (inputs: unknown) => readonly InputProblem[];
}

/** Loads what an action's inputs.ts exports. Throws when this file does not know what the action has to be given. */
export async function readFields(action: string): Promise<InputJudge> {
  const file = join(REPOSITORY_ROOT, "actions", action, "src/inputs.ts");
  const { fields, checkInputs } = (await import(pathToFileURL(file).href)) as InputsModule;
  const own = GOOD[action];
  if (own === undefined) throw new Error(`${action} has no good inputs in test/hostile/read-fields.ts.`);
  const defaults = metadataOf(action).inputs.map((input) => [input.name, input.default ?? ""] as const);
  const known = defaults.map(([name, text]) => [name, text.includes("${{") ? "" : text] as const);
  const good = { ...Object.fromEntries(known), ...own };
  return {
    action,
    fields,
    judge: (given) => {
      const verdict = parseInputs(fields, { ...good, ...given });
      return verdict.kind === "invalid" ? verdict.problems : (checkInputs?.(verdict.inputs) ?? []);
    },
  };
}

/** Whether an input takes a text by itself, whatever else it contradicts. */
export function takes({ fields }: InputJudge, input: string, text: string): boolean {
  const field = fields[input];
  return field !== undefined && parseInputs({ [input]: field }, { [input]: text }).kind === "valid";
}
