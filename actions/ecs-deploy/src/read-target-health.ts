import { findOwnTargets, type IsOwnTarget } from "./own-targets.ts";
import { reasonOf, type EcsDeployPorts, type ServiceTarget, type TargetState, type Task } from "./ports.ts";
import type { Service } from "./service-state.ts";

const MAX_TARGETS = 10;

/** States that say nothing against a deployment: draining is how old tasks leave. */
const UNREMARKABLE = new Set(["healthy", "draining"]);

export interface TargetPatient {
  readonly target: ServiceTarget;
  readonly service: Service;
  /** Absent: the tasks of all deployments are meant. */
  readonly deploymentId: string | undefined;
  /** Those of the deployment that stopped already: a load balancer may still know them. Undefined: tasks cannot be read. */
  readonly stopped: readonly Task[] | undefined;
}

/**
 * One line for each target of the service's load balancers that is a task of the deployment and not healthy, and one for the
 * others. Never throws: it only explains.
 */
export async function readTargetHealth(patient: TargetPatient, ports: EcsDeployPorts): Promise<string[]> {
  if (patient.service.targetGroups.length === 0) return [];
  const isOwn = await ownOrAll(patient, ports);
  const own: string[] = [];
  let others = 0;
  try {
    for (const arn of patient.service.targetGroups) {
      const states = await ports.targets.describe(arn);
      const remarkable = states.filter(({ state }) => !UNREMARKABLE.has(state));
      own.push(...remarkable.filter(isOwn).map((state) => renderTarget(state, arn)));
      others += remarkable.filter((state) => !isOwn(state)).length;
    }
  } catch (error) {
    ports.log.notice(`Target health not read: ${reasonOf(error)}`);
  }
  const rest = others === 0 ? [] : [`targets of other deployments that are not healthy: ${others}`];
  return [...own.slice(0, MAX_TARGETS), ...rest];
}

/** When the tasks cannot be told apart, the targets cannot, and all of them are shown. */
async function ownOrAll(patient: TargetPatient, ports: EcsDeployPorts): Promise<IsOwnTarget> {
  const { target, deploymentId, stopped } = patient;
  // That the tasks cannot be read has been said already.
  if (deploymentId === undefined || stopped === undefined) return () => true;
  try {
    const running = await ports.fleet.tasks(target, "RUNNING");
    const started = running.filter(({ startedBy }) => startedBy === deploymentId);
    return await findOwnTargets(target, [...started, ...stopped], ports);
  } catch (error) {
    ports.log.notice(`Shows the targets of all deployments, not only of this one: ${reasonOf(error)}`);
    return () => true;
  }
}

function renderTarget({ id, port, state, reason }: TargetState, arn: string): string {
  const place = port === undefined ? id : `${id}:${port}`;
  return `${place} in ${nameOf(arn)}: ${state}${reason === undefined ? "" : `, ${reason}`}`;
}

/** `arn:…:targetgroup/NAME/ID` */
function nameOf(arn: string): string {
  return arn.split("/")[1] ?? arn;
}
