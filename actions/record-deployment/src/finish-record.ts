import { causeChain, refusal } from "@fairway/domain";

import { decideEnd, standingOf, statusOf } from "./decide.ts";
import { describeEnd, fit } from "./describe-end.ts";
import type { FinishInputs } from "./inputs.ts";
import { parsePayload } from "./payload.ts";
import type { Deployment, RecordDeploymentPorts } from "./ports.ts";
import type { RecordDeploymentResult } from "./report.ts";

/** How many records back an earlier one that serves is looked for, which bounds the requests of an end. */
const LOOK_BACK = 10;

/**
 * Says in the record what came of the deployment, once: an end that was told stays. Only when this one serves are the
 * earlier ones of its environment and task marked as inactive; a red end proves nothing against the earlier one.
 */
export async function finishRecord(
  inputs: FinishInputs,
  ports: RecordDeploymentPorts,
): Promise<RecordDeploymentResult> {
  const { deployments, me, log } = ports;
  const record = await deployments.byId(inputs.deploymentId);
  const payload = parsePayload(record.payload);
  if (payload === undefined) throw foreign(record);
  const before = await deployments.stateOf(record.id);
  const { reason, taskDefinition } = inputs;
  const said = describeEnd({ state: inputs.state, version: payload.version, reason, taskDefinition });
  const wanted = statusOf(inputs.state);
  if (inputs.dryRun) return ended("planned", before, 0);
  if (decideEnd(before) === "mark") {
    const environmentUrl = inputs.environmentUrl?.[0] ?? payload.environmentUrl;
    await deployments.mark(record.id, { state: wanted, description: said, logUrl: me.url, environmentUrl });
    log.info(`the deployment ${record.id} is told as ${wanted}: ${said}`);
    return ended("finished", wanted, wanted === "success" ? await replaceEarlier(record, ports) : 0);
  }
  log.info(`the deployment ${record.id} has been told as ${before}, which stays`);
  const serves = wanted === "success" && before === "success";
  return ended("unchanged", before, serves ? await replaceEarlier(record, ports) : 0);

  function ended(outcome: "finished" | "unchanged" | "planned", state: string, replaced: number) {
    const outputs = { "deployment-id": String(record.id), state, approvers: "", outcome };
    return { outputs, approvals: [], said, replaced, closed: 0 };
  }
}

/**
 * Marks the earlier records that say they serve as inactive, going back to the first that is inactive already. That the
 * record itself is right matters more, so a failure here is told and not red.
 */
async function replaceEarlier(
  { id, environment, task }: Deployment,
  { deployments, me, log, signal }: RecordDeploymentPorts,
): Promise<number> {
  let replaced = 0;
  try {
    for (const earlier of await deployments.newest({ environment, task }, LOOK_BACK)) {
      if (earlier.id >= id) continue;
      const state = await deployments.stateOf(earlier.id);
      if (state === "inactive") break;
      if (standingOf(state) !== "serving") continue;
      await deployments.mark(earlier.id, { state: "inactive", description: fit("Replaced"), logUrl: me.url });
      replaced += 1;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    log.warning(`earlier deployments to ${environment} may still be shown as active: ${causeChain(error).join(": ")}`);
  }
  return replaced;
}

function foreign({ id, environment }: Deployment): Error {
  return refusal(
    "FOREIGN_RECORD",
    `The deployment ${id} to ${environment} was not made by this action, so its end is not told`,
    "Give deployment-id the output of the same name of the step with mode start.",
  );
}
