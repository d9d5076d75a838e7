import { describe, expect, test } from "@jest/globals";

import { notePhase, startPhases, type Phases } from "./phases.ts";
import type { Service, ServiceDeployment } from "./service-state.ts";
import { entry, revision, serviceDeployment, serviceOf } from "./testing/service-states.ts";

const OURS = "ecs-svc/2";
const before = entry();
const old = entry({ status: "ACTIVE" });
const ours = { id: OURS, taskDefinition: revision(42), rolloutState: "IN_PROGRESS" };

/** What UpdateService answers. */
const answer = serviceOf([entry({ ...ours, runningCount: 0 }), old]);

interface Seen {
  readonly service: Service;
  readonly deployment?: ServiceDeployment;
}

/** One look a second after a start at 10 s. */
function look(seen: readonly Seen[], id: string | undefined = OURS): Phases {
  return seen.reduce(
    (phases, one, index) => notePhase(phases, one, 11_000 + index * 1000),
    startPhases(10_000, id, answer),
  );
}

function told({ entries }: Phases): readonly string[] {
  return entries.map(({ what, tone, startMs, endMs }) => `${startMs}-${endMs} ${what} (${tone})`);
}

describe("the phases of a change", () => {
  test("of a rolling deployment go from the update to stable, and a look at the same one makes it longer", () => {
    const starting = { service: serviceOf([entry({ ...ours, runningCount: 0, pendingCount: 2 }), old]) };
    const draining = { service: serviceOf([entry(ours), old]) };
    const settling = { service: serviceOf([entry(ours)]) };
    const stable = { service: serviceOf([entry({ ...ours, rolloutState: "COMPLETED" })]) };
    expect(told(look([{ service: serviceOf([before]) }, starting, starting, draining, settling, stable]))).toEqual([
      "0-2000 update accepted (neutral)",
      "2000-4000 tasks of app:42 starting (neutral)",
      "4000-5000 old tasks draining (neutral)",
      "5000-6000 settling (neutral)",
      "6000-6000 app:42 stable (good)",
    ]);
  });

  test("of one that ECS rolls back tell the failing tasks, the way back and what serves again", () => {
    const failing = { service: serviceOf([entry({ ...ours, failedTasks: 2, runningCount: 0 }), old]) };
    const back = { service: serviceOf([entry({ runningCount: 1 })]) };
    const again = { service: serviceOf([entry()]) };
    expect(told(look([failing, back, again]))).toEqual([
      "0-1000 update accepted (neutral)",
      "1000-2000 tasks of app:42 fail (bad)",
      "2000-3000 going back to app:41 (bad)",
      "3000-3000 app:41 serves again (good)",
    ]);
  });

  test("of one that somebody replaces with something else tell no way back", () => {
    const theirs = entry({ id: "ecs-svc/9", taskDefinition: revision(43), runningCount: 0 });
    const replaced = { service: serviceOf([theirs, old]) };
    const undone = {
      service: serviceOf([{ ...theirs, rolloutStateReason: "rolling back to deploymentId ecs-svc/0." }]),
    };
    expect(told(look([{ service: serviceOf([entry(ours), old]) }, replaced, undone])).slice(2)).toEqual([
      "2000-3000 app:43 took over (bad)",
      "3000-3000 going back to app:43 (bad)",
    ]);
  });

  test("of one that shifts traffic are its stages", () => {
    const deployment = serviceDeployment({ stage: "TEST_TRAFFIC_SHIFT", trafficPercent: 10 });
    const shifting = { service: serviceOf([entry(ours), old]), deployment };
    expect(told(look([shifting]))[1]).toBe("1000-1000 stage TEST_TRAFFIC_SHIFT, 10 % of the traffic (neutral)");
  });

  test("of scaling are those of the deployment that is there", () => {
    const stopping = { service: serviceOf([entry({ desiredCount: 0, runningCount: 2 })]) };
    const done = { service: serviceOf([entry({ desiredCount: 0, runningCount: 0 })]) };
    const scaled = [stopping, done].reduce(
      (phases, one, index) => notePhase(phases, one, index * 1000),
      startPhases(0, undefined, serviceOf([before])),
    );
    expect(told(scaled).slice(1)).toEqual(["0-1000 tasks stopping (neutral)", "1000-1000 app:41 stable (good)"]);
  });

  test("that come and go for hours keep their beginning and their end", () => {
    const up = { service: serviceOf([entry(ours), old]) };
    const failing = { service: serviceOf([entry({ ...ours, failedTasks: 1 }), old]) };
    const { entries, leftOut } = look(Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? up : failing)));
    expect([entries.length, leftOut]).toEqual([40, 61]);
    expect(entries[0]?.what).toBe("update accepted");
    expect(entries.at(-1)?.startMs).toBe(100_000);
  });
});
