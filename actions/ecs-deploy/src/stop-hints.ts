import type { Task } from "./ports.ts";

interface HintRule {
  readonly pattern: RegExp;
  readonly hint: string;
}

/** What the commonest stop reasons mean. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
const RULES: readonly HintRule[] = [
  { pattern: /exec format error/i, hint: "the image is built for another CPU architecture than the task's" },
  {
    pattern: /does not contain descriptor matching platform/i,
    hint: "the image has no variant for the task's platform",
  },
  {
    pattern: /CannotPull|pull image manifest/i,
    hint: "the tag or digest does not exist, or the execution role may not pull it",
  },
  { pattern: /OutOfMemory|\bexit 137\b/i, hint: "killed, most often for want of memory: raise the memory limit" },
  { pattern: /\bexit 139\b/, hint: "it crashed with a segmentation fault" },
  { pattern: /\bexit 143\b/, hint: "it was asked to stop (SIGTERM); look at what stopped it" },
  { pattern: /\bexit 12[67]\b/, hint: "the command is not in the image or not executable" },
  { pattern: /ResourceInitializationError/i, hint: "a secret, a network interface or a volume could not be set up" },
  { pattern: /failed (ELB|container) health checks/i, hint: "check path, port and the health check's grace period" },
];

/** One line on how a task ended, with the exit codes, reasons and a hint when the reason is a known one. */
export function renderStoppedTask(task: Task): string {
  const containers = task.containers
    .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
    .map(({ name, exitCode, reason }) =>
      [name, exitCode === undefined ? undefined : `exit ${exitCode}`, reason].filter(Boolean).join(" "),
    );
  const reasons = [task.stopCode, task.stoppedReason, ...containers].filter(Boolean).join("; ");
  const hint = RULES.find(({ pattern }) => pattern.test(reasons))?.hint;
  return `task ${task.arn.slice(task.arn.lastIndexOf("/") + 1)}: ${reasons}${hint === undefined ? "" : ` (${hint})`}`;
}
