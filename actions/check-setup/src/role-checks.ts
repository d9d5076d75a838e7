import { FairwayError } from "@fairway/domain";

import { behind, checkOf, fail, once, pass, unknown, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Account, AwsKeys, IdToken, Systems } from "./ports.ts";

const AUDIENCE = "sts.amazonaws.com";

/** The account as the deployment will see it: with the role when it can be assumed here, else with what the environment holds. */
export interface Access {
  readonly checks: readonly Check[];
  readonly account: Account;
  /** Settled when there are keys that AWS takes. */
  readonly identified: () => Promise<unknown>;
}

/** Whether the job can become the role by its own token, and whom AWS takes it for. */
export function checkRole(inputs: CheckSetupInputs, systems: Systems, runId: string): Access {
  const { awsRole, cluster } = inputs;
  const { aws, idTokens } = systems;
  const token = once(() => idTokens.request(AUDIENCE));
  const keys = once(async () => aws.assumeRole(awsRole ?? "", (await token()).text));
  const account = aws.account(awsRole !== undefined && idTokens.offered ? keys : undefined);
  const identity = once(() => account.callerIdentity());
  const checks = [
    checkOf("Token, id-token: write", "aws-role", awsRole, async () => judgeOffer(idTokens.offered, runId)),
    checkOf("Role trust", "aws-role", awsRole, async (role) =>
      idTokens.offered
        ? tryRole(role, keys(), await token(), inputs.environment)
        : unknown("not asked: there is no OIDC token here, only a job with id-token: write has one"),
    ),
    checkOf("AWS credentials", "aws-role or cluster", awsRole ?? cluster, async () =>
      awsRole !== undefined && idTokens.offered
        ? behind("Role trust", keys(), () => identify(identity(), account))
        : identify(identity(), account),
    ),
  ];
  return { checks, account, identified: identity };
}

function judgeOffer(offered: boolean, runId: string): Finding {
  if (offered) return pass("the job may ask for an OIDC token");
  if (runId === "") return unknown("not asked: this is no run of a workflow");
  return fail("the job may not ask for an OIDC token", "Give the job the permission id-token: write.");
}

async function tryRole(
  role: string,
  keys: Promise<AwsKeys>,
  token: IdToken,
  environment: string | undefined,
): Promise<Finding> {
  try {
    await keys;
  } catch (error) {
    if (!(error instanceof FairwayError) || error.code !== "ROLE_REFUSED") throw error;
    return fail(
      `${error.message}. The token of this job has the subject ${token.subject}`,
      `${hintOf(token, environment)} Let the trust policy of the role allow the subject in the form that the repository has, for the audience ${AUDIENCE}: ${formsOf(token).join(" or ")}.`.trim(),
    );
  }
  const hint = hintOf(token, environment);
  return pass(`${role} is assumed with the subject ${token.subject}`, hint);
}

/** A role that trusts an environment does not trust a job outside of it. */
function hintOf(token: IdToken, environment: string | undefined): string {
  if (environment === undefined || token.environment === environment) return "";
  const own = token.environment === undefined ? "no environment" : `the environment ${token.environment}`;
  return `This job names ${own}, and the deployment's job names ${environment}, which changes the subject: run the check in a job with environment: ${environment}.`;
}

/** Repositories have the names alone in their subjects, or the names with their numeric ids. */
function formsOf({ subject, repository, repositoryId, ownerId }: IdToken): string[] {
  const [owner = "", name = ""] = repository.split("/");
  const rest = /^repo:[^:]*:(.*)$/.exec(subject)?.[1];
  if (rest === undefined) return [subject];
  return [`repo:${owner}@${ownerId}/${name}@${repositoryId}:${rest}`, `repo:${repository}:${rest}`];
}

async function identify(identity: ReturnType<Account["callerIdentity"]>, account: Account): Promise<Finding> {
  const { account: number, arn } = await identity;
  return pass(`${arn}, account ${number}, region ${await account.region()}`);
}
