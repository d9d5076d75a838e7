import { ECSClient } from "@aws-sdk/client-ecs";

import type { AwsCredentials } from "./model.ts";
import { guardClient } from "./guard-client.ts";
import { nameCluster } from "./name-cluster.ts";
import { CLIENT_SETTINGS, createSender, type Send, type SenderOptions } from "./sender.ts";

export interface ConnectionOptions extends SenderOptions {
  /** Absent: AWS_REGION, AWS_DEFAULT_REGION, or the profile's. */
  readonly region?: string | undefined;
  /** Absent: those that the SDK finds in the environment. */
  readonly credentials?: (() => Promise<AwsCredentials>) | undefined;
}

export interface EcsConnection {
  readonly client: ECSClient;
  readonly region: () => Promise<string>;
  readonly send: Send;
}

/**
 * Opens a client whose endpoint comes from AWS_ENDPOINT_URL_ECS or AWS_ENDPOINT_URL when they are set, as the SDK has it.
 */
export function openEcsConnection(options: ConnectionOptions): EcsConnection {
  const client = new ECSClient({ ...CLIENT_SETTINGS, ...settingsOf(options) });
  guardClient(client, options);
  nameCluster(client);
  return { client, region: () => client.config.region(), send: createSender(options, () => renewCredentials(client)) };
}

/** What a client is told beside the settings that all have: only what is known, so that the SDK looks for the rest. */
export function settingsOf({ region: given, credentials }: Pick<ConnectionOptions, "region" | "credentials">) {
  const region = given ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  return {
    ...(region === undefined || region === "" ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/**
 * Credentials that come from a source which can be asked again (a web identity token and a role, a container's endpoint) are
 * renewed by the SDK before they end; when AWS thinks otherwise of their end, this asks at once. Keys in the environment stay
 * what they are.
 */
async function renewCredentials({ config }: ECSClient): Promise<boolean> {
  const before = await config.credentials();
  const after = await config.credentials({ forceRefresh: true });
  return after.sessionToken !== before.sessionToken;
}
