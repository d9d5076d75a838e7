import { ECSClient } from "@aws-sdk/client-ecs";

import { CLIENT_SETTINGS, createSender, refusePlainHttp, type Send, type SenderOptions } from "./sender.ts";

export interface ConnectionOptions extends SenderOptions {
  /** Absent: AWS_REGION, AWS_DEFAULT_REGION, or the profile's. */
  readonly region?: string | undefined;
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
  const region = options.region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  const client = new ECSClient({ ...CLIENT_SETTINGS, ...(region === undefined || region === "" ? {} : { region }) });
  client.middlewareStack.add(refusePlainHttp, { step: "finalizeRequest", priority: "low", name: "refusePlainHttp" });
  return { client, region: () => client.config.region(), send: createSender(options) };
}
