import type { TaskState } from "../simulation/model.ts";

const STARTING = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);

/** How many tasks run and start. */
export function countsOf(tasks: readonly TaskState[]): { runningCount: number; pendingCount: number } {
  return {
    runningCount: tasks.filter((task) => task.lastStatus === "RUNNING").length,
    pendingCount: tasks.filter((task) => STARTING.has(task.lastStatus)).length,
  };
}
