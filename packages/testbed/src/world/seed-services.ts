import type { SampleEnvironment } from "../app/schema-store.ts";
import type { EcsServer } from "../ecs/index.ts";

export type EnvironmentName = "staging" | "production";

/** What the infrastructure of one environment is called. */
export interface EnvironmentNames {
  readonly cluster: string;
  /** The application's service. */
  readonly service: string;
  /** Further services that run the application's image; none answers from outside. */
  readonly furtherServices?: readonly string[];
  /** The application's container in the task definition. */
  readonly container: string;
  /** The service of a database in the fleet, fresh at every restart; one outside of it, and lasting, when left out. */
  readonly database?: string;
}

export type WorldNames = Readonly<Record<EnvironmentName, EnvironmentNames>>;

/** The names of the examples. Only staging has its database in the fleet. */
export const EXAMPLE_NAMES: WorldNames = {
  staging: { cluster: "staging", service: "app", container: "app", database: "database" },
  production: { cluster: "production", service: "app", container: "app" },
};

/** What the sample application finds in each environment. */
export function sampleEnvironments(names: WorldNames): SampleEnvironment[] {
  return [names.staging, names.production].map(({ cluster, service, database }) => ({
    cluster,
    service,
    database: database === undefined ? { kind: "managed" } : { kind: "service", service: database },
  }));
}

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
export function seedServices(ecs: EcsServer, names: WorldNames, placeholder: string): void {
  const clusters = new Set([names.staging.cluster, names.production.cluster]);
  for (const clusterName of clusters) ecs.call("CreateCluster", { clusterName });
  for (const environment of ["staging", "production"] as const) {
    const { cluster, service, furtherServices = [], database } = names[environment];
    if (database !== undefined) seedDatabase(ecs, cluster, database);
    ecs.call("RegisterTaskDefinition", appDefinition(environment, names[environment], placeholder));
    const settings = {
      cluster,
      taskDefinition: `shop-${environment}`,
      desiredCount: environment === "production" ? 2 : 1,
      deploymentConfiguration: ROLLING,
    };
    for (const serviceName of [service, ...furtherServices]) ecs.call("CreateService", { ...settings, serviceName });
  }
  settle(ecs);
}

function seedDatabase(ecs: EcsServer, cluster: string, serviceName: string): void {
  ecs.call("RegisterTaskDefinition", databaseDefinition());
  ecs.call("CreateService", {
    cluster,
    serviceName,
    taskDefinition: "shop-database",
    desiredCount: 1,
    // Two databases at once would leave it to chance which one the application finds.
    deploymentConfiguration: { ...ROLLING, minimumHealthyPercent: 0, maximumPercent: 100 },
  });
}

/** Deploys an image to the app service of an environment and lets it come to rest. */
export function seedDeployment(ecs: EcsServer, names: WorldNames, environment: EnvironmentName, image: string): void {
  const registered = ecs.call("RegisterTaskDefinition", appDefinition(environment, names[environment], image)) as {
    taskDefinition: { taskDefinitionArn: string };
  };
  const { taskDefinitionArn } = registered.taskDefinition;
  const { cluster, service } = names[environment];
  ecs.call("UpdateService", { cluster, service, taskDefinition: taskDefinitionArn });
  settle(ecs);
}

function settle(ecs: EcsServer): void {
  ecs.clock.skip(SETTLE_MS);
  ecs.fleet();
}

function appDefinition(
  environment: EnvironmentName,
  { container }: EnvironmentNames,
  image: string,
): Readonly<Record<string, unknown>> {
  return {
    ...fargate(`shop-${environment}`),
    containerDefinitions: [
      {
        name: container,
        image,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: "tcp" }],
        environment: [{ name: "DATABASE_URL", value: `postgres://database.${environment}.internal/shop` }],
        logConfiguration: awslogs(`/ecs/shop-${environment}`, "app"),
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
