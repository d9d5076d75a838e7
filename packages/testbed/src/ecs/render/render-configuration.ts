import { type Account, settingsOf } from "../account.ts";
import type { DeploymentConfiguration, ServiceState } from "../simulation/model.ts";
import { type Input, optionalCount, optionalObject, textList } from "../wire/input.ts";
import { readShiftPlan } from "./read-shift-plan.ts";

const DEFAULT_CONFIGURATION = {
  deploymentCircuitBreaker: { enable: false, rollback: false },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: "ROLLING",
};

/** The deployment configuration of a service as ECS answers it, its defaults filled in. */
export function renderConfiguration(account: Account, service: ServiceState): object {
  return { ...DEFAULT_CONFIGURATION, ...optionalObject(settingsOf(account, service), "deploymentConfiguration") };
}

/**
 * What the scheduler needs of a deployment configuration. What is not simulated is refused rather than run as something
 * that it is not.
 */
export function readConfiguration(raw: Input): DeploymentConfiguration {
  const breaker = optionalObject(raw, "deploymentCircuitBreaker") ?? {};
  const early = optionalObject(raw, "earlySuccessCriteria");
  const alarms = optionalObject(raw, "alarms") ?? {};
  return {
    minimumHealthyPercent: optionalCount(raw, "minimumHealthyPercent") ?? 100,
    maximumPercent: optionalCount(raw, "maximumPercent") ?? 200,
    breaker: { enable: breaker["enable"] === true, rollback: breaker["rollback"] === true },
    alarms:
      alarms["enable"] === true
        ? { names: textList(alarms, "alarmNames"), rollback: alarms["rollback"] === true }
        : undefined,
    shift: readShiftPlan(raw),
    earlySuccessPercent: early?.["enable"] === true ? (optionalCount(early, "healthyPercent") ?? 100) : undefined,
  };
}
