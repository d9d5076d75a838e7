import { configuration, upstream } from "@fairway/domain";

import { messageOf, nameOf, translate } from "./api-errors.ts";
import { settingsOf, type ConnectionOptions } from "./ecs-connection.ts";
import { maskCredentials, requireTrust } from "./guard-client.ts";
import type { AwsCredentials } from "./model.ts";
import { CLIENT_SETTINGS } from "./sender.ts";

export interface RoleRequest {
  /** The role's ARN. */
  readonly role: string;
  /** An OpenID Connect token whose audience is sts.amazonaws.com. */
  readonly token: string;
}

/** The shortest session that STS gives: what is asked with it is over long before. */
const SESSION_SECONDS = 900;

/** What comes of what the account and the role trust, and no further try changes. */
const REFUSED = /^(AccessDenied|InvalidIdentityToken|IDPRejectedClaim|ExpiredToken)(Exception)?$/;

/**
 * Exchanges a token for a role's credentials, which changes nothing in the account. Throws ROLE_REFUSED with the words of STS
 * when the role does not trust the token. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeRole(options: ConnectionOptions, { role, token }: RoleRequest): Promise<AwsCredentials> {
  const { STSClient, AssumeRoleWithWebIdentityCommand } = await import("@aws-sdk/client-sts");
  const client = new STSClient({ ...CLIENT_SETTINGS, ...settingsOf({ region: options.region }) });
  requireTrust(client);
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role,
    RoleSessionName: "fairway-check-setup",
    WebIdentityToken: token,
    DurationSeconds: SESSION_SECONDS,
  });
  const { signal } = options;
  try {
    const { Credentials } = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
    const credentials = readCredentials(Credentials);
    if (options.mask !== undefined) maskCredentials(credentials, options.mask);
    return credentials;
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw refusalOf(role, error) ?? translate(error, "sts:AssumeRoleWithWebIdentity");
  } finally {
    client.destroy();
  }
}

interface SessionKeys {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
  readonly Expiration?: Date | undefined;
}

function readCredentials(keys: SessionKeys = {}): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = keys;
  if (AccessKeyId === undefined || SecretAccessKey === undefined)
    throw upstream("STS_NOT_UNDERSTOOD", "STS let the role be assumed and gave no keys for it");
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}

function refusalOf(role: string, error: unknown): Error | undefined {
  if (!REFUSED.test(nameOf(error))) return undefined;
  return configuration(
    "ROLE_REFUSED",
    `AWS does not let this job assume ${role}: ${messageOf(error)} (${nameOf(error)})`,
    "Correct the role's trust policy: the provider token.actions.githubusercontent.com, the audience sts.amazonaws.com, and the subject of the job's token.",
  );
}
