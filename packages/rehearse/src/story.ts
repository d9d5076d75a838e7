import type { RunRecord } from "./engine/run-workflow.ts";
import type { Rehearsal } from "./open-rehearsal.ts";

/**
 * The whole way of two versions: staged, promoted, and again, so that the second staging migrates a database from the
 * release that production serves. Stops at the first run that is not green.
 */
export async function playStory(rehearsal: Rehearsal): Promise<void> {
  for (const version of ["0.1.0", "0.2.0"]) {
    const commit = rehearsal.commit(version);
    const staged = await rehearsal.stage(commit);
    if (staged.conclusion !== "success") return;
    const promoted = await rehearsal.promote(betaTagOf(version, commit));
    if (promoted.conclusion !== "success") return;
  }
}

/** The beta tag that staging gives to a version of a commit. */
export function betaTagOf(version: string, commit: string): string {
  return `${version}-${commit.slice(0, 7)}.beta`;
}

/** A pipeline is green when every run of it is. */
export function isGreen(runs: readonly RunRecord[]): boolean {
  return runs.length > 0 && runs.every(({ conclusion }) => conclusion === "success");
}
