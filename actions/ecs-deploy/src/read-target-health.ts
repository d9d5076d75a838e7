import { reasonOf, type EcsDeployPorts } from "./ports.ts";
import type { Service } from "./service-state.ts";

const MAX_TARGETS = 10;

/** States that say nothing against a deployment: draining is how old tasks leave. */
const UNREMARKABLE = new Set(["healthy", "draining"]);

/** One line for each target of the service's load balancers that is not healthy. Never throws: it only explains. */
export async function readTargetHealth(service: Service, { targets, log }: EcsDeployPorts): Promise<string[]> {
  const lines: string[] = [];
  try {
    for (const arn of service.targetGroups) {
      const states = await targets.describe(arn);
      for (const { target, state, reason } of states.filter((one) => !UNREMARKABLE.has(one.state)))
        lines.push(`${target} in ${nameOf(arn)}: ${state}${reason === undefined ? "" : `, ${reason}`}`);
    }
  } catch (error) {
    log.notice(`Target health not read: ${reasonOf(error)}`);
  }
  return lines.slice(0, MAX_TARGETS);
}

/** `arn:…:targetgroup/NAME/ID` */
function nameOf(arn: string): string {
  return arn.split("/")[1] ?? arn;
}
