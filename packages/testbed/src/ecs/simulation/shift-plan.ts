/** One stage of a deployment that shifts traffic, and how much production traffic the new revision gets in it. */
export interface ShiftStep {
  readonly stage: string;
  readonly trafficPercent: number;
  /** Virtual milliseconds; the stage of scaling up ends when the tasks are steady instead. */
  readonly lastsMs: number;
}

/** What a deployment does not pass its stage without: somebody's decision, or a function's answer. */
export type Hook = PauseHook | LambdaHook;

/** Holds a deployment at a stage until somebody decides or the time is over. */
export interface PauseHook {
  readonly kind: "pause";
  readonly stage: string;
  readonly timeoutMs: number;
  readonly timeoutAction: HookAction;
}

/** A function that is asked at a stage, and takes its time to answer. */
export interface LambdaHook {
  readonly kind: "lambda";
  readonly stage: string;
  readonly timeoutMs: number;
  readonly targetArn: string;
}

export type HookAction = "CONTINUE" | "ROLLBACK";

/** What blue/green, linear and canary deployments of a service go through. */
export interface ShiftPlan {
  readonly steps: readonly ShiftStep[];
  readonly hooks: readonly Hook[];
}

export interface HookState {
  readonly hook: Hook;
  readonly id: string;
  /** When the time of a pause is over, or the function answers. */
  readonly expiresAt: number;
  status: "AWAITING_ACTION" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "TIMED_OUT";
}

/** How far one deployment has come in its plan. */
export interface ShiftState {
  readonly plan: ShiftPlan;
  /** Index into the steps. */
  step: number;
  endsAt: number;
  readonly hooks: HookState[];
}

/** A stage that ECS passes without waiting for anything. */
const PASSING_MS = 2000;

const BEFORE = ["PRE_SCALE_UP", "SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT"];

/**
 * The stages of a deployment that shifts traffic in `shifts`, then bakes, then removes the old tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html
 */
export function planShift(
  shifts: readonly Omit<ShiftStep, "stage">[],
  bakeMs: number,
  hooks: readonly Hook[],
): ShiftPlan {
  const passing = (trafficPercent: number) => (stage: string) => ({ stage, trafficPercent, lastsMs: PASSING_MS });
  const steps = [
    ...BEFORE.map(passing(0)),
    ...shifts.map(({ trafficPercent, lastsMs }) => ({
      stage: "PRODUCTION_TRAFFIC_SHIFT",
      trafficPercent,
      lastsMs: Math.max(PASSING_MS, lastsMs),
    })),
    passing(100)("POST_PRODUCTION_TRAFFIC_SHIFT"),
    { stage: "BAKE_TIME", trafficPercent: 100, lastsMs: bakeMs },
    passing(100)("CLEAN_UP"),
  ];
  return { steps, hooks };
}
