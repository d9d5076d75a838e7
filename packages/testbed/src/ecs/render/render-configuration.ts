import { type Account, settingsOf } from "../account.ts";
import { isDaemon } from "../settings.ts";
import type { DeploymentConfiguration, ServiceState } from "../simulation/model.ts";
import { type Input, optionalCount, optionalObject, textList } from "../wire/input.ts";
import { readShiftPlan } from "./read-shift-plan.ts";

const DEFAULT_CONFIGURATION = {
  deploymentCircuitBreaker: { enable: false, rollback: false },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: "ROLLING",
};

/** A machine has room for one task of a daemon, so the old one goes first. */
const DAEMON_CONFIGURATION = { ...DEFAULT_CONFIGURATION, maximumPercent: 100, minimumHealthyPercent: 0 };

/** The deployment configuration of a service as ECS answers it, its defaults filled in. */
export function renderConfiguration(account: Account, service: ServiceState): object {
  const settings = settingsOf(account, service);
  return { ...defaultsOf(settings), ...optionalObject(settings, "deploymentConfiguration") };
}

/**
 * What the scheduler needs of the deployment configuration in a service's settings. What is not simulated is refused rather
 * than run as something that it is not.
 */
export function readConfiguration(settings: Input): DeploymentConfiguration {
  const raw = optionalObject(settings, "deploymentConfiguration") ?? {};
  const { minimumHealthyPercent, maximumPercent } = defaultsOf(settings);
  const breaker = optionalObject(raw, "deploymentCircuitBreaker") ?? {};
  const early = optionalObject(raw, "earlySuccessCriteria");
  const alarms = optionalObject(raw, "alarms") ?? {};
  return {
    minimumHealthyPercent: optionalCount(raw, "minimumHealthyPercent") ?? minimumHealthyPercent,
    maximumPercent: optionalCount(raw, "maximumPercent") ?? maximumPercent,
    breaker: { enable: breaker["enable"] === true, rollback: breaker["rollback"] === true },
    alarms:
      alarms["enable"] === true
        ? { names: textList(alarms, "alarmNames"), rollback: alarms["rollback"] === true }
        : undefined,
    shift: readShiftPlan(raw),
    earlySuccessPercent: early?.["enable"] === true ? (optionalCount(early, "healthyPercent") ?? 100) : undefined,
  };
}

function defaultsOf(settings: Input): typeof DEFAULT_CONFIGURATION {
  return isDaemon(settings) ? DAEMON_CONFIGURATION : DEFAULT_CONFIGURATION;
}
