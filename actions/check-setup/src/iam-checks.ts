import { FairwayError, stringMember } from "@fairway/domain";

import { behind, checkOf, pass, unknown, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Account, Service } from "./ports.ts";

interface Definition {
  readonly document: Readonly<Record<string, unknown>>;
  readonly tags: readonly unknown[];
}

interface Known {
  readonly account: Account;
  readonly app: () => Promise<Service>;
  readonly definition: () => Promise<Definition>;
}

/** What IAM allows, as far as reading shows it: the reads of a deployment are made, its writes are only named. */
export function checkPermissions({ cluster = "", service }: CheckSetupInputs, known: Known): Check[] {
  const { account, app, definition } = known;
  return [
    checkOf("IAM, reads that are needed", "service", service, () =>
      behind("Service", app(), async () => {
        await definition();
        return pass("ecs:DescribeServices and ecs:DescribeTaskDefinition are allowed");
      }),
    ),
    checkOf("IAM, reads that tell more", "service", service, (name) =>
      behind("Service", app(), async (found) => {
        const target = { cluster, service: name };
        return judgeOptional(await refusals([account.tasks(target, "RUNNING"), follow(account, target, found)]));
      }),
    ),
    checkOf("IAM, writes", "service", service, () =>
      behind("IAM, reads that are needed", definition(), (read) => nameWrites(read)),
    ),
  ];
}

/** As ecs-deploy follows a deployment: by its service deployment and the revision that this leads to. */
async function follow(account: Account, target: { cluster: string; service: string }, found: Service): Promise<void> {
  const primary = found.deployments.find(({ status }) => status === "PRIMARY");
  const deployment = await account.findServiceDeployment(target, primary?.id ?? "", found.currentServiceDeployment);
  if (deployment?.revisionArn !== undefined) await account.resolvedImages(deployment.revisionArn);
}

/** What several readings failed with. Throws what is no error of Fairway's own. */
async function refusals(readings: readonly Promise<unknown>[]): Promise<readonly FairwayError[]> {
  const answers = await Promise.all(readings.map((reading) => reading.then(() => undefined, toRefusal)));
  return answers.filter((error) => error !== undefined);
}

function toRefusal(error: unknown): FairwayError {
  if (error instanceof FairwayError) return error;
  throw error;
}

/** A deployment works without these: a refusal by IAM is told, and any other answer leaves the row open. */
function judgeOptional(errors: readonly FairwayError[]): Finding {
  if (errors.length === 0) return pass("tasks, service deployments and service revisions can be read");
  const messages = errors.map(({ message }) => message).join("; ");
  const steps = errors.map(({ nextStep = "" }) => nextStep).join(" ");
  if (errors.some(({ code }) => code !== "ACCESS_DENIED")) return unknown(messages, steps);
  return pass(`a deployment works without, and tells less: ${messages}`, steps);
}

function nameWrites({ document, tags }: Definition): Finding {
  const roles = ["taskRoleArn", "executionRoleArn"].flatMap((name) => stringMember(document, name) ?? []);
  const calls = [
    "ecs:UpdateService",
    "ecs:RegisterTaskDefinition",
    ...roles.map((role) => `iam:PassRole on ${role}`),
    ...(tags.length > 0 ? ["ecs:TagResource"] : []),
  ];
  return unknown(
    "only a deployment shows whether they are allowed",
    `Compare the role's policy with the README of ecs-deploy. It needs ${calls.join(", ")}, and ecs:StopServiceDeployment for on-failure: rollback.`,
  );
}
