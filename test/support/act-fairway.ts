import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { renderWorkflow } from "@fairway/repo-tools";
import type { LocalRepository } from "./act-run.ts";

export interface LaidOutFairway {
  readonly repository: LocalRepository;
  /** The texts of its reusable workflows, as act reads them. */
  readonly called: readonly string[];
}

const root = join(import.meta.dirname, "../..");

/** The commit that this checkout plays: of the callers' references to Fairway, and of those within it. */
export const FAIRWAY = { repository: "fairway-actions/fairway", commit: "f".repeat(40), version: "v0.0.0" };

/**
 * Lays out in an empty folder what a release has for callers whose runner does not know `$/path`, as act does not:
 * for each action its action.yml and committed bundle, and the workflows with their references rendered.
 */
export function layOutFairway(folder: string): LaidOutFairway {
  const actions = globSync("actions/*/{action.yml,dist}", { cwd: root });
  for (const path of actions) cpSync(join(root, path), join(folder, path), { recursive: true });
  const workflows = globSync(".github/workflows/*.yml", { cwd: root }).map((path) => ({
    path: join(folder, path),
    text: readFileSync(join(root, path), "utf8"),
  }));
  const reusable = workflows.filter(({ text }) => /^ *workflow_call:/m.test(text));
  const called = reusable.map(({ path, text }) => {
    const rendered = renderWorkflow(text, FAIRWAY);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, rendered);
    return rendered;
  });
  return { called, repository: { reference: `${FAIRWAY.repository}@${FAIRWAY.commit}`, folder } };
}
