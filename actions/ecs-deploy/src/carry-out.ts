import { decideCount } from "./decide-count.ts";
import { decide } from "./decide.ts";
import type { OwnDeployment } from "./situation.ts";
import type { ChangePlan } from "./plan-change.ts";
import type { ServiceChange } from "./ports.ts";
import { toResult, type ServiceResult } from "./result.ts";
import type { Run } from "./run.ts";
import { primaryOf, revisionName, type Service } from "./service-state.ts";
import { settle } from "./settle.ts";
import { startChange, startDeployment } from "./start-change.ts";
import { watch } from "./watch.ts";

/** Registers what is new, changes the service, and follows the change to its end. */
export async function carryOut(run: Run, before: Service, plan: ChangePlan): Promise<ServiceResult> {
  if (run.inputs.operation === "scale") return scale(run, before, plan);
  const { inputs, ports, target } = run;
  const change = await register(run, plan);
  const { service, deployment } = await startDeployment({ target, before, change }, ports);
  const { id, taskDefinition, createdAt } = deployment;
  ports.log.info(`started deployment ${id} of ${revisionName(taskDefinition)}`);
  if (inputs.waitUntil === "none") return started(run, { before, after: service, plan, taskDefinition, id });
  const ours: OwnDeployment = {
    id,
    taskDefinition,
    createdAt,
    previousId: primaryOf(before)?.id,
    previousTaskDefinition: before.taskDefinition,
  };
  const { waitUntil, maxFailedTasks, desiredCount } = inputs;
  const patience = { waitUntil, maxFailedTasks, mayBeEmpty: desiredCount === 0 };
  const watched = await watch(
    {
      target,
      start: service,
      deploymentId: id,
      deadline: run.deadline,
      decide: (look) => decide({ ...look, ours, patience }),
    },
    ports,
  );
  return settle(run, { before, plan, taskDefinition, deploymentId: id, watched });
}

async function register({ ports: { fleet, log } }: Run, { change, document }: ChangePlan): Promise<ServiceChange> {
  if (document === undefined) return change;
  const taskDefinition = await fleet.registerTaskDefinition(document);
  log.info(`registered ${revisionName(taskDefinition)}`);
  return { ...change, taskDefinition };
}

async function scale(run: Run, before: Service, plan: ChangePlan): Promise<ServiceResult> {
  const { inputs, ports, target } = run;
  const desiredCount = inputs.desiredCount ?? before.desiredCount;
  const { taskDefinition } = before;
  const service = await startChange({ target, before, change: plan.change }, ports);
  ports.log.info(`set the desired count: ${before.desiredCount} → ${desiredCount}`);
  if (inputs.waitUntil === "none") return started(run, { before, after: service, plan, taskDefinition, id: undefined });
  const { maxFailedTasks } = inputs;
  const watched = await watch(
    {
      target,
      start: service,
      deploymentId: undefined,
      deadline: run.deadline,
      decide: (look) => decideCount({ ...look, desiredCount, maxFailedTasks }),
    },
    ports,
  );
  return settle(run, { before, plan, taskDefinition, deploymentId: undefined, watched });
}

interface Started {
  readonly before: Service;
  readonly after: Service;
  readonly plan: ChangePlan;
  readonly taskDefinition: string;
  readonly id: string | undefined;
}

/** Not waited for: all that is known is that ECS took the change, and no more is said. */
function started({ deadline }: Run, { before, after, plan, taskDefinition, id }: Started): ServiceResult {
  const reason = `ECS accepted the change of ${after.name}; whether it succeeds was not waited for`;
  return toResult(
    { before, after, images: plan.images, taskDefinition, deploymentId: id, durationMs: deadline.usedMs() },
    { outcome: "started", reason },
  );
}
