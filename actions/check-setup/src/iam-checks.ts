import { FairwayError, stringMember } from "@fairway/domain";

import { behind, checkOf, fail, pass, unknown, type Check, type Finding } from "./check.ts";
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
      behind("Service", app(), async () => judgeNeeded(await denials([definition()]))),
    ),
    checkOf("IAM, reads that tell more", "service", service, (name) =>
      behind("Service", app(), async (found) =>
        judgeOptional(
          await denials([
            account.tasks({ cluster, service: name }, "RUNNING"),
            follow(account, { cluster, service: name }, found),
          ]),
        ),
      ),
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

/** The refusals among several readings. Throws anything else that went wrong. */
async function denials(readings: readonly Promise<unknown>[]): Promise<readonly FairwayError[]> {
  const answers = await Promise.all(readings.map((reading) => reading.then(() => undefined, deniedBy)));
  return answers.filter((denied) => denied !== undefined);
}

function deniedBy(error: unknown): FairwayError {
  if (error instanceof FairwayError && error.code === "ACCESS_DENIED") return error;
  throw error;
}

function judgeNeeded(denied: readonly FairwayError[]): Finding {
  if (denied.length === 0) return pass("ecs:DescribeServices and ecs:DescribeTaskDefinition are allowed");
  return fail(messagesOf(denied), denied.map(({ nextStep = "" }) => nextStep).join(" "));
}

function judgeOptional(denied: readonly FairwayError[]): Finding {
  if (denied.length === 0) return pass("tasks, service deployments and service revisions can be read");
  return pass(
    `a deployment works without, and tells less: ${messagesOf(denied)}`,
    denied.map(({ nextStep = "" }) => nextStep).join(" "),
  );
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

function messagesOf(errors: readonly FairwayError[]): string {
  return errors.map(({ message }) => message).join("; ");
}
