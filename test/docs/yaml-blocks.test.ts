import { readActionMetadata, readWorkflow, validateWorkflow, type Step } from "@fairway/rehearse/workflows";
import { lintWorkflows, readText, renderViolation, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";
import { WORKFLOWS } from "../security/workflow-files.ts";
import { blocksIn, type Block } from "./pages.ts";

const OWN = { fullName: "OWNER/fairway", root: REPOSITORY_ROOT };

const TOP = "name: Part\non:\n  workflow_dispatch:\n";

// The manifest of a package is no workflow: the tests of its action read the one in workflows-examples.
const blocks = blocksIn("yaml").filter(({ text }) => !/^schema: 1$/m.test(text));

describe.each(blocks.map((block) => [block.place, block] as const))("%s", (place, block) => {
  const path = `workflows-examples/${place.replaceAll(/\W/g, "-")}.yml`;
  const text = completed(block);

  test("is valid for GitHub's own language service, put into a workflow", async () => {
    const complaints = await validateWorkflow(path, text, OWN);
    // A part of a workflow may read what the rest of it would have.
    expect(complaints.filter((complaint) => !complaint.includes("Context access might be invalid"))).toEqual([]);
  });

  test("gives each action of this repository the inputs that it has and needs", async () => {
    const { jobs } = await readWorkflow(path, text);
    const steps = jobs.flatMap(({ body }) => (body.kind === "steps" ? body.steps : []));
    expect(steps.flatMap((step) => problemsOf(step))).toEqual([]);
  });

  test("names every other action by the pin that the workflows have", () => {
    const pins = new Set([...WORKFLOWS.values()].flatMap(foreignUses));
    expect(foreignUses(block.text).filter((uses) => !pins.has(uses))).toEqual([]);
  });

  test("keeps the rules of workflows, when it is a whole one", () => {
    const broken = isWhole(block) ? lintWorkflows(new Map([[path, text]]), []) : [];
    expect(broken.map(renderViolation)).toEqual([]);
  });
});

test.each(blocks.filter(isWhole).map((block) => [block.place, block] as const))(
  "%s is one of workflows-examples, word for word",
  (_place, { text }) => {
    const examples = [...WORKFLOWS].filter(([path]) => path.startsWith("workflows-examples/"));
    expect(examples.map(([path]) => bare(readText(REPOSITORY_ROOT, path)))).toContain(bare(text));
  },
);

function isWhole({ text }: Block): boolean {
  return /^on:/m.test(text) && /^jobs:/m.test(text);
}

/** A text without comments that stand alone, and without what a linter is told. */
function bare(text: string): string {
  return text.replaceAll(/^#.*\n/gm, "").replaceAll(/ # zizmor:.*$/gm, "");
}

/** A workflow with the block in it. A job that is only referred to is put beside it. */
function completed(block: Block): string {
  const { text, place } = block;
  if (isWhole(block)) return text;
  if (/^jobs:/m.test(text)) return `${TOP}${text}${missingJobs(text)}`;
  const action = /^actions\/[\w-]+/.exec(place)?.[0];
  const steps = text.startsWith("with:") ? `- uses: OWNER/fairway/${action}@v0\n${indent(text, 2)}` : text;
  return `${TOP}jobs:\n  part:\n    runs-on: ubuntu-latest\n    steps:\n${indent(steps, 6)}`;
}

function missingJobs(text: string): string {
  const needed = [...text.matchAll(/needs: \[([^\]]+)\]/g)].flatMap(([, list = ""]) => list.split(/,\s*/));
  const missing = [...new Set(needed)].filter((job) => !new RegExp(`^  ${job}:$`, "m").test(text));
  return missing.map((job) => `  ${job}:\n    runs-on: ubuntu-latest\n    steps: [{ run: "true" }]\n`).join("");
}

function indent(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(by));
}

function foreignUses(text: string): string[] {
  const uses = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, reference = ""]) => reference.trim());
  return uses.filter((reference) => !/^(?:OWNER\/fairway\/|\$\/)/.test(reference));
}

function problemsOf({ body }: Step): string[] {
  const folder = body.kind === "action" ? /^OWNER\/fairway\/(actions\/[\w-]+)@v0$/.exec(body.uses)?.[1] : undefined;
  if (body.kind !== "action" || folder === undefined) return [];
  const { name, inputs } = readActionMetadata(`${REPOSITORY_ROOT}/${folder}`);
  const given = new Set(body.inputs?.kind === "mapping" ? body.inputs.entries.map(([input]) => input) : []);
  const unknown = [...given].filter((input) => !inputs.has(input)).map((input) => `${name} has no input ${input}`);
  const missing = [...inputs].filter(([input, { required }]) => required && !given.has(input));
  return [...unknown, ...missing.map(([input]) => `${name} requires ${input}`)];
}
