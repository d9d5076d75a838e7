import type { Violation } from "../imports/violation.ts";
import type { Finding } from "./finding.ts";
import type { UsedAction, WorkflowFile } from "./workflow-file.ts";

/** Whose actions may run in a workflow of this repository. A name that only looks like one of these is refused. */
const OWNERS = ["actions", "aws-actions", "docker"];

type Problem = Omit<Finding, "line">;

const PINNED = /^([\w.-]+)\/([\w.-]+)(?:\/[\w./-]+)?@([0-9a-f]{40})$/;
const VERSION = /^v\d{1,9}(\.\d{1,9}){0,2}$/;

/** Where the examples are: they stand in other people's repositories and name this one from outside. */
const EXAMPLES = "workflows-examples/";

/**
 * A reference names one commit for ever: `$/path` is this repository at the commit that runs, so that no run can mix two;
 * everybody else's is a full SHA of an owner that is known, with its version behind it. An example names a release of
 * Fairway, and the one attached to a release names its commit.
 */
export function checkReferences(workflow: WorkflowFile): Finding[] {
  return usesOf(workflow).flatMap((uses) => {
    const problem = problemOf(uses, workflow.path.startsWith(EXAMPLES));
    return problem === undefined ? [] : [{ ...problem, line: uses.line }];
  });
}

/** One action has one pin in all files: two would be two versions to watch, and one of them forgotten. */
export function checkOnePin(workflows: readonly WorkflowFile[]): Violation[] {
  const first = new Map<string, string>();
  return workflows.flatMap((workflow) =>
    usesOf(workflow).flatMap(({ reference, comment, line }): Violation[] => {
      const [, owner, name, commit] = PINNED.exec(reference) ?? [];
      if (commit === undefined) return [];
      const pin = `${commit} # ${comment}`;
      const known = first.get(`${owner}/${name}`) ?? pin;
      first.set(`${owner}/${name}`, known);
      if (known === pin) return [];
      const message = `${owner}/${name} is pinned to ${pin} here and to ${known} elsewhere: use one of them everywhere.`;
      return [{ rule: "one-pin", file: workflow.path, line, message }];
    }),
  );
}

function usesOf({ jobs }: WorkflowFile): UsedAction[] {
  return jobs.flatMap(({ calls, steps }) =>
    [calls, ...steps.map(({ uses }) => uses)].filter((uses) => uses !== undefined),
  );
}

function problemOf({ reference, comment }: UsedAction, isExample: boolean): Problem | undefined {
  if (isExample ? NAMED.test(reference) : reference.startsWith("$/")) return undefined;
  if (SIBLING.test(reference)) {
    const form = isExample ? "OWNER/fairway/path@v0" : "$/path, which is this repository at the commit that runs";
    return { rule: "sibling-reference", message: `${reference} could be another commit: write ${form}.` };
  }
  return problemOfPin(reference, comment);
}

/** Fairway as an example names it, and Fairway in whatever way. */
const NAMED = /^OWNER\/fairway\/[\w./-]+@v\d+(\.\d+){0,2}$/;
const SIBLING = /^(\$\/|\.\/|OWNER\/|[\w.-]+\/fairway\/)/;

function problemOfPin(reference: string, comment: string): Problem | undefined {
  const [, owner] = PINNED.exec(reference) ?? [];
  if (owner === undefined) return { rule: "pin", message: `${reference} can be moved: pin it to a full SHA.` };
  if (!OWNERS.includes(owner)) {
    return { rule: "owner", message: `${owner} is nobody whose actions run here: ${OWNERS.join(", ")}.` };
  }
  if (VERSION.test(comment)) return undefined;
  return { rule: "pin-version", message: `${reference} does not say its version: write "# vX.Y.Z" behind it.` };
}
