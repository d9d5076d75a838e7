import { readFile } from "node:fs/promises";
import { findProgram } from "../find-program.ts";
import { TARGET, type DeploymentWorld } from "./deployment-world.ts";
import { runProcess } from "./run-process.ts";

/** When somebody who waits looks at the service, and when they give up. */
export interface Schedule {
  readonly delayMs: number;
  readonly maxAttempts: number;
}

/** What the schedule of the AWS CLI was taken from. */
export interface WaiterSchedule extends Schedule {
  readonly source: string;
}

export type WaitEnd = { readonly kind: "stable" | "gave-up"; readonly at: number };

interface Waiter {
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly { readonly state: string; readonly argument: string }[];
}

/** What AWS documents of `aws ecs wait services-stable`, for a machine that has no botocore. */
const DOCUMENTED: WaiterSchedule = { delayMs: 15_000, maxAttempts: 40, source: "the schedule that AWS documents" };
const FILE = "data/ecs/2014-11-13/waiters-2.json";
const STABLE = "length(services[?!(length(deployments) == `1` && runningCount == desiredCount)]) == `0`";

/**
 * The schedule of `aws ecs wait services-stable` from botocore's own file. Throws when the file calls something else stable
 * than is computed here.
 */
export async function readWaiterSchedule(): Promise<WaiterSchedule> {
  if (findProgram("python3") === undefined) return DOCUMENTED;
  const script = "import botocore, os; print(botocore.__version__, os.path.dirname(botocore.__file__))";
  const { exitCode, output } = await runProcess("python3", ["-c", script]);
  if (exitCode !== 0) return DOCUMENTED;
  const [version = "", folder = ""] = output.split(" ");
  const { waiters } = JSON.parse(await readFile(`${folder}/${FILE}`, "utf8")) as { waiters: Record<string, Waiter> };
  const waiter = waiters["ServicesStable"];
  const rule = waiter?.acceptors.find(({ state }) => state === "success")?.argument;
  if (waiter === undefined || rule !== STABLE)
    throw new Error(
      `botocore ${version} has another rule for services-stable: ${rule}. Compute that one in waiter.ts.`,
    );
  const { delay, maxAttempts } = waiter;
  return { delayMs: delay * 1000, maxAttempts, source: `waiters-2.json of botocore ${version}` };
}

/** Looks at the service by a schedule until it is stable, as the waiter's rule has it. The time is all skipped. */
export function waitOnSchedule({ ecs, time }: DeploymentWorld, { delayMs, maxAttempts }: Schedule): WaitEnd {
  for (let attempt = 1; ; attempt += 1) {
    const answer = ecs.call("DescribeServices", { cluster: TARGET.cluster, services: [TARGET.service] });
    const kind = isStable(answer) ? "stable" : "gave-up";
    if (kind === "stable" || attempt >= maxAttempts) return { kind, at: time.clock.now() };
    time.clock.skip(delayMs);
  }
}

function isStable(answer: unknown): boolean {
  const { services } = answer as {
    services: readonly { deployments: readonly unknown[]; runningCount: number; desiredCount: number }[];
  };
  return services.every(
    ({ deployments, runningCount, desiredCount }) => deployments.length === 1 && runningCount === desiredCount,
  );
}
