import { optionalObject, optionalText, type Input } from "./wire/input.ts";

/** Who deploys a service: ECS, CODE_DEPLOY or EXTERNAL. */
export function controllerOf(settings: Input): string {
  return optionalText(optionalObject(settings, "deploymentController") ?? {}, "type") ?? "ECS";
}

/** Whether a service runs one task on each machine of its cluster instead of a number that somebody sets. */
export function isDaemon(settings: Input): boolean {
  return optionalText(settings, "schedulingStrategy") === "DAEMON";
}

/** Where tasks run. The machines of a daemon are always those of the account. */
export function launchOf(settings: Input): object {
  const launchType = optionalText(settings, "launchType") ?? (isDaemon(settings) ? "EC2" : "FARGATE");
  return launchType === "FARGATE" ? { launchType, platformVersion: "1.4.0", platformFamily: "Linux" } : { launchType };
}
