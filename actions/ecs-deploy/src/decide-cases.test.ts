import { describe, expect, test } from "@jest/globals";

import { FIRST_MEMORY, type Situation } from "./situation.ts";
import { entry, revision, serviceDeployment, serviceOf } from "./testing/service-states.ts";
import {
  BREAKER,
  done,
  old,
  ours,
  rollback,
  ROLLING_BACK,
  situation,
  UPDATED_AT,
  verdictOf,
} from "./testing/situations.ts";

type Row = [sight: string, seen: Situation, kind: string, reason?: RegExp];

const stable = { waitUntil: "stable", maxFailedTasks: undefined, mayBeEmpty: false } as const;
const impatient = { waitUntil: "deployed", maxFailedTasks: 3, mayBeEmpty: false } as const;
const other = entry({ id: "ecs-svc/9", taskDefinition: revision(43), rolloutState: "IN_PROGRESS" });
const failed = ours({ rolloutState: "FAILED", rolloutStateReason: BREAKER });
const undone = { status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: BREAKER };
const emptied = { waitUntil: "deployed", maxFailedTasks: undefined, mayBeEmpty: true } as const;
const successful = { serviceDeployment: serviceDeployment({ status: "SUCCESSFUL" }) };
const stopped = { serviceDeployment: serviceDeployment({ status: "STOPPED" }) };
/** The first look, a second after the update. */
const unseen = { memory: FIRST_MEMORY, sinceUpdateMs: 1000 };
const EARLIER = new Date(UPDATED_AT.getTime() - 1);
const LATER = new Date(UPDATED_AT.getTime() + 1);

