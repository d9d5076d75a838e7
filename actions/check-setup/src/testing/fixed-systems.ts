import { parseCommitSha, parseDigest, type Clock } from "@fairway/domain";

import type { Account, Service, Systems } from "../ports.ts";

const DIGEST = parseDigest(`sha256:${"0".repeat(64)}`);
export const COMMIT = parseCommitSha("1".repeat(40));

export const SERVICE: Service = {
  name: "app",
  status: "ACTIVE",
  taskDefinition: "arn:aws:ecs:eu-west-1:000000000000:task-definition/shop:7",
  controller: "ECS",
  managedByEcs: false,
  seededVolumes: [],
  circuitBreaker: { enabled: true, rollback: true },
  currentServiceDeployment: undefined,
  deployments: [{ id: "ecs-svc/1", status: "PRIMARY" }],
};

/** An account in which everything is as a deployment needs it, but for what is given. */
export function fixedAccount(other: Partial<Account> = {}): Account {
  return {
    callerIdentity: async () => ({ account: "000000000000", arn: "arn:aws:iam::000000000000:user/deployer" }),
    region: async () => "eu-west-1",
    clusters: async () => ["production"],
    services: async () => ["app"],
    describeService: async () => SERVICE,
    describeTaskDefinition: async () => ({
      document: { family: "shop", containerDefinitions: [{ name: "app" }], taskRoleArn: "arn:aws:iam::0:role/task" },
      tags: [],
    }),
    findServiceDeployment: async () => undefined,
    resolvedImages: async () => [],
    tasks: async () => [],
    ...other,
  };
}

/** Systems in which everything is as a deployment needs it, but for what is given. */
export function fixedSystems(other: Partial<Systems> = {}): Systems {
  return {
    permissions: { allows: async () => "granted" },
    environments: { protectionOf: async () => ({ reviewers: ["hubot"], branchesRestricted: true }) },
    tags: { commitOf: async () => COMMIT },
    idTokens: {
      offered: true,
      request: async () => ({
        text: "a.b.c",
        subject: "repo:acme/shop:environment:production",
        repository: "acme/shop",
        repositoryId: "22",
        ownerId: "11",
        environment: "production",
      }),
    },
    aws: {
      assumeRole: async () => ({ accessKeyId: "AKIA", secretAccessKey: "example" }),
      account: () => fixedAccount(),
    },
    registry: {
      access: async () => ({ kind: "token", granted: ["pull", "push"] }),
      resolve: async () => ({ digest: DIGEST }),
      tags: async () => [],
    },
    probe: { attempt: async () => ({ kind: "answer", status: 200, body: '{"version":"1.0.0"}' }) },
    ...other,
  };
}

/** A clock on which no wait ends by itself; `pass` ends those that are under way. */
export function standingClock(): Clock & { pass(): void } {
  const waiting = new Set<() => void>();
  return {
    now: () => new Date(0),
    elapsedMs: () => 0,
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        waiting.add(resolve);
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      }),
    pass: () => {
      for (const end of waiting) end();
    },
  };
}
