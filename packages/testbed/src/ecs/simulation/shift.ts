import { failDeployment } from "./deployments.ts";
import type { DeploymentState, FleetState, ServiceDeploymentState, ServiceState } from "./model.ts";
import type { HookAction, HookState, LambdaHook, ShiftState, ShiftStep } from "./shift-plan.ts";

/** What decides whether a deployment may go on. */
export interface ShiftConditions {
  /** Whether its tasks are steady. */
  readonly isUp: () => boolean;
  /** What a function answers that is asked at a stage. */
  readonly answerOf: (hook: LambdaHook) => HookAction;
}

/** Whether the new tasks may be started: a deployment held before it scales up has none. */
export function mayStart(service: ServiceState, primary: DeploymentState): boolean {
  return stageOf(service, primary) !== "PRE_SCALE_UP";
}

/** Whether the old tasks may go: they serve on until all traffic was shifted and the time to bake is over. */
export function mayStopOld(service: ServiceState, primary: DeploymentState): boolean {
  const stage = stageOf(service, primary);
  return stage === undefined || stage === "CLEAN_UP";
}

/** Leads the primary deployment through the stages that are over by now. */
export function advanceShift(
  fleet: FleetState,
  service: ServiceState,
  primary: DeploymentState,
  conditions: ShiftConditions,
): void {
  const shift = shiftOf(service, primary);
  if (shift === undefined) return;
  while (primary.rolloutState === "IN_PROGRESS" && isOver(fleet, shift, conditions)) enterNext(fleet, service, shift);
  const open = openHook(shift);
  if (open === undefined || open.expiresAt > fleet.now) return;
  const { hook } = open;
  const action = hook.kind === "pause" ? hook.timeoutAction : conditions.answerOf(hook);
  const answered = action === "CONTINUE" ? "SUCCEEDED" : "FAILED";
  const status = hook.kind === "pause" ? "TIMED_OUT" : answered;
  decideHook(fleet, service, primary, { hook: open, action, status });
  if (action === "CONTINUE") advanceShift(fleet, service, primary, conditions);
}

/** The next time at which a stage or a hook ends by itself. */
export function shiftDue(fleet: FleetState, service: ServiceState): number | undefined {
  const [primary] = service.deployments;
  const shift = primary === undefined ? undefined : shiftOf(service, primary);
  if (shift === undefined || primary?.rolloutState !== "IN_PROGRESS") return undefined;
  const at = openHook(shift)?.expiresAt ?? shift.endsAt;
  return at > fleet.now ? at : undefined;
}

/** Answers a hook that waits; gives false when there is none of that id. */
export function answerHook(
  fleet: FleetState,
  service: ServiceState,
  answer: { readonly number: string; readonly hookId: string; readonly action: HookAction },
): boolean {
  const primary = service.deployments.find((one) => one.number === answer.number);
  const shift = primary === undefined ? undefined : shiftOf(service, primary);
  const hook = shift === undefined ? undefined : openHook(shift);
  if (primary === undefined || hook?.id !== answer.hookId || hook.status !== "AWAITING_ACTION") return false;
  const status = answer.action === "CONTINUE" ? "SUCCEEDED" : "FAILED";
  decideHook(fleet, service, primary, { hook, action: answer.action, status });
  return true;
}

/** The stage that an entry of the history is in, if it has stages. */
export function currentStep({ shift }: ServiceDeploymentState): ShiftStep | undefined {
  return shift?.plan.steps[shift.step];
}

function shiftOf(service: ServiceState, deployment: DeploymentState): ShiftState | undefined {
  if (deployment.rollbackOf !== undefined) return undefined;
  return service.serviceDeployments.find((one) => one.targetRevision === deployment.number)?.shift;
}

function stageOf(service: ServiceState, deployment: DeploymentState): string | undefined {
  const shift = shiftOf(service, deployment);
  return shift?.plan.steps[shift.step]?.stage;
}

function isOver(fleet: FleetState, shift: ShiftState, { isUp }: ShiftConditions): boolean {
  if (openHook(shift) !== undefined || shift.step >= shift.plan.steps.length - 1) return false;
  return shift.plan.steps[shift.step]?.stage === "SCALE_UP" ? isUp() : shift.endsAt <= fleet.now;
}

function enterNext(fleet: FleetState, service: ServiceState, shift: ShiftState): void {
  const from = Math.min(fleet.now, Math.max(shift.endsAt, 0));
  const last = shift.plan.steps[shift.step]?.stage;
  shift.step += 1;
  const next = shift.plan.steps[shift.step];
  if (next === undefined) return;
  shift.endsAt = (last === "SCALE_UP" ? fleet.now : from) + next.lastsMs;
  const hook = shift.plan.hooks.find(({ stage }) => stage === next.stage && next.stage !== last);
  if (hook === undefined) return;
  const id = `hook-${service.name}-${shift.hooks.length + 1}`;
  const status = hook.kind === "pause" ? "AWAITING_ACTION" : "IN_PROGRESS";
  shift.hooks.push({ hook, id, expiresAt: fleet.now + hook.timeoutMs, status });
}

function openHook(shift: ShiftState): HookState | undefined {
  return shift.hooks.find(({ status }) => status === "AWAITING_ACTION" || status === "IN_PROGRESS");
}

function decideHook(
  fleet: FleetState,
  service: ServiceState,
  primary: DeploymentState,
  {
    hook,
    action,
    status,
  }: { readonly hook: HookState; readonly action: HookAction; readonly status: HookState["status"] },
): void {
  hook.status = status;
  const shift = shiftOf(service, primary);
  if (shift !== undefined) shift.endsAt = fleet.now;
  if (action === "CONTINUE") return;
  const entry = `Service deployment rolled back because of lifecycle hook ${hook.id}.`;
  failDeployment(fleet, service, primary, { entry, rollback: "Lifecycle hook:", wantsRollback: true });
}
