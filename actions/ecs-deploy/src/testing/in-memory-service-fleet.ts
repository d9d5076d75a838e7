import type { Clock } from "@fairway/domain";

import type { ServiceChange, ServiceFleet, Task, TaskDefinition } from "../ports.ts";
import type { Service, ServiceDeployment } from "../service-state.ts";
import { definitionOf, entry, revision, serviceOf, succeeding } from "./service-states.ts";

export interface FleetScript {
  /** The service before the update. */
  readonly before?: Service;
  /** The service so many seconds after the update, for as long as the test runs. */
  readonly after?: (seconds: number, change: ServiceChange) => Service;
  /** What the second API shows; absent: it knows nothing. */
  readonly detail?: (seconds: number) => ServiceDeployment | undefined;
  readonly definition?: Partial<TaskDefinition>;
  readonly tasks?: (desiredStatus: "RUNNING" | "STOPPED") => readonly Task[];
  /** EC2 instances by the ARN of their container instance. */
  readonly instances?: Readonly<Record<string, string>>;
  readonly digests?: Readonly<Record<string, string>>;
  /** Throws what the n-th call of a method, counted from 1, is to throw. */
  readonly fail?: Partial<Record<keyof ServiceFleet, (count: number, seconds: number) => Error | undefined>>;
  /** Whether a failing update takes place all the same: its reply is lost. */
  readonly updatesAllTheSame?: boolean;
}

interface FleetRecord {
  readonly updates: ServiceChange[];
  readonly registered: Readonly<Record<string, unknown>>[];
  readonly rollbacks: string[];
  readonly calls: Map<string, number>;
}

export type InMemoryServiceFleet = ServiceFleet & FleetRecord;

/** A fleet of one service that behaves as the script says, as a function of the clock. */
export function createInMemoryServiceFleet(clock: Clock, script: FleetScript = {}): InMemoryServiceFleet {
  const record: FleetRecord = { updates: [], registered: [], rollbacks: [], calls: new Map() };
  const timeline = createTimeline(clock, script, record);
  const { perform, seconds, now } = timeline;
  return {
    ...record,
    describeService: () => perform("describeService", now),
    describeServices: () => perform("describeServices", () => [{ kind: "found", service: now() }]),
    describeTaskDefinition: (name) => perform("describeTaskDefinition", () => definitionOf(name, script.definition)),
    registerTaskDefinition: (document) =>
      perform("registerTaskDefinition", () => {
        record.registered.push(document);
        return revision(41 + record.registered.length);
      }),
    updateService: (_, change) => timeline.update(change),
    findServiceDeployment: () => perform("findServiceDeployment", () => script.detail?.(seconds())),
    requestRollback: ({ arn = script.detail?.(seconds())?.arn }) =>
      perform("requestRollback", () => {
        if (arn !== undefined) record.rollbacks.push(arn);
        return arn;
      }),
    resolvedImages: () =>
      perform("resolvedImages", () =>
        Object.entries(script.digests ?? {}).map(([container, digest]) => ({ container, digest })),
      ),
    tasks: (_, desiredStatus) => perform("tasks", () => script.tasks?.(desiredStatus) ?? []),
    instanceIds: () => perform("instanceIds", () => new Map(Object.entries(script.instances ?? {}))),
  };
}

function createTimeline(clock: Clock, script: FleetScript, { calls, updates }: FleetRecord) {
  const before = script.before ?? serviceOf([entry()]);
  const after = script.after ?? succeeding;
  let latest: { readonly at: number; readonly change: ServiceChange } | undefined;
  const seconds = () => (latest === undefined ? 0 : (clock.elapsedMs() - latest.at) / 1000);
  const now = () => (latest === undefined ? before : after(seconds(), latest.change));
  const take = (change: ServiceChange) => {
    updates.push(change);
    latest = { at: clock.elapsedMs(), change };
  };
  const perform = async <T>(method: keyof ServiceFleet, answer: () => T): Promise<T> => {
    const count = (calls.get(method) ?? 0) + 1;
    calls.set(method, count);
    const error = script.fail?.[method]?.(count, seconds());
    if (error !== undefined) throw error;
    return answer();
  };
  const update = (change: ServiceChange) => {
    if (script.updatesAllTheSame === true) take(change);
    return perform("updateService", () => {
      if (script.updatesAllTheSame !== true) take(change);
      return now();
    });
  };
  return { perform, seconds, now, update };
}
