import { finishRecord } from "./finish-record.ts";
import { isStart, type FinishInputs, type RecordDeploymentInputs } from "./inputs.ts";
import type { RecordDeploymentPorts } from "./ports.ts";
import type { RecordDeploymentResult } from "./report.ts";
import { startRecord } from "./start-record.ts";

/** Keeps the one record of a deployment: one when it starts, and in it what came of it. */
export function recordDeployment(
  inputs: RecordDeploymentInputs,
  ports: RecordDeploymentPorts,
): Promise<RecordDeploymentResult> {
  if (isStart(inputs)) return startRecord(inputs, ports);
  // checkInputs has required what mode finish needs.
  return finishRecord(inputs as FinishInputs, ports);
}
