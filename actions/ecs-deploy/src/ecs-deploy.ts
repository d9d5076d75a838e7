import { awaitTurn } from "./await-turn.ts";
import { carryOut } from "./carry-out.ts";
import { checkFreshness } from "./check-freshness.ts";
import { checkPlatform } from "./check-platform.ts";
import { guardService } from "./guard-service.ts";
import { planDeploy, planRestart, planScale, type ChangePlan } from "./plan-change.ts";
import { hasHealthCheck } from "./plan-revision.ts";
import { readDefinition } from "./read-definition.ts";
import { toResult, type ServiceResult } from "./result.ts";
import type { Run } from "./run.ts";
import { judgeDigests, pickDigest, readRunningDigests } from "./running-digest.ts";
import { primaryOf, renderCounts, revisionName, type Service } from "./service-state.ts";

/**
 * Deploys, restarts or scales a service and follows it until ECS shows, for the very deployment that this run started, that
 * the service runs what was asked. Everything else is red, with ECS's own reason first.
 */
export async function ecsDeploy(run: Run): Promise<ServiceResult> {
  const before = await prepare(run);
  const plan = await resolvePlan(run, before);
  const standing = plan.alreadySo ? await confirmStanding(run, before, plan) : undefined;
  if (standing !== undefined) return standing;
  tellPlan(run, before, plan);
  if (run.inputs.dryRun) return planned(run, before, plan);
  return carryOut(run, before, plan);
}

/** Reads the service, keeps the guards, and waits for its turn. */
async function prepare({ inputs, ports, target, deadline }: Run): Promise<Service> {
  const service = await ports.fleet.describeService(target);
  const guard = guardService(service, inputs);
  if (guard.kind === "refused") throw guard.error;
  for (const warning of guard.warnings) ports.log.warning(warning);
  // Scaling starts no deployment, and scaling to 0 is a way to end one that never ends.
  if (inputs.operation === "scale") return service;
  return awaitTurn({ target, service, deadline, ifInProgress: inputs.ifInProgress, dryRun: inputs.dryRun }, ports);
}

async function resolvePlan(run: Run, service: Service): Promise<ChangePlan> {
  const { inputs, ports } = run;
  if (inputs.operation === "scale") return planScale(inputs, service);
  if (inputs.operation === "restart") return resolveRestart(run, service);
  const definition = await readDefinition(inputs, service, ports);
  if (!service.loadBalanced && !hasHealthCheck(definition))
    ports.log.notice(`${service.name} has no health check: ECS counts a task as good as soon as it runs.`);
  checkPlatform(definition, inputs.imagePlatforms);
  return planDeploy(inputs, service, definition);
}

async function resolveRestart(run: Run, service: Service): Promise<ChangePlan> {
  const { inputs, ports } = run;
  const known = await checkFreshness(run, service);
  if (inputs.expectedDigest === undefined) return planRestart(inputs, undefined);
  return planRestart(inputs, known ?? (await readDefinition(inputs, service, ports)));
}

/** Unchanged, when the digest that runs does not speak against it; otherwise the plan is to be carried out. */
async function confirmStanding(run: Run, before: Service, plan: ChangePlan): Promise<ServiceResult | undefined> {
  const { inputs, ports, target, deadline } = run;
  const id = primaryOf(before)?.id ?? "";
  const digests =
    inputs.operation === "scale" ? new Map() : await readRunningDigests(target, { id, service: undefined }, ports);
  const verdict = judgeDigests(plan.expectations, digests);
  if (verdict.kind === "refuted") {
    ports.log.info(`${before.name} already has this task definition; deploys it anew: ${verdict.error.message}`);
    return undefined;
  }
  const reason = `${before.name} already runs ${revisionName(before.taskDefinition)}, ${renderCounts(before)}`;
  ports.log.info(`unchanged: ${reason}`);
  return toResult(
    {
      before,
      after: before,
      images: plan.images,
      taskDefinition: before.taskDefinition,
      imageDigest: pickDigest(digests, plan.container),
      durationMs: deadline.usedMs(),
    },
    { outcome: "unchanged", reason },
  );
}

function tellPlan({ inputs, ports: { log } }: Run, before: Service, { images, change, document }: ChangePlan): void {
  for (const { container, before: old, after } of images)
    log.info(old === after ? `keeps ${container} at ${after}` : `plans ${container}: ${old} → ${after}`);
  const revision =
    document === undefined ? revisionName(change.taskDefinition ?? before.taskDefinition) : "a new revision";
  if (inputs.operation !== "scale")
    log.info(`plans ${inputs.operation} of ${before.name}: ${revisionName(before.taskDefinition)} → ${revision}`);
  if (change.desiredCount !== undefined)
    log.info(`plans the desired count: ${before.desiredCount} → ${change.desiredCount}`);
}

function planned({ inputs, ports, deadline }: Run, before: Service, plan: ChangePlan): ServiceResult {
  const what = plan.document === undefined ? "nothing to register" : "one revision to register";
  const reason = `dry run: ${inputs.operation} of ${before.name} would go ahead, ${what}; nothing was changed`;
  ports.log.info(reason);
  return toResult(
    {
      before,
      after: before,
      images: plan.images,
      taskDefinition: plan.document === undefined ? (plan.change.taskDefinition ?? before.taskDefinition) : "",
      durationMs: deadline.usedMs(),
    },
    { outcome: "planned", reason },
  );
}
