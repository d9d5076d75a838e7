import type { WorldClock } from "./clock.ts";
import { arnOf, lastSegment, type Naming } from "./names.ts";
import { createFleet, type Fleet, type FleetCommand, fleetAt } from "./simulation/fleet.ts";
import type { FleetRules, FleetState, ServiceState } from "./simulation/model.ts";
import { createTaskDefinitionBook, type TaskDefinitionBook } from "./task-definitions.ts";
import { AwsError } from "./wire/aws-error.ts";
import { type Input, optionalText, requiredText } from "./wire/input.ts";

/** Everything that one AWS account of the world holds. */
export interface Account {
  readonly naming: Naming;
  readonly clock: WorldClock;
  readonly clusters: Set<string>;
  /** How many machines each cluster has; tasks on Fargate need none. */
  readonly machines: number;
  readonly taskDefinitions: TaskDefinitionBook;
  /** What CreateService was given and UpdateService changed, by `cluster/service`; answered back as it is. */
  readonly settings: Map<string, Input>;
  readonly tags: Map<string, readonly Input[]>;
  /** The fleet as it is now. */
  fleet(): FleetState;
  /** The fleet as it was that many virtual milliseconds ago: what an out-of-date replica would still answer. */
  fleetAgo(ms: number): FleetState;
  apply(command: Timeless): void;
}

/** A command without its time; the account's clock gives it. */
export type Timeless = FleetCommand extends infer Command
  ? Command extends FleetCommand
    ? Omit<Command, "at">
    : never
  : never;

/** What one call works on: the account, and the fleet as the answering replica sees it. */
export interface Call {
  readonly account: Account;
  readonly fleet: FleetState;
  readonly input: Input;
}

export type Action = (call: Call) => object;

/** Opens an empty account. */
export function openAccount(naming: Naming, clock: WorldClock, rules: FleetRules, machines = 0): Account {
  const commands: FleetCommand[] = [];
  const fleet: Fleet = createFleet(rules);
  return {
    naming,
    clock,
    clusters: new Set(),
    machines,
    taskDefinitions: createTaskDefinitionBook(naming),
    settings: new Map(),
    tags: new Map(),
    fleet() {
      fleet.advance(clock.now());
      return fleet.state;
    },
    fleetAgo: (ms) => fleetAt(commands, clock.now() - ms, rules),
    apply(command) {
      const timed = { ...command, at: clock.now() } as FleetCommand;
      commands.push(timed);
      fleet.apply(timed);
    },
  };
}

/** The cluster that a call names, `default` when it names none. Throws ClusterNotFoundException. */
export function clusterOf({ account, input }: Call): string {
  const name = lastSegment(optionalText(input, "cluster") ?? "default");
  if (!account.clusters.has(name)) throw new AwsError("ClusterNotFoundException", "Cluster not found.");
  return name;
}

/** The service that a call names. Throws ServiceNotFoundException. */
export function serviceOf(call: Call): ServiceState {
  const cluster = clusterOf(call);
  const found = lookUpService(call.fleet, cluster, requiredText(call.input, "service"));
  if (found === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  return found;
}

/** A service by name or ARN, or nothing. */
export function lookUpService(fleet: FleetState, cluster: string, nameOrArn: string): ServiceState | undefined {
  const name = lastSegment(nameOrArn);
  return fleet.services.find((one) => one.cluster === cluster && one.name === name);
}

/** The settings that a service was created with. */
export function settingsOf(account: Account, service: { cluster: string; name: string }): Input {
  return account.settings.get(`${service.cluster}/${service.name}`) ?? {};
}

/** A virtual time as the JSON protocol writes it: seconds of the epoch, with a fraction. */
export function seconds(account: Account, virtual: number): number {
  return Math.round(account.clock.toWall(virtual)) / 1000;
}

/** The ARN of a resource of this account. */
export function arn(account: Account, resource: string): string {
  return arnOf(account.naming, resource);
}
