import { FairwayError, renderLeaseToken } from "@fairway/domain";

import type { CheckConcurrentInputs } from "./inputs.ts";
import { acquireLease, checkLease, releaseLease } from "./lease.ts";
import { leaseRef, type LeaseRecord } from "./lease-record.ts";
import type { CheckConcurrentPorts, WorkflowRun } from "./ports.ts";
import { guardByRuns } from "./runs-guard.ts";

export interface CheckConcurrentResult {
  readonly outputs: {
    readonly "can-proceed": string;
    readonly "lease-token": string;
    readonly "holder-run-id": string;
    readonly "holder-url": string;
    readonly "holder-actor": string;
    readonly "held-since": string;
    readonly outcome: "acquired" | "free" | "released" | "rejected";
  };
  readonly failure?: FairwayError;
  /** The post step gives a job-scoped lease back by this token, and only while it is still its own. */
  readonly state?: { readonly token: string };
}

/** Takes, checks or gives back the lease of an environment. A rejection is immediate and red: nothing waits in line. */
export async function checkConcurrent(
  inputs: CheckConcurrentInputs,
  ports: CheckConcurrentPorts,
): Promise<CheckConcurrentResult> {
  switch (inputs.mode) {
    case "acquire":
      return inputs.strategy === "runs" ? acquireByRuns(inputs, ports) : acquire(inputs, ports);
    case "check":
      return check(inputs, ports);
    case "release":
      return inputs.strategy === "runs" ? releaseByRuns(ports) : release(inputs, ports);
  }
}

/** Gives a job-scoped lease back at the end of its job; a run-scoped one stays until mode release or the run's end. */
export async function releaseAfterJob(
  state: Readonly<Record<string, string>>,
  inputs: CheckConcurrentInputs,
  ports: CheckConcurrentPorts,
): Promise<void> {
  const token = state["token"];
  if (token === undefined) return;
  const released = await releaseLease(inputs, ports, token);
  ports.log.info(
    released === "released"
      ? `released the lease of ${inputs.environment}`
      : `the lease of ${inputs.environment} is not ours any more`,
  );
}

async function acquire(inputs: CheckConcurrentInputs, ports: CheckConcurrentPorts): Promise<CheckConcurrentResult> {
  const verdict = await acquireLease(inputs, ports);
  if (verdict.kind === "rejected") return rejected(inputs.environment, verdict.holder);
  ports.log.info(`acquired the lease of ${inputs.environment} (${verdict.token})`);
  const ref = leaseRef(inputs.refPrefix, inputs.environment);
  const result = {
    outputs: { ...proceed("acquired"), "lease-token": renderLeaseToken({ ref, commit: verdict.token }) },
  };
  return inputs.scope === "job" ? { ...result, state: { token: verdict.token } } : result;
}

async function acquireByRuns(
  inputs: CheckConcurrentInputs,
  ports: CheckConcurrentPorts,
): Promise<CheckConcurrentResult> {
  const verdict = await guardByRuns(inputs, ports);
  if (verdict.kind === "rejected") return rejected(inputs.environment, verdict.holder);
  ports.log.info(`no other run of this workflow deploys to ${inputs.environment}, as far as GitHub shows`);
  return { outputs: proceed("acquired") };
}

async function check(inputs: CheckConcurrentInputs, ports: CheckConcurrentPorts): Promise<CheckConcurrentResult> {
  const holder = await checkLease(inputs, ports);
  if (holder !== undefined) return rejected(inputs.environment, holder);
  ports.log.info(`no deployment to ${inputs.environment} is in progress`);
  return { outputs: proceed("free") };
}

async function release(inputs: CheckConcurrentInputs, ports: CheckConcurrentPorts): Promise<CheckConcurrentResult> {
  const released = await releaseLease(inputs, ports);
  const text =
    released === "released"
      ? `released the lease of ${inputs.environment}`
      : `this run does not hold the lease of ${inputs.environment}; nothing to release`;
  ports.log.info(text);
  return { outputs: proceed("released") };
}

function releaseByRuns({ log }: CheckConcurrentPorts): CheckConcurrentResult {
  log.info("strategy runs writes nothing, so there is nothing to release: the end of the run or job is the release");
  return { outputs: proceed("released") };
}

function proceed<Outcome extends "acquired" | "free" | "released">(outcome: Outcome) {
  return {
    "can-proceed": "true",
    "lease-token": "",
    "holder-run-id": "",
    "holder-url": "",
    "holder-actor": "",
    "held-since": "",
    outcome,
  };
}

function rejected(environment: string, holder: LeaseRecord | WorkflowRun): CheckConcurrentResult {
  return {
    outputs: {
      "can-proceed": "false",
      "lease-token": "",
      "holder-run-id": holder.run,
      "holder-url": holder.url,
      "holder-actor": holder.actor,
      "held-since": holder.at,
      outcome: "rejected",
    },
    failure: new FairwayError(
      `Another ${environment} deployment is already in progress. Please wait for it to complete.`,
      {
        kind: "refusal",
        code: "DEPLOYMENT_IN_PROGRESS",
        nextStep: `It is held by ${holder.actor} since ${holder.at}: ${holder.url}`,
        standsAlone: true,
      },
    ),
  };
}
