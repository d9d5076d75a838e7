import type { Job } from "./workflow.ts";

/** Every job that has to end before this one: its needs, their needs, and so on. */
export function ancestorsOf(jobs: readonly Pick<Job, "id" | "needs">[], id: string): Set<string> {
  const found = new Set<string>();
  const visit = (current: string): void => {
    for (const need of jobs.find((job) => job.id === current)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(id);
  return found;
}
