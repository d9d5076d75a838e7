import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { LocalRepository } from "./act-run.ts";

export interface LaidOutFairway {
  /** This repository at every ref that the caller names. */
  readonly repositories: readonly LocalRepository[];
  /** The texts of its reusable workflows, as act reads them. */
  readonly called: readonly string[];
}

const root = join(import.meta.dirname, "../..");

/** Where the examples say OWNER. */
export const FAIRWAY = "fairway-actions/fairway";

/** The commit that sibling actions are called at; any text would do, as there is only one commit here. */
const COMMIT = "f".repeat(40);

/**
 * Lays out what callers need of this repository in an empty folder: workflows and, for each action, action.yml and the
 * committed bundle. act does not know `$/path`, so the workflows call their siblings by the long form.
 */
export function layOutFairway(folder: string, caller: string): LaidOutFairway {
  const actions = globSync("actions/*/{action.yml,dist}", { cwd: root });
  for (const path of actions) cpSync(join(root, path), join(folder, path), { recursive: true });
  const workflows = globSync(".github/workflows/*.yml", { cwd: root }).map((path) => {
    const text = readFileSync(join(root, path), "utf8").replaceAll(
      /(uses: *)\$\/(\S+)/g,
      (_, key: string, sibling: string) => `${key}${FAIRWAY}/${sibling}@${COMMIT}`,
    );
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return text;
  });
  const named = [...caller.matchAll(/uses: *[\w-]+\/fairway\/[\w./-]+@(\S+)/g)].map(([, ref = ""]) => ref);
  const repositories = [COMMIT, ...new Set(named)].map((ref) => ({ reference: `${FAIRWAY}@${ref}`, folder }));
  return { repositories, called: workflows.filter((text) => /^ *workflow_call:/m.test(text)) };
}
