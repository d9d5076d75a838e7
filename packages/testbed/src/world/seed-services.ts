import type { SampleEnvironment } from "../app/schema-store.ts";
import type { EcsServer } from "../ecs/index.ts";

/** The two environments of the embedded world. Only staging has its database in the fleet, fresh at every restart. */
export const ENVIRONMENTS = [
  { cluster: "staging", service: "app", database: { kind: "service", service: "database" } },
  { cluster: "production", service: "app", database: { kind: "managed" } },
] as const satisfies readonly SampleEnvironment[];

export type EnvironmentName = (typeof ENVIRONMENTS)[number]["cluster"];

/** The region of the embedded account. */
export const WORLD_REGION = "eu-central-1";

/** Virtual time in which any rollout of the seeded services comes to rest. */
const SETTLE_MS = 5 * 60_000;

const ROLLING = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  deploymentCircuitBreaker: { enable: true, rollback: true },
};

/**
 * Makes the clusters and services as infrastructure code would before the first deployment: the app services run a
 * placeholder image that answers nothing, staging has its PostgreSQL, and every circuit breaker rolls back.
 */
export function seedServices(ecs: EcsServer, placeholder: string): void {
  for (const { cluster } of ENVIRONMENTS) ecs.call("CreateCluster", { clusterName: cluster });
  ecs.call("RegisterTaskDefinition", databaseDefinition());
  ecs.call("CreateService", {
    cluster: "staging",
    serviceName: "database",
    taskDefinition: "shop-database",
    desiredCount: 1,
    // Two databases at once would leave it to chance which one the application finds.
    deploymentConfiguration: { ...ROLLING, minimumHealthyPercent: 0, maximumPercent: 100 },
  });
  for (const { cluster, service } of ENVIRONMENTS) {
    ecs.call("RegisterTaskDefinition", appDefinition(cluster, placeholder));
    ecs.call("CreateService", {
      cluster,
      serviceName: service,
      taskDefinition: `shop-${cluster}`,
      desiredCount: cluster === "production" ? 2 : 1,
      deploymentConfiguration: ROLLING,
    });
  }
  settle(ecs);
}

/** Deploys an image to the app service of an environment and lets it come to rest. Returns the task definition's ARN. */
export function seedDeployment(ecs: EcsServer, cluster: EnvironmentName, image: string): string {
  const registered = ecs.call("RegisterTaskDefinition", appDefinition(cluster, image)) as {
    taskDefinition: { taskDefinitionArn: string };
  };
  const { taskDefinitionArn } = registered.taskDefinition;
  ecs.call("UpdateService", { cluster, service: "app", taskDefinition: taskDefinitionArn });
  settle(ecs);
  return taskDefinitionArn;
}

function settle(ecs: EcsServer): void {
  ecs.clock.skip(SETTLE_MS);
  ecs.fleet();
}

function appDefinition(cluster: string, image: string): Readonly<Record<string, unknown>> {
  return {
    ...fargate(`shop-${cluster}`),
    containerDefinitions: [
      {
        name: "app",
        image,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: "tcp" }],
        environment: [{ name: "DATABASE_URL", value: `postgres://database.${cluster}.internal/shop` }],
        logConfiguration: awslogs(`/ecs/shop-${cluster}`, "app"),
      },
    ],
  };
}

function databaseDefinition(): Readonly<Record<string, unknown>> {
  return {
    ...fargate("shop-database"),
    containerDefinitions: [
      {
        name: "postgres",
        image: "postgres:17",
        essential: true,
        portMappings: [{ containerPort: 5432, protocol: "tcp" }],
        logConfiguration: awslogs("/ecs/shop-staging", "database"),
      },
    ],
  };
}

function fargate(family: string): Readonly<Record<string, unknown>> {
  return {
    family,
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
    executionRoleArn: "arn:aws:iam::000000000000:role/shop-execution",
  };
}

function awslogs(group: string, prefix: string): object {
  const options = { "awslogs-group": group, "awslogs-region": WORLD_REGION, "awslogs-stream-prefix": prefix };
  return { logDriver: "awslogs", options };
}
