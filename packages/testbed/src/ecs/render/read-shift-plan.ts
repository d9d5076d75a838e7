import { planShift, type PauseHook, type ShiftPlan } from "../simulation/shift-plan.ts";
import {
  type Input,
  invalid,
  objectList,
  optionalCount,
  optionalObject,
  optionalText,
  textList,
} from "../wire/input.ts";

const MINUTE_MS = 60_000;
const DEFAULT_TIMEOUT_MINUTES = 1440;

/** The stages that a deployment configuration asks for; nothing for a rolling one. Throws InvalidParameterException. */
export function readShiftPlan(raw: Input): ShiftPlan | undefined {
  const bakeMs = (optionalCount(raw, "bakeTimeInMinutes") ?? 0) * MINUTE_MS;
  const pauses = objectList(raw, "lifecycleHooks").flatMap(readPauses);
  const strategy = optionalText(raw, "strategy") ?? "ROLLING";
  switch (strategy) {
    case "ROLLING":
      return undefined;
    case "BLUE_GREEN":
      return planShift([{ trafficPercent: 100, lastsMs: 0 }], bakeMs, pauses);
    case "LINEAR":
      return planShift(linearSteps(optionalObject(raw, "linearConfiguration") ?? {}), bakeMs, pauses);
    case "CANARY":
      return planShift(canarySteps(optionalObject(raw, "canaryConfiguration") ?? {}), bakeMs, pauses);
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

function readPauses(hook: Input): PauseHook[] {
  if (optionalText(hook, "targetType") !== "PAUSE")
    throw invalid("The embedded ECS simulates lifecycle hooks of the type PAUSE only.");
  const timeout = optionalObject(hook, "timeoutConfiguration") ?? {};
  const timeoutMs = (optionalCount(timeout, "timeoutInMinutes") ?? DEFAULT_TIMEOUT_MINUTES) * MINUTE_MS;
  const timeoutAction = optionalText(timeout, "action") === "CONTINUE" ? "CONTINUE" : "ROLLBACK";
  return textList(hook, "lifecycleStages").map((stage) => ({ stage, timeoutMs, timeoutAction }));
}
