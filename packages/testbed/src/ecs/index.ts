import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen, type LoopbackServer, type RecordedRequest } from "../loopback-server.ts";
import { type Answer, cutConnection, sendAnswer } from "../world/answer.ts";
import { createFaultList } from "../world/fault-list.ts";
import { type Account, type Action, openAccount } from "./account.ts";
import { CLUSTER_ACTIONS } from "./actions/clusters.ts";
import { SERVICE_DEPLOYMENT_ACTIONS } from "./actions/service-deployments.ts";
import { runningImages, SERVICE_ACTIONS } from "./actions/services.ts";
import { TASK_DEFINITION_ACTIONS } from "./actions/task-definitions.ts";
import { TASK_ACTIONS } from "./actions/tasks.ts";
import { createWorldClock, type WorldClock } from "./clock.ts";
import { type EcsFault, errorOf } from "./faults.ts";
import { LOG_ACTIONS } from "./logs.ts";
import { createRules, type Surroundings } from "./rules.ts";
import { DEFAULT_TIMINGS, type FleetState, type FleetTimings, type ServiceScript } from "./simulation/model.ts";
import { createTokenService, queryError, type TokenService } from "./sts.ts";
import { answerTargetHealth } from "./target-health.ts";
import { AwsError, jsonError } from "./wire/aws-error.ts";
import type { Input } from "./wire/input.ts";

export interface EcsOptions extends Surroundings {
  readonly port?: number;
  /** Sixty times real time when left out. */
  readonly clock?: WorldClock;
  readonly region?: string;
  readonly account?: string;
  readonly timings?: Partial<FleetTimings>;
  /** How many machines each cluster has, for daemons; none when left out. */
  readonly machines?: number;
}

export interface EcsServer extends LoopbackServer {
  readonly clock: WorldClock;
  inject(fault: EcsFault): void;
  /** Lets a CloudWatch alarm go off: deployments in progress of services that watch it fail. */
  ringAlarm(alarm: string): void;
  /** Turns a corner of real ECS on for one service. */
  script(cluster: string, service: string, script: Partial<ServiceScript>): void;
  /** Makes a call without the wire, to seed a world. Throws AwsError where a client would receive one. */
  call(action: string, input: Input): Readonly<Record<string, unknown>>;
  /** Every service, task and deployment as of now. */
  fleet(): FleetState;
  snapshot(): EcsSnapshot;
}

/** Per `cluster/service`: what is asked for and what runs. */
export type EcsSnapshot = Record<
  string,
  {
    taskDefinition: string | undefined;
    desiredCount: number;
    runningCount: number;
    rolloutState: string | undefined;
    images: { image: string; digest: string | undefined }[];
  }
>;

const ECS_ACTIONS: Readonly<Record<string, Action>> = {
  ...CLUSTER_ACTIONS,
  ...SERVICE_ACTIONS,
  ...TASK_DEFINITION_ACTIONS,
  ...TASK_ACTIONS,
  ...SERVICE_DEPLOYMENT_ACTIONS,
};

interface Surface {
  readonly account: Account;
  readonly tokens: TokenService;
  takeFault(action: string): EcsFault | undefined;
}

/**
 * Starts an ECS on loopback, with STS, the reading half of CloudWatch Logs and the health of load balancers' targets on the
 * same port. It speaks the AWS JSON 1.1 and query protocols to unmodified clients; any signature is accepted, but there
 * must be one.
 */
export async function startEcs(options: EcsOptions = {}): Promise<EcsServer> {
  const clock = options.clock ?? createWorldClock({ rate: 60 });
  const naming = { region: options.region ?? "eu-central-1", account: options.account ?? "000000000000" };
  const rules = createRules(options, { ...DEFAULT_TIMINGS, ...options.timings });
  const account = openAccount(naming, clock, rules, options.machines);
  const faults = createFaultList<EcsFault>();
  const takeFault = (action: string) => faults.take((one) => one.action === undefined || one.action === action);
  const surface: Surface = { account, tokens: createTokenService(naming), takeFault };
  const server = await listen((request, response) => serve(surface, request, response), options.port);
  return {
    ...server,
    clock,
    inject: (fault) => faults.add(fault),
    ringAlarm: (alarm) => {
      for (const { cluster, name } of account.fleet().services)
        account.apply({ kind: "alarm", cluster, service: name, alarm });
    },
    script: (cluster, service, script) => account.apply({ kind: "script", cluster, service, script }),
    call: (action, input) => perform(account, ECS_ACTIONS, { action, input, fleet: account.fleet() }),
    fleet: () => account.fleet(),
    snapshot: () => snapshot(account.fleet()),
  };
}

