import { planShift, type Hook, type ShiftPlan } from "../simulation/shift-plan.ts";
import {
  type Input,
  invalid,
  objectList,
  optionalCount,
  optionalObject,
  optionalText,
  requiredText,
  textList,
} from "../wire/input.ts";

const MINUTE_MS = 60_000;
const DEFAULT_TIMEOUT_MINUTES = 1440;
/** How long a function takes to answer. */
const LAMBDA_MS = 10_000;

/** The stages that a deployment configuration asks for; nothing for a rolling one. Throws InvalidParameterException. */
export function readShiftPlan(raw: Input): ShiftPlan | undefined {
  const bakeMs = (optionalCount(raw, "bakeTimeInMinutes") ?? 0) * MINUTE_MS;
  const hooks = objectList(raw, "lifecycleHooks").flatMap(readHooks);
  const strategy = optionalText(raw, "strategy") ?? "ROLLING";
  switch (strategy) {
    case "ROLLING":
      return undefined;
    case "BLUE_GREEN":
      return planShift([{ trafficPercent: 100, lastsMs: 0 }], bakeMs, hooks);
    case "LINEAR":
      return planShift(linearSteps(optionalObject(raw, "linearConfiguration") ?? {}), bakeMs, hooks);
    case "CANARY":
      return planShift(canarySteps(optionalObject(raw, "canaryConfiguration") ?? {}), bakeMs, hooks);
    default:
      throw invalid(`${strategy} is no deployment strategy.`);
  }
}

/** Equal steps; after the one that reaches 100 percent nothing is waited for. */
function linearSteps(raw: Input): { trafficPercent: number; lastsMs: number }[] {
  const percent = Number(raw["stepPercent"] ?? 10);
  const lastsMs = Number(raw["stepBakeTimeInMinutes"] ?? 6) * MINUTE_MS;
  if (!(percent >= 3 && percent <= 100)) throw invalid("stepPercent must be between 3.0 and 100.0.");
  const steps = Array.from({ length: Math.ceil(100 / percent) }, (_, index) =>
    Math.min(100, Math.round(percent * (index + 1) * 10) / 10),
  );
  return steps.map((trafficPercent) => ({ trafficPercent, lastsMs: trafficPercent === 100 ? 0 : lastsMs }));
}

function canarySteps(raw: Input): { trafficPercent: number; lastsMs: number }[] {
  const trafficPercent = Number(raw["canaryPercent"] ?? 5);
  const lastsMs = Number(raw["canaryBakeTimeInMinutes"] ?? 10) * MINUTE_MS;
  return [
    { trafficPercent, lastsMs },
    { trafficPercent: 100, lastsMs: 0 },
  ];
}

function readHooks(raw: Input): Hook[] {
  const stages = textList(raw, "lifecycleStages");
  const type = optionalText(raw, "targetType") ?? "AWS_LAMBDA";
  if (type === "AWS_LAMBDA") {
    const targetArn = requiredText(raw, "hookTargetArn");
    return stages.map((stage) => ({ kind: "lambda", stage, timeoutMs: LAMBDA_MS, targetArn }));
  }
  if (type !== "PAUSE") throw invalid(`${type} is no type of lifecycle hook.`);
  const timeout = optionalObject(raw, "timeoutConfiguration") ?? {};
  const timeoutMs = (optionalCount(timeout, "timeoutInMinutes") ?? DEFAULT_TIMEOUT_MINUTES) * MINUTE_MS;
  const timeoutAction = optionalText(timeout, "action") === "CONTINUE" ? "CONTINUE" : "ROLLBACK";
  return stages.map((stage) => ({ kind: "pause", stage, timeoutMs, timeoutAction }));
}