const CASES: Readonly<Record<string, readonly Row[]>> = {
  success: [
    ["our tasks are starting", situation(serviceOf([ours({ runningCount: 0 }), old()])), "pending"],
    ["completed in full", situation(serviceOf([done, old()])), "succeeded", /app:42 is deployed, 2\/2/],
    ["completed, a task is missing", situation(serviceOf([{ ...done, runningCount: 1 }])), "pending"],
    ["completed, a task is pending", situation(serviceOf([{ ...done, pendingCount: 1 }])), "pending"],
    ["successful in the second view first", situation(serviceOf([ours()]), successful), "succeeded", /app:42/],
    ["until stable, old tasks drain", situation(serviceOf([done, old()]), { patience: stable }), "pending"],
    ["until stable, they are gone", situation(serviceOf([done]), { patience: stable }), "succeeded", /app:42/],
    ["an answer without deployments", situation(serviceOf([])), "pending"],
  ],
  "someone deploys on top": [
    [
      "ours still drains",
      situation(serviceOf([other, ours({ status: "ACTIVE" })])),
      "superseded",
      /ecs-svc\/9 of app:43/,
    ],
    [
      "of the same definition",
      situation(serviceOf([{ ...other, taskDefinition: revision(42) }])),
      "superseded",
      /app:42/,
    ],
    [
      "the second view calls ours stopped",
      situation(serviceOf([other]), { serviceDeployment: serviceDeployment({ status: "STOPPED" }) }),
      "superseded",
      /ecs-svc\/9 of app:43/,
    ],
    [
      "theirs is rolled back to ours",
      situation(
        serviceOf([entry({ id: "ecs-svc/9", taskDefinition: revision(42), rolloutStateReason: ROLLING_BACK })]),
      ),
      "superseded",
      /ecs-svc\/9/,
    ],
  ],
  "someone deploys on top before the first look": [
    [
      "theirs began after ours",
      situation(serviceOf([{ ...other, createdAt: LATER }]), unseen),
      "superseded",
      /ecs-svc\/9 of app:43 took the place of ours/,
    ],
    [
      "of the same definition",
      situation(serviceOf([{ ...other, taskDefinition: revision(42), createdAt: LATER }]), unseen),
      "superseded",
      /ecs-svc\/9 of app:42/,
    ],
    [
      "no times are given and the second view calls ours stopped",
      situation(serviceOf([other]), { ...unseen, ...stopped }),
      "superseded",
      /ecs-svc\/9/,
    ],
    ["no times are given", situation(serviceOf([other]), unseen), "pending"],
    [
      "theirs began before ours, and a read is stale",
      situation(serviceOf([{ ...other, createdAt: EARLIER }]), unseen),
      "pending",
    ],
    [
      "theirs began before ours, and the second view calls ours stopped",
      situation(serviceOf([{ ...other, createdAt: EARLIER }]), { ...unseen, ...stopped }),
      "pending",
    ],
    [
      "theirs began with ours, as far as the times tell",
      situation(serviceOf([{ ...other, createdAt: UPDATED_AT }]), unseen),
      "pending",
    ],
    [
      "the deployment from before, and the second view calls ours stopped",
      situation(serviceOf([entry()]), { ...unseen, ...stopped }),
      "pending",
    ],
  ],
  "a rollback before the first look": [
    [
      "under a new id, over",
      situation(serviceOf([entry({ id: "ecs-svc/3", createdAt: LATER })]), unseen),
      "rolled-back",
      /app:41 again/,
    ],
    [
      "that reuses the old id, begun again after ours",
      situation(serviceOf([entry({ createdAt: LATER })]), unseen),
      "rolled-back",
      /app:41 again/,
    ],
    [
      "that reuses the old id, as a stale read would show it",
      situation(serviceOf([entry({ createdAt: EARLIER })]), unseen),
      "pending",
    ],
    [
      "that reuses the old id, and the second view calls it a rollback",
      situation(serviceOf([entry({ createdAt: EARLIER })]), {
        ...unseen,
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_SUCCESSFUL", rollback: { reason: BREAKER } }),
      }),
      "rolled-back",
      /tasks failed to start/,
    ],
  ],
  "desired count 0": [
    [
      "somebody set it after the update",
      situation(serviceOf([{ ...done, desiredCount: 0, runningCount: 0 }])),
      "superseded",
      /set to 0/,
    ],
    [
      "it was asked for",
      situation(serviceOf([{ ...done, desiredCount: 0, runningCount: 0 }]), { patience: emptied }),
      "succeeded",
      /0\/0 running/,
    ],
    [
      "a daemon service without a machine",
      situation(serviceOf([{ ...done, desiredCount: 0, runningCount: 0 }], { daemon: true })),
      "pending",
    ],
  ],
  "no circuit breaker": [
    ["failing for ever", situation(serviceOf([ours({ runningCount: 0, failedTasks: 40 }), old()])), "pending"],
    [
      "as many failures as are allowed",
      situation(serviceOf([ours({ runningCount: 0, failedTasks: 3 }), old()]), { patience: impatient }),
      "failed",
      /3 tasks failed in a row/,
    ],
    [
      "one failure fewer",
      situation(serviceOf([ours({ runningCount: 0, failedTasks: 2 }), old()]), { patience: impatient }),
      "pending",
    ],
    [
      "the time is over",
      situation(serviceOf([ours({ runningCount: 1, failedTasks: 2 }), old()]), { expired: true }),
      "timed-out",
      /IN_PROGRESS, 1\/2 running, 2 failed/,
    ],
  ],
  "stale first reads": [
    ["5 s after the update", situation(serviceOf([entry()]), { ...unseen, sinceUpdateMs: 5000 }), "pending"],
    ["50 s after it", situation(serviceOf([entry()]), { ...unseen, sinceUpdateMs: 50_000 }), "pending"],
    [
      "for longer than reads are stale",
      situation(serviceOf([entry()]), { ...unseen, sinceUpdateMs: 61_000 }),
      "error",
      /not ours, ecs-svc\/2/,
    ],
    [
      "of somebody else's deployment",
      situation(serviceOf([other]), { ...unseen, sinceUpdateMs: 61_000 }),
      "superseded",
      /ecs-svc\/9/,
    ],
  ],
  "a breaker without a rollback": [
    [
      "our deployment failed",
      situation(serviceOf([failed], { circuitBreaker: { enabled: true, rollback: false } })),
      "failed",
      /tasks failed to start/,
    ],
  ],
  "a rollback": [
    [
      "the failed entry still shown",
      situation(serviceOf([rollback, ours(undone)])),
      "rolled-back",
      /tasks failed to start/,
    ],
    [
      "our entry still in progress",
      situation(serviceOf([rollback, ours({ status: "ACTIVE" })])),
      "rolled-back",
      /rolling back to/,
    ],
    [
      "over between two looks, under a new id",
      situation(serviceOf([entry({ id: "ecs-svc/3" })])),
      "rolled-back",
      /app:41 again/,
    ],
    [
      "the second view shows it first",
      situation(serviceOf([ours(), old()]), {
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_IN_PROGRESS", rollback: { reason: "alarm" } }),
      }),
      "rolled-back",
      /alarm/,
    ],
    [
      "because of alarms",
      situation(serviceOf([ours(), old()]), {
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_REQUESTED", triggeredAlarms: ["errors-5xx"] }),
      }),
      "rolled-back",
      /errors-5xx/,
    ],
    [
      "of a first deployment, which has nothing to go back to",
      situation(serviceOf([failed])),
      "failed",
      /failed to start/,
    ],
    [
      "that failed, too",
      situation(serviceOf([{ ...rollback, rolloutState: "FAILED" }]), {
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_FAILED", rollback: { reason: BREAKER } }),
      }),
      "rolled-back",
      /tasks failed to start/,
    ],
  ],
  "a rollback that reuses the old id": [
    ["and is over", situation(serviceOf([entry()])), "rolled-back", /app:41 again/],
    [
      "and goes on",
      situation(serviceOf([{ ...rollback, id: "ecs-svc/1" }, ours(undone)])),
      "rolled-back",
      /failed to start/,
    ],
  ],
  "a deployment of ours that was completed and is in its place no more": [
    [
      "for the second view it was successful, and another one is primary",
      situation(serviceOf([other, { ...done, status: "ACTIVE" }]), successful),
      "superseded",
      /ecs-svc\/9/,
    ],
    [
      "for the second view it was successful, and the one from before is primary again",
      situation(serviceOf([entry(), { ...done, status: "ACTIVE" }]), successful),
      "rolled-back",
      /app:41 again/,
    ],
  ],
  "early success criteria": [
    ["old tasks drain", situation(serviceOf([done, old({ rolloutState: "COMPLETED" })])), "succeeded", /app:42/],
    [
      "half the tasks are up",
      situation(serviceOf([{ ...done, runningCount: 1, pendingCount: 1 }, old()]), successful),
      "pending",
    ],
    [
      "half the tasks are up, the time is over",
      situation(serviceOf([{ ...done, runningCount: 1, pendingCount: 1 }, old()]), { ...successful, expired: true }),
      "timed-out",
      /COMPLETED, 1\/2 running/,
    ],
  ],
  "blue/green, linear and canary": [
    [
      "blue/green bakes, all tasks up",
      situation(serviceOf([done, old()], { strategy: "BLUE_GREEN" }), {
        serviceDeployment: serviceDeployment({ stage: "BAKE_TIME" }),
      }),
      "pending",
    ],
    ...["PRE_SCALE_UP", "SCALE_UP", "TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "CLEAN_UP"].map((stage): Row => [
      `linear is at stage ${stage}, all tasks up`,
      situation(serviceOf([done, old()], { strategy: "LINEAR" }), {
        serviceDeployment: serviceDeployment({ stage, trafficPercent: 30 }),
      }),
      "pending",
    ]),
    ["canary is successful", situation(serviceOf([done], { strategy: "CANARY" }), successful), "succeeded", /app:42/],
    [
      "canary's stages cannot be read, old tasks run",
      situation(serviceOf([done, old()], { strategy: "CANARY" })),
      "pending",
    ],
    [
      "canary's stages cannot be read, ours is alone",
      situation(serviceOf([done], { strategy: "CANARY" })),
      "succeeded",
      /app:42/,
    ],
    [
      "a hook rolled it back to the old id",
      situation(serviceOf([entry(), ours({ ...undone, rolloutStateReason: "hook no" })], { strategy: "BLUE_GREEN" }), {
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_SUCCESSFUL", rollback: { reason: "hook no" } }),
      }),
      "rolled-back",
      /hook no/,
    ],
  ],
  "a paused hook": [
    [
      "waits for somebody until a time",
      situation(serviceOf([ours(), old()], { strategy: "BLUE_GREEN" }), {
        serviceDeployment: serviceDeployment({
          awaitingHook: { id: "approve", expiresAt: new Date("2026-01-02T00:00:00Z") },
        }),
      }),
      "paused",
      /approve .* until 2026-01-02T00:00:00/,
    ],
    [
      "waits at a stage",
      situation(serviceOf([ours(), old()], { strategy: "BLUE_GREEN" }), {
        serviceDeployment: serviceDeployment({
          stage: "POST_TEST_TRAFFIC_SHIFT",
          awaitingHook: { id: "approve", expiresAt: undefined },
        }),
      }),
      "paused",
      /approve .* at stage POST_TEST_TRAFFIC_SHIFT$/,
    ],
  ],
  "auto scaling on the way": [
    [
      "raised the count",
      situation(serviceOf([ours({ rolloutState: "COMPLETED", desiredCount: 5 })])),
      "succeeded",
      /5\/5/,
    ],
    [
      "raised the service's count before the deployment's",
      situation(serviceOf([done, old()], { desiredCount: 5 })),
      "succeeded",
      /2\/2/,
    ],
    [
      "raised the count, tasks still to come",
      situation(serviceOf([{ ...done, desiredCount: 5, runningCount: 2, pendingCount: 3 }])),
      "pending",
    ],
  ],
  "a daemon service": [
    [
      "whose own count means nothing",
      situation(serviceOf([ours({ rolloutState: "COMPLETED", desiredCount: 3 })], { daemon: true, desiredCount: 0 })),
      "succeeded",
      /3\/3/,
    ],
    [
      "a machine of which has no task yet",
      situation(
        serviceOf([ours({ rolloutState: "COMPLETED", desiredCount: 3, runningCount: 2 })], {
          daemon: true,
          desiredCount: 0,
        }),
      ),
      "pending",
    ],
    [
      "whose old tasks went first, rolled back",
      situation(serviceOf([{ ...rollback, runningCount: 0 }, ours({ ...undone, runningCount: 0 })], { daemon: true })),
      "rolled-back",
      /tasks failed to start/,
    ],
  ],
  "a Classic Load Balancer, no rollout state": [
    [
      "old tasks still there",
      situation(serviceOf([ours({ rolloutState: undefined }), old({ rolloutState: undefined })])),
      "pending",
    ],
    [
      "only ours left, a task missing",
      situation(serviceOf([ours({ rolloutState: undefined, runningCount: 1 })])),
      "pending",
    ],
    ["only ours left", situation(serviceOf([ours({ rolloutState: undefined })])), "succeeded", /app:42/],
  ],
  "an operator or the end of the service": [
    [
      "stopped it",
      situation(serviceOf([ours(), old()]), {
        serviceDeployment: serviceDeployment({ status: "STOPPED", statusReason: "Stopped by a user." }),
      }),
      "failed",
      /Stopped by a user/,
    ],
    [
      "stopped it with a rollback",
      situation(serviceOf([ours(), old()]), {
        serviceDeployment: serviceDeployment({ status: "STOP_REQUESTED", rollback: { reason: "Stopped by a user." } }),
      }),
      "rolled-back",
      /Stopped by a user/,
    ],
    ["deletes the service", situation(serviceOf([done], { status: "DRAINING" })), "failed", /is DRAINING/],
    ["has deleted the service", situation(serviceOf([], { status: "INACTIVE" })), "failed", /is INACTIVE/],
  ],
};

describe.each(Object.entries(CASES))("%s", (_, rows) => {
  test.each(rows.map(([sight, seen, kind, reason = /^$/]) => ({ sight, seen, kind, reason })))(
    "$sight: $kind",
    ({ seen, kind, reason }) => {
      const verdict = verdictOf(seen);
      expect(verdict.kind).toBe(kind);
      expect(verdict.reason ?? "").toMatch(reason);
    },
  );
});
