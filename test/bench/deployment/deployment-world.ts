import { serveHttp, startEcs, type EcsServer } from "@fairway/testbed";
import { openVirtualTime, type VirtualTime } from "./virtual-time.ts";

type EcsOptions = NonNullable<Parameters<typeof startEcs>[0]>;
type Behaviour = ReturnType<NonNullable<EcsOptions["behaviour"]>>;
type Fleet = ReturnType<EcsServer["fleet"]>;
export type ServiceState = Fleet["services"][number];

/** A service and what becomes of the version that is deployed to it. */
export interface DeploymentScript {
  readonly desiredCount?: number;
  /** Merged over a rolling deployment whose circuit breaker rolls back. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Merged over what the service is created with. */
  readonly service?: Readonly<Record<string, unknown>>;
  /** Corners of ECS that the double turns on for one service. */
  readonly corners?: Parameters<EcsServer["script"]>[2];
  readonly timings?: EcsOptions["timings"];
  /** Whether the container has a health check; without one ECS counts a task as good when it has run for a while. */
  readonly healthCheck?: boolean;
  /** How the new version's container turns out; when left out it answers after five seconds. */
  readonly start?: Behaviour;
  /** Seeds the chance by which ecs-deploy spreads its looks. */
  readonly chance?: number;
  /** What the function of a lifecycle hook answers. */
  readonly hookAnswer?: "CONTINUE" | "ROLLBACK";
  /** What the new version answers; when left out, 200 with its version. */
  readonly answer?: { readonly status: number; readonly version: string };
}

/** One service that runs version 1 on an embedded ECS, and what its load balancer answers. */
export interface DeploymentWorld {
  readonly ecs: EcsServer;
  readonly time: VirtualTime;
  /** The readiness address of the application. */
  readonly url: string;
  /** Virtual time at which whoever deploys was started. */
  readonly startedAt: number;
  readonly variables: Readonly<Record<string, string>>;
  service(): ServiceState;
  close(): Promise<void>;
}

export const TARGET = { cluster: "production", service: "app" } as const;
export const NEW_IMAGE = "registry.example/app:2";
export const NEW_VERSION = "2";

const REGION = "eu-central-1";
const MACHINES = 2;
const SETTLE_MS = 10 * 60_000;
const HEALTHY: Behaviour = { kind: "healthy", startMs: 5_000 };
const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };

/** Starts the embedded ECS, and lets version 1 come to rest on it. */
export async function openDeploymentWorld(script: DeploymentScript): Promise<DeploymentWorld> {
  const time = await openVirtualTime();
  const ecs = await startEcs({
    clock: time.clock,
    region: REGION,
    machines: MACHINES,
    behaviour: ({ container }) => (container.image === NEW_IMAGE ? (script.start ?? HEALTHY) : HEALTHY),
    hookAnswer: () => script.hookAnswer ?? "CONTINUE",
    ...(script.timings !== undefined && { timings: script.timings }),
  });
  seed(ecs, script);
  time.clock.skip(SETTLE_MS);
  const service = () => serviceIn(ecs.fleet());
  let turn = 0;
  const app = await serveHttp((_, response) => {
    const { status, version } = answerOf(service(), ecs.fleet().now, { script, turn });
    turn += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ version }));
  });
  return {
    ecs,
    time,
    url: `http://127.0.0.1:${app.port}/api/v1/ready`,
    startedAt: time.clock.now(),
    variables: { ...variablesOf(ecs, time), FAIRWAY_CHANCE: String(script.chance ?? 1) },
    service,
    close: async () => void (await Promise.all([ecs.close(), app.close(), time.close()])),
  };
}

/** The container of a task definition of this image, as RegisterTaskDefinition takes it. */
export function containerOf(image: string, healthCheck = false): object {
  const checked = healthCheck ? { healthCheck: { command: ["CMD", "/healthy"] } } : {};
  return { name: "app", image, essential: true, ...checked };
}

function seed(
  ecs: EcsServer,
  { configuration, corners, desiredCount = 2, healthCheck, service }: DeploymentScript,
): void {
  ecs.call("CreateCluster", { clusterName: TARGET.cluster });
  const containerDefinitions = [containerOf("registry.example/app:1", healthCheck)];
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  ecs.call("CreateService", {
    cluster: TARGET.cluster,
    serviceName: TARGET.service,
    taskDefinition: "app",
    desiredCount,
    deploymentConfiguration: { ...BREAKER, ...configuration },
    ...service,
  });
  if (corners !== undefined) ecs.script(TARGET.cluster, TARGET.service, corners);
}

function serviceIn(fleet: Fleet): ServiceState {
  const [service] = fleet.services;
  if (service === undefined) throw new Error("The service of the benchmark is gone.");
  return service;
}

/** As a load balancer answers: each request goes to the next task that is up, and without one it is 503. */
function answerOf(
  { tasks }: ServiceState,
  now: number,
  { script, turn }: { readonly script: DeploymentScript; readonly turn: number },
): { readonly status: number; readonly version: string } {
  const up = tasks.filter(({ lastStatus, readyAt }) => lastStatus === "RUNNING" && (readyAt ?? Infinity) <= now);
  const task = up[turn % Math.max(1, up.length)];
  if (task === undefined) return { status: 503, version: "" };
  const version = task.containers[0]?.image.split(":")[1] ?? "";
  return version === NEW_VERSION && script.answer !== undefined ? script.answer : { status: 200, version };
}

function variablesOf(ecs: EcsServer, time: VirtualTime): Record<string, string> {
  return {
    FAIRWAY_TIME_URL: time.url,
    AWS_ENDPOINT_URL: ecs.url,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLEEXAMPLE00",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
}
