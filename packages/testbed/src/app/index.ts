import type { FleetState, TaskState } from "../ecs/simulation/model.ts";
import { listen, type LoopbackServer, type RecordedRequest } from "../loopback-server.ts";
import { type Answer, sendAnswer } from "../world/answer.ts";
import type { SampleApplication } from "./sample-application.ts";

/** Where an application says what it is. */
export interface Readiness {
  /** Path of the URL, `/api/v1/ready`. */
  readonly path: string;
  /** JSON Pointer to the version in the answer, `/version`. */
  readonly pointer: string;
}

const READINESS: Readiness = { path: "/api/v1/ready", pointer: "/version" };

export interface AppOptions {
  readonly port?: number;
  readonly application: SampleApplication;
  readonly cluster: string;
  readonly service: string;
  /** As the examples expect it when left out. */
  readonly readiness?: Readiness;
  /** The fleet as of now. */
  fleet(): FleetState;
}

export interface AppServer extends LoopbackServer {
  /** What the next request of the readiness path would be answered, without a request. */
  ready(): { status: number; body: unknown };
}

/**
 * Serves the sample application of one service as a load balancer would: each request goes to the next running task that
 * has begun to answer, so during a rollout old and new versions answer in turn; with no such task it is 503.
 */
export async function startApp(options: AppOptions): Promise<AppServer> {
  let turn = 0;
  const { path: readyPath, pointer } = options.readiness ?? READINESS;
  const server = await listen((request, response) => sendAnswer(request, response, answer(request)), options.port);
  return { ...server, ready };

  function ready(): { status: number; body: unknown } {
    const answered = answer({ method: "GET", path: readyPath, headers: {}, body: Buffer.alloc(0) });
    const isJson = answered.headers?.["content-type"] === "application/json";
    return { status: answered.status, body: isJson ? JSON.parse(String(answered.body)) : answered.body };
  }

  function answer(request: RecordedRequest): Answer {
    const fleet = options.fleet();
    const targets = targetsIn(fleet, options);
    const target = targets[turn % Math.max(1, targets.length)];
    turn += 1;
    if (target === undefined) return unavailable();
    const path = request.path.split("?")[0];
    return path === readyPath ? readiness({ sample: options.application, task: target, fleet, pointer }) : notFound();
  }
}

function targetsIn(fleet: FleetState, { cluster, service }: AppOptions): TaskState[] {
  const found = fleet.services.find((one) => one.cluster === cluster && one.name === service);
  return (found?.tasks ?? []).filter(
    (task) => task.lastStatus === "RUNNING" && task.readyAt !== undefined && task.readyAt <= fleet.now,
  );
}

interface Asked {
  readonly sample: SampleApplication;
  readonly task: TaskState;
  readonly fleet: FleetState;
  readonly pointer: string;
}

function readiness({ sample, task, fleet, pointer }: Asked): Answer {
  const application = sample.runningIn(task);
  if (application === undefined) return notFound();
  const isConnected = sample.isConnected(application, fleet);
  const isHealthy = application.isHealthy && isConnected;
  const body = {
    status: isHealthy ? "healthy" : "unhealthy",
    version: application.version,
    ...(application.commit !== undefined && { commit: application.commit }),
    database: isConnected ? "connected" : "disconnected",
    migrations: "up-to-date",
    schema: application.schema,
    task: task.id,
    ...nested(pointer, application.version),
  };
  return { status: isHealthy ? 200 : 503, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** An object in which a JSON Pointer leads to a text. */
function nested(pointer: string, text: string): Readonly<Record<string, unknown>> {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const value = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), text);
  return typeof value === "string" ? {} : (value as Readonly<Record<string, unknown>>);
}

/** As a load balancer without a healthy target says it. */
function unavailable(): Answer {
  const body = "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>\n";
  return { status: 503, headers: { "content-type": "text/html" }, body };
}

function notFound(): Answer {
  return { status: 404, headers: { "content-type": "text/plain" }, body: "not found\n" };
}
