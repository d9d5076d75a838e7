import { controllerOf, isDaemon } from "../settings.ts";
import { type Input, invalid } from "../wire/input.ts";

/** Keeps the rules for creating a service. Throws InvalidParameterException. */
export function refuseCreation(input: Input): void {
  refuseCount(input, input);
  const controller = controllerOf(input);
  if (!["ECS", "CODE_DEPLOY", "EXTERNAL"].includes(controller))
    throw invalid(`${controller} is no deployment controller.`);
  // Task sets bring the task definitions of such a service.
  if (controller === "EXTERNAL" && input["taskDefinition"] !== undefined)
    throw invalid("taskDefinition cannot be specified for a service with an EXTERNAL deployment controller.");
}

/**
 * Keeps the rules for changing one: what another controller deploys cannot be deployed by UpdateService.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export function refuseUpdate(settings: Input, input: Input): void {
  refuseCount(settings, input);
  const controller = controllerOf(settings);
  if (controller === "ECS") return;
  const instead =
    controller === "CODE_DEPLOY" ? "Use AWS CodeDeploy to trigger a new deployment." : "Create a task set.";
  const what = `on services with a ${controller} deployment controller. ${instead}`;
  if (input["taskDefinition"] !== undefined) throw invalid(`Unable to update task definition ${what}`);
  if (input["forceNewDeployment"] === true) throw invalid(`Cannot force a new deployment ${what}`);
}

function refuseCount(settings: Input, input: Input): void {
  if (isDaemon(settings) && input["desiredCount"] !== undefined)
    throw invalid("The daemon scheduling strategy does not support a desired count for services.");
}
