import { FairwayError, refusal } from "@fairway/domain";

import { closeAbandoned } from "./close-abandoned.ts";
import { standingOf } from "./decide.ts";
import { fit } from "./describe-end.ts";
import type { StartInputs } from "./inputs.ts";
import { nameTask } from "./name-task.ts";
import { createPayload, parsePayload } from "./payload.ts";
import type { Deployment, NewDeployment, RecordDeploymentPorts } from "./ports.ts";
import type { RecordDeploymentResult } from "./report.ts";

/** How many records back are looked at. Each is one request or two, so this bounds what a start costs. */
const LOOK_BACK = 10;

/**
 * Makes the record of a deployment and marks it as in progress, after it has closed those that earlier runs left open. A
 * repeated start finds the record of its run. The ref must still name the commit that was planned with.
 */
export async function startRecord(inputs: StartInputs, ports: RecordDeploymentPorts): Promise<RecordDeploymentResult> {
  const { deployments, approvals, me, log } = ports;
  const { environment, ref } = inputs;
  const task = nameTask(inputs.task);
  const approved = await approvals.of(me.run, environment);
  const payload = createPayload(inputs, me, approved);
  const approvers = approved.map(({ login }) => login).join(", ");
  const said = `deploying ${payload.version}`;
  if (inputs.dryRun) {
    log.info(`plan: record a deployment of ${ref} to ${environment}`);
    return { outputs: outputs("", "", "planned"), approvals: approved, said, replaced: 0, closed: 0 };
  }
  const known = await deployments.newest({ environment, task }, LOOK_BACK);
  const closed = await closeAbandoned(known, ports);
  const description = fit(approvers === "" ? payload.version : `${payload.version}, approved by ${approvers}`);
  const { record, isNew } = await take({ ref, environment, task, description, payload }, known, ports);
  await requireCommit(record, inputs, ports);
  await deployments.mark(record.id, {
    state: "in_progress",
    description: fit(`Deploying ${payload.version}`),
    logUrl: me.url,
    environmentUrl: inputs.environmentUrl?.[0],
  });
  log.info(`recorded the deployment ${record.id} of ${ref} to ${environment}`);
  const outcome = isNew ? "started" : "resumed";
  return {
    outputs: outputs(String(record.id), "in_progress", outcome),
    approvals: approved,
    said,
    replaced: 0,
    closed,
  };

  function outputs(id: string, state: string, how: "started" | "resumed" | "planned") {
    return { "deployment-id": id, state, approvers, outcome: how };
  }
}

interface Taken {
  readonly record: Deployment;
  readonly isNew: boolean;
}

/** The open record of this run, or a new one. After a lost answer the list is read before another is sent. */
async function take(wanted: NewDeployment, known: readonly Deployment[], ports: RecordDeploymentPorts): Promise<Taken> {
  const own = await findOwn(wanted, known, ports);
  if (own !== undefined) return { record: own, isNew: false };
  try {
    return { record: await ports.deployments.create(wanted), isNew: true };
  } catch (error) {
    const passes = error instanceof FairwayError && error.kind === "upstream" && error.code !== "GITHUB_REFUSED";
    if (!passes || ports.signal.aborted) throw error;
    ports.log.warning(`${error.message}; going on from what is there`);
    await ports.clock.sleep(Math.max(error.retryAfterMs ?? 0, SETTLE_MS), ports.signal);
    const found = await findOwn(wanted, await ports.deployments.newest(wanted, LOOK_BACK), ports);
    return { record: found ?? (await ports.deployments.create(wanted)), isNew: true };
  }
}

/** Milliseconds after which GitHub's list has what was written, as a rule. */
const SETTLE_MS = 2000;

async function findOwn(
  { ref }: NewDeployment,
  records: readonly Deployment[],
  { deployments, me }: RecordDeploymentPorts,
): Promise<Deployment | undefined> {
  for (const record of records) {
    const payload = parsePayload(record.payload);
    if (payload?.run !== me.run || payload.attempt !== me.attempt || payload.ref !== ref) continue;
    if (standingOf(await deployments.stateOf(record.id)) === "open") return record;
  }
  return undefined;
}

/** A tag that was moved while the run waited for its approval would deploy what nobody has looked at. */
async function requireCommit(
  { id, sha }: Deployment,
  { ref, commit }: StartInputs,
  { deployments, me }: RecordDeploymentPorts,
): Promise<void> {
  if (commit === undefined || commit === sha) return;
  const description = fit(`${ref} names another commit than was planned with`);
  await deployments.mark(id, { state: "error", description, logUrl: me.url });
  throw refusal(
    "TAG_MOVED",
    `${ref} names commit ${sha} now; ${commit} was planned with`,
    "Find out who moved it and why. Nothing has been deployed; a new run plans again.",
  );
}
