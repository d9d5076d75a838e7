import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  readActionMetadata,
  readWorkflow,
  validateWorkflow,
  type Job,
  type Step,
  type Workflow,
} from "@fairway/rehearse/workflows";

const root = join(import.meta.dirname, "../..");
const OWN = { fullName: "OWNER/fairway", root };
const FOLDERS = [".github/workflows", "workflows-examples"];
// A manifest of a package is no workflow; it ends in .yaml and lies beside the workflow that uses it.
const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
const paths = files.filter((path) => path.endsWith(".yml"));
const REUSABLE = [".github/workflows/staging.yml", ".github/workflows/production.yml"];

test("the reusable workflows and an example caller of each are there", () => {
  const callers = ["workflows-examples/staging.yml", "workflows-examples/production.yml"];
  expect(paths).toEqual(expect.arrayContaining([...REUSABLE, ...callers]));
});

describe.each(paths)("%s", (path) => {
  const text = readFileSync(join(root, path), "utf8");
  let workflow: Workflow;
  beforeAll(async () => void (workflow = await readWorkflow(path, text)));

  test("is valid for GitHub's own language service", async () => {
    expect(await validateWorkflow(path, text, OWN)).toEqual([]);
  });

  test("gives each action of this repository its required inputs, and no others than it has", () => {
    expect(stepsOf(workflow).flatMap(({ step }) => inputProblems(step))).toEqual([]);
  });

  test("reads only outputs that an action of this repository has", () => {
    expect(workflow.jobs.flatMap((job) => outputProblems(job))).toEqual([]);
  });

  test("reads only outputs of jobs that exist and are needed", () => {
    expect(workflow.jobs.flatMap((job) => needsProblems(workflow, job))).toEqual([]);
  });
});

function stepsOf(workflow: Workflow): { job: Job; step: Step }[] {
  return workflow.jobs.flatMap((job) => stepsIn(job).map((step) => ({ job, step })));
}

function stepsIn({ body }: Job): readonly Step[] {
  return body.kind === "steps" ? body.steps : [];
}

type ActionInputs = Extract<Step["body"], { kind: "action" }>["inputs"];

function literalInputs(inputs: ActionInputs): Record<string, string> {
  const entries = inputs?.kind === "mapping" ? inputs.entries : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value.kind === "literal" ? String(value.value) : ""]),
  );
}

function actionOf(step: Step) {
  if (step.body.kind !== "action" || !step.body.uses.startsWith("$/")) return undefined;
  const folder = join(root, step.body.uses.slice(2));
  return existsSync(join(folder, "action.yml")) ? readActionMetadata(folder) : undefined;
}

function inputProblems(step: Step): string[] {
  if (step.body.kind !== "action" || !step.body.uses.startsWith("$/")) return [];
  const metadata = actionOf(step);
  if (metadata === undefined) return [`${step.body.uses} is no action`];
  const given = Object.keys(literalInputs(step.body.inputs));
  const unknown = given
    .filter((name) => !metadata.inputs.has(name))
    .map((name) => `${metadata.name} has no input ${name}`);
  const missing = [...metadata.inputs].filter(([name, { required }]) => required && !given.includes(name));
  return [...unknown, ...missing.map(([name]) => `${metadata.name} requires ${name}`)];
}

function outputProblems(job: Job): string[] {
  const steps = new Map(stepsIn(job).flatMap((step) => (step.id === undefined ? [] : [[step.id, step] as const])));
  return references(job, /\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g).flatMap(([id = "", output = ""]) => {
    const step = steps.get(id);
    if (step === undefined) return [`${job.id} has no step ${id}`];
    const known = actionOf(step)?.outputs;
    return known === undefined || known.has(output) ? [] : [`${job.id}: step ${id} has no output ${output}`];
  });
}

function needsProblems(workflow: Workflow, job: Job): string[] {
  return references(job, /\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g).flatMap(([id = "", output = ""]) => {
    if (!job.needs.includes(id)) return [`${job.id} does not need ${id}`];
    const body = workflow.jobs.find((candidate) => candidate.id === id)?.body;
    const names =
      body?.kind === "steps" && body.outputs?.kind === "mapping" ? body.outputs.entries.map(([name]) => name) : [];
    return names.includes(output) ? [] : [`${id} has no output ${output}, which ${job.id} reads`];
  });
}

function references(job: Job, pattern: RegExp): string[][] {
  return [...JSON.stringify(job).matchAll(pattern)].map((match) => match.slice(1));
}
