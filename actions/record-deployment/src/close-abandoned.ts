import { standingOf } from "./decide.ts";
import { fit } from "./describe-end.ts";
import { parsePayload } from "./payload.ts";
import type { Deployment, RecordDeploymentPorts } from "./ports.ts";

/**
 * Closes the records that a lost runner left open: nobody else will. Goes back to the first record that has ended, since
 * the run that made it has been here before. A record whose run may still go on is left. Returns how many were closed.
 * The records are given newest first.
 */
export async function closeAbandoned(records: readonly Deployment[], ports: RecordDeploymentPorts): Promise<number> {
  const { deployments, me, log } = ports;
  let closed = 0;
  for (const record of records) {
    const payload = parsePayload(record.payload);
    if (payload === undefined || (payload.run === me.run && payload.attempt === me.attempt)) continue;
    if (standingOf(await deployments.stateOf(record.id)) !== "open") break;
    if ((await ports.runs.lifeOfAttempt(payload.run, payload.attempt)) !== "completed") {
      log.warning(`the deployment ${record.id} of ${payload.version} is still open, and its run may go on`);
      continue;
    }
    const description = fit(`${payload.version}: its run ended without telling what came of it`);
    await deployments.mark(record.id, { state: "error", description, logUrl: me.url });
    log.info(`closed the deployment ${record.id} of ${payload.version}, which its run had left open`);
    closed += 1;
  }
  return closed;
}
