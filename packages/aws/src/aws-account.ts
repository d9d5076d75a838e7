import { ListClustersCommand, ListServicesCommand } from "@aws-sdk/client-ecs";

import { assumeRole } from "./assume-role.ts";
import { openEcsConnection, settingsOf, type ConnectionOptions, type EcsConnection } from "./ecs-connection.ts";
import type { AwsCredentials } from "./model.ts";
import { guardClient } from "./guard-client.ts";
import { CLIENT_SETTINGS, createSender } from "./sender.ts";
import { openServiceFleet, type ServiceFleet } from "./service-fleet.ts";

/** Whom AWS takes the credentials for. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** What can be asked of an account in a region without a change. Names are told without the rest of their ARNs. */
export interface AwsAccount extends Pick<
  ServiceFleet,
  "describeService" | "describeTaskDefinition" | "findServiceDeployment" | "resolvedImages" | "tasks"
> {
  /** Needs no permission: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
  callerIdentity(): Promise<CallerIdentity>;
  region(): Promise<string>;
  clusters(): Promise<readonly string[]>;
  services(cluster: string): Promise<readonly string[]>;
}

const PAGE = 100;
const MAX_PAGES = 10;

/** A region of AWS, from the outside of any account. */
export interface Aws {
  /** Keys for a role, in exchange for an OpenID Connect token. */
  assumeRole(role: string, token: string): Promise<AwsCredentials>;
  /** The account of the credentials given, or of those in the environment. */
  account(credentials: ConnectionOptions["credentials"]): AwsAccount;
}

/** Opens it. Nothing is sent until a method is called. */
export function openAws(options: Omit<ConnectionOptions, "credentials">): Aws {
  return {
    assumeRole: (role, token) => assumeRole(options, { role, token }),
    account: (credentials) => openAwsAccount({ ...options, credentials }),
  };
}

function openAwsAccount(options: ConnectionOptions): AwsAccount {
  const connection = openEcsConnection(options);
  return {
    ...openServiceFleet(options),
    callerIdentity: () => readCallerIdentity(options),
    region: connection.region,
    clusters: () => listClusters(connection),
    services: (cluster) => listServices(connection, cluster),
  };
}

async function readCallerIdentity(options: ConnectionOptions): Promise<CallerIdentity> {
  const { STSClient, GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const client = new STSClient({ ...CLIENT_SETTINGS, ...settingsOf(options) });
  guardClient(client, options);
  try {
    const { Account = "", Arn = "" } = await createSender(options)("sts:GetCallerIdentity", "briefly", (signal) =>
      client.send(new GetCallerIdentityCommand({}), signal),
    );
    return { account: Account, arn: Arn };
  } finally {
    client.destroy();
  }
}

async function listClusters(connection: EcsConnection): Promise<string[]> {
  return listNames(async (nextToken) => {
    const command = new ListClustersCommand({ maxResults: PAGE, nextToken });
    const answer = await connection.send("ecs:ListClusters", "briefly", (options) =>
      connection.client.send(command, options),
    );
    return { arns: answer.clusterArns ?? [], nextToken: answer.nextToken };
  });
}

async function listServices(connection: EcsConnection, cluster: string): Promise<string[]> {
  return listNames(async (nextToken) => {
    const command = new ListServicesCommand({ cluster, maxResults: PAGE, nextToken });
    const answer = await connection.send("ecs:ListServices", "briefly", (options) =>
      connection.client.send(command, options),
    );
    return { arns: answer.serviceArns ?? [], nextToken: answer.nextToken };
  });
}

/** The last parts of the ARNs of up to ten pages: they are only looked through for a name that resembles another. */
async function listNames(
  read: (nextToken: string | undefined) => Promise<{ arns: readonly string[]; nextToken: string | undefined }>,
): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { arns, nextToken } = await read(token);
    names.push(...arns.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)));
    if (nextToken === undefined) return names;
    token = nextToken;
  }
  return names;
}
