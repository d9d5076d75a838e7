import { refusal, type FairwayError } from "@fairway/domain";

import { groupLeftOut, type LeftOut, type Row } from "./check.ts";
import { checkEnvironment } from "./environment-checks.ts";
import { checkHealth } from "./health-check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { CheckSetupPorts } from "./ports.ts";
import { checkRegistry } from "./registry-checks.ts";
import { checkRelease } from "./release-checks.ts";
import { checkRole } from "./role-checks.ts";
import { runChecks } from "./run-checks.ts";
import { checkService } from "./service-checks.ts";
import { checkToken } from "./token-checks.ts";

export interface CheckSetupResult {
  readonly outputs: {
    readonly checks: string;
    readonly "not-checked": string;
    readonly failed: string;
    readonly unknown: string;
    readonly outcome: "ready" | "not-ready";
  };
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  readonly failure?: FairwayError | undefined;
}

/**
 * Asks every system that a deployment will need, all at once, and changes nothing in any of them. Red when a check failed; what
 * cannot be shown without a change is unknown, which is told and is not red.
 */
export async function checkSetup(inputs: CheckSetupInputs, ports: CheckSetupPorts): Promise<CheckSetupResult> {
  const { clock, log, signal, runId } = ports;
  const over = new AbortController();
  const systems = ports.open(AbortSignal.any([signal, over.signal]));
  const access = checkRole(inputs, systems, runId);
  const checks = [
    ...checkToken(inputs, systems),
    ...checkEnvironment(inputs, systems),
    ...access.checks,
    ...checkService(inputs, access),
    ...checkRegistry(inputs, systems),
    ...checkRelease(inputs, systems),
    ...checkHealth(inputs, systems, signal),
  ];
  try {
    const { rows, leftOut } = await runChecks(checks, { clock, timeoutSeconds: inputs.timeoutSeconds, signal });
    for (const line of linesOf(rows, leftOut)) log.info(line);
    return conclude(rows, leftOut);
  } finally {
    over.abort();
  }
}

function linesOf(rows: readonly Row[], leftOut: readonly LeftOut[]): string[] {
  const left = groupLeftOut(leftOut).map(({ input, checks }) => `not checked without ${input}: ${checks.join(", ")}`);
  return [
    ...rows.flatMap(({ check, state, found, fix }) => [
      `${state.padEnd("unknown".length)} ${check}: ${found}`,
      ...(fix === "" ? [] : [`        next: ${fix}`]),
    ]),
    ...left,
  ];
}

function conclude(rows: readonly Row[], leftOut: readonly LeftOut[]): CheckSetupResult {
  const failed = rows.filter(({ state }) => state === "fail");
  const told = {
    checks: JSON.stringify(rows.map(({ check, state, found, fix }) => ({ check, state, found, fix }))),
    "not-checked": JSON.stringify(leftOut),
    failed: String(failed.length),
    unknown: String(rows.filter(({ state }) => state === "unknown").length),
  };
  if (failed.length === 0) return { outputs: { ...told, outcome: "ready" }, rows, leftOut };
  const names = failed.map(({ check }) => check).join("; ");
  const failure = refusal(
    "NOT_READY",
    `${failed.length} of ${rows.length} checks failed: ${names}`,
    "The summary says of each what to do. Nothing was changed; run this again afterwards.",
  );
  return { outputs: { ...told, outcome: "not-ready" }, rows, leftOut, failure };
}