async function serve(surface: Surface, request: RecordedRequest, response: ServerResponse): Promise<void> {
  const target = request.headers["x-amz-target"]?.toString() ?? "";
  const action = target === "" ? actionOfForm(request) : target.slice(target.indexOf(".") + 1);
  const fault = surface.takeFault(action);
  if (fault?.kind === "delay") await sleep(fault.ms);
  if (fault?.kind === "drop") {
    cutConnection(response);
    return;
  }
  const answer = answerCall(surface, request, { target, action, fault });
  if (fault?.kind === "lost-answer") cutConnection(response);
  else sendAnswer(request, response, { ...answer, headers: { ...answer.headers, "x-amzn-requestid": randomUUID() } });
}

interface Asked {
  readonly target: string;
  readonly action: string;
  readonly fault: EcsFault | undefined;
}

function answerCall(surface: Surface, request: RecordedRequest, asked: Asked): Answer {
  const signer = /Credential=([^/,\s]+)\//u.exec(request.headers.authorization ?? "")?.[1];
  const isQuery = asked.target === "";
  const isLogs = asked.target.startsWith("Logs_");
  const refused = errorOf(asked.fault, asked.action, serviceOf(asked));
  if (refused !== undefined) return isQuery ? queryError(refused) : jsonError(refused);
  if (asked.action === "DescribeTargetHealth") return answerTargetHealth(surface.account, request);
  if (isQuery) return surface.tokens.answer(request, signer);
  if (signer === undefined) {
    return jsonError(new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token"));
  }
  return answerJson(surface.account, request, asked, isLogs ? LOG_ACTIONS : ECS_ACTIONS);
}

/** The service prefix that IAM uses for an action. */
function serviceOf({ target, action }: Asked): string {
  if (target === "") return action === "DescribeTargetHealth" ? "elasticloadbalancing" : "sts";
  return target.startsWith("Logs_") ? "logs" : "ecs";
}

function answerJson(
  account: Account,
  request: RecordedRequest,
  { action, fault }: Asked,
  actions: Readonly<Record<string, Action>>,
): Answer {
  try {
    const fleet = fault?.kind === "stale" ? account.fleetAgo(fault.ms) : account.fleet();
    const body = perform(account, actions, { action, input: parse(request), fleet });
    return { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
  } catch (error) {
    if (error instanceof AwsError) return jsonError(error);
    throw error;
  }
}

function perform(
  account: Account,
  actions: Readonly<Record<string, Action>>,
  { action, input, fleet }: { action: string; input: Input; fleet: FleetState },
): Readonly<Record<string, unknown>> {
  const known = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (known === undefined)
    throw new AwsError("UnknownOperationException", `The embedded world does not know ${action}.`);
  return known({ account, fleet, input }) as Readonly<Record<string, unknown>>;
}

function actionOfForm(request: RecordedRequest): string {
  return new URLSearchParams(request.body.toString("utf8")).get("Action") ?? "";
}

function parse(request: RecordedRequest): Input {
  try {
    return JSON.parse(request.body.toString("utf8") || "{}") as Input;
  } catch {
    throw new AwsError("SerializationException", "The body of the request is not JSON.");
  }
}

function snapshot(fleet: FleetState): EcsSnapshot {
  return Object.fromEntries(
    fleet.services.map((service) => [
      `${service.cluster}/${service.name}`,
      {
        taskDefinition: service.deployments[0]?.taskDefinition.arn,
        desiredCount: service.desiredCount,
        runningCount: service.tasks.filter((task) => task.lastStatus === "RUNNING").length,
        rolloutState: service.deployments[0]?.rolloutState,
        images: runningImages(service),
      },
    ]),
  );
}
