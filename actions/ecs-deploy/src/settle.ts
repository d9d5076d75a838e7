import { diagnose, type Diagnosis } from "./diagnose.ts";
import { failureOf, type WatchedRed } from "./failure.ts";
import { followRollback, type RollbackEnd } from "./follow-rollback.ts";
import type { ChangePlan } from "./plan-change.ts";
import { reasonOf } from "./ports.ts";
import { toResult, type ServiceResult, type Facts } from "./result.ts";
import type { Run } from "./run.ts";
import { judgeDigests, pickDigest, readRunningDigests } from "./running-digest.ts";
import { isDeleted, revisionName, type Service } from "./service-state.ts";
import type { Watched } from "./watch.ts";

export interface Ended {
  readonly before: Service;
  readonly plan: ChangePlan;
  readonly taskDefinition: string;
  /** Absent after scaling, which starts none. */
  readonly deploymentId: string | undefined;
  readonly watched: Watched;
}

/** Turns the end of a watch into the result: proof of the digest after a success, the reasons after anything else. */
export async function settle(run: Run, ended: Ended): Promise<ServiceResult> {
  const { watched } = ended;
  if (watched.kind === "succeeded") return settleGreen(run, ended);
  return settleRed(run, { ...ended, watched: { ...watched, kind: watched.kind } });
}

type EndedRed = Ended & { readonly watched: WatchedRed };

async function settleGreen(run: Run, ended: Ended): Promise<ServiceResult> {
  const { ports, target } = run;
  const { plan, deploymentId, watched } = ended;
  ports.log.info(`done: ${watched.reason}`);
  if (deploymentId === undefined) return toResult(factsOf(run, ended), { outcome: "deployed", reason: watched.reason });
  const deployment = { id: deploymentId, service: watched.serviceDeployment };
  const digests = await readRunningDigests(target, deployment, ports);
  const facts = { ...factsOf(run, ended), imageDigest: pickDigest(digests, plan.container) };
  const verdict = judgeDigests(plan.expectations, digests);
  if (verdict.kind === "refuted")
    return toResult(facts, { outcome: "failed", reason: verdict.error.message, failure: verdict.error });
  if (verdict.kind === "pinned-only")
    ports.log.notice("The running digest was not read back; the task definition names it, so ECS pulls nothing else.");
  return toResult(facts, { outcome: "deployed", reason: watched.reason });
}

async function settleRed(run: Run, ended: EndedRed): Promise<ServiceResult> {
  const { before, watched } = ended;
  run.ports.log.info(`${watched.kind}: ${watched.reason}`);
  const rollbackAsked = await requestRollback(run, ended);
  const { diagnosis, rollback } = await aftermath(run, ended, rollbackAsked);
  const failure = failureOf({
    target: run.target,
    watched,
    before,
    asked: nameOfAsked(run, ended),
    rollbackAsked,
    rollback: rollback?.text,
    timeoutMs: run.deadline.totalMs,
  });
  const after = rollback?.service ?? watched.service;
  const facts = { ...factsOf(run, ended), after, diagnosis, rollback: rollback?.text };
  const { phases } = rollback ?? watched;
  return toResult(
    { ...facts, phases },
    {
      outcome: watched.kind,
      reason: failure.message,
      failure,
    },
  );
}

interface Aftermath {
  readonly diagnosis?: Diagnosis;
  readonly rollback?: RollbackEnd;
}

/** What ECS tells about the failure, and where a rollback leads. A cancelled run has no time for either. */
async function aftermath({ inputs, ports, target }: Run, ended: Ended, asked: boolean): Promise<Aftermath> {
  if (ports.signal.aborted) return {};
  const { before, deploymentId, watched } = ended;
  const patient = { target, deploymentId, before, after: watched.service, logLines: inputs.logTailLines };
  const diagnosis = await diagnose(patient, ports);
  const rollsBack = asked || watched.kind === "rolled-back";
  if (!rollsBack || deploymentId === undefined) return { diagnosis };
  const last = { target, deploymentId, service: watched.service, phases: watched.phases };
  return { diagnosis, rollback: await followRollback(last, ports) };
}

function nameOfAsked({ inputs }: Run, { deploymentId, taskDefinition }: Ended): string {
  return deploymentId === undefined ? `a desired count of ${inputs.desiredCount ?? 0}` : revisionName(taskDefinition);
}

/** Asks ECS for a rollback when that was wished and there is something to stop. Says so, whether or not it worked. */
async function requestRollback({ inputs, ports, target }: Run, { deploymentId, watched }: Ended): Promise<boolean> {
  const wished = ["failed", "timed-out"].includes(watched.kind) || ports.signal.aborted;
  const { service, serviceDeployment } = watched;
  if (inputs.onFailure !== "rollback" || !wished || deploymentId === undefined || isDeleted(service)) return false;
  const known = { arn: serviceDeployment?.arn, candidate: service.currentServiceDeployment };
  try {
    const arn = await ports.fleet.requestRollback({ target, deploymentId, ...known });
    if (arn === undefined)
      ports.log.warning("No rollback was asked for: ECS did not show the service deployment to stop.");
    else ports.log.info(`asked ECS to roll back ${arn}`);
    return arn !== undefined;
  } catch (error) {
    ports.log.warning(`ECS did not take the request to roll back: ${reasonOf(error)}`);
    return false;
  }
}

function factsOf({ deadline }: Run, { before, plan, taskDefinition, deploymentId, watched }: Ended): Facts {
  return {
    before,
    after: watched.service,
    images: plan.images,
    taskDefinition,
    deploymentId,
    failedTasks: watched.failedTasks,
    phases: watched.phases,
    durationMs: deadline.usedMs(),
  };
}
