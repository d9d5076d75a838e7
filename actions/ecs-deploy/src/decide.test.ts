import { describe, expect, test } from "@jest/globals";

import { decide, FIRST_MEMORY, type Situation } from "./decide.ts";
import type { Deployment, Service } from "./service-state.ts";
import { entry, OURS, revision, serviceDeployment, serviceOf } from "./testing/service-states.ts";

const BREAKER = "ECS deployment circuit breaker: tasks failed to start.";
const ROLLING_BACK = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";

function ours(change: Partial<Deployment> = {}): Deployment {
  return entry({ id: OURS, taskDefinition: revision(42), rolloutState: "IN_PROGRESS", ...change });
}

function old(change: Partial<Deployment> = {}): Deployment {
  return entry({ status: "ACTIVE", ...change });
}

function situation(service: Service, change: Partial<Situation> = {}): Situation {
  return {
    ours: {
      id: OURS,
      taskDefinition: revision(42),
      previousId: "ecs-svc/1",
      previousTaskDefinition: revision(41),
    },
    service,
    serviceDeployment: undefined,
    patience: { waitUntil: "deployed", maxFailedTasks: undefined },
    memory: { ...FIRST_MEMORY, seenOurs: true },
    sinceUpdateMs: 90_000,
    expired: false,
    ...change,
  };
}

/** The verdict that the same sight leads to when it is seen again and again. */
function verdictOf(start: Situation) {
  let current = start;
  for (let count = 0; count < 3; count += 1) {
    const { verdict, memory } = decide(current);
    if (verdict.kind !== "pending") return verdict;
    current = { ...current, memory };
  }
  return { kind: "pending", reason: "" };
}

const done = ours({ rolloutState: "COMPLETED" });
const rollback = entry({ id: "ecs-svc/3", rolloutState: "IN_PROGRESS", rolloutStateReason: ROLLING_BACK });

type Row = [title: string, seen: Situation, kind: string, reason: RegExp];

const rows: readonly Row[] = [
  ["our tasks are starting", situation(serviceOf([ours({ runningCount: 0 }), old()])), "pending", /^$/],
  ["our deployment is completed in full", situation(serviceOf([done, old()])), "succeeded", /app:42 is deployed, 2\/2/],
  [
    "completed, but a task is missing",
    situation(serviceOf([ours({ rolloutState: "COMPLETED", runningCount: 1 })])),
    "pending",
    /^$/,
  ],
  [
    "completed, but a task is pending",
    situation(serviceOf([ours({ rolloutState: "COMPLETED", pendingCount: 1 })])),
    "pending",
    /^$/,
  ],
  [
    "the second view calls it successful first",
    situation(serviceOf([ours()]), { serviceDeployment: serviceDeployment({ status: "SUCCESSFUL" }) }),
    "succeeded",
    /app:42/,
  ],
  [
    "early success while old tasks drain, waiting until deployed",
    situation(serviceOf([done, old({ rolloutState: "COMPLETED" })])),
    "succeeded",
    /app:42/,
  ],
  [
    "early success while old tasks drain, waiting until stable",
    situation(serviceOf([done, old()]), { patience: { waitUntil: "stable", maxFailedTasks: undefined } }),
    "pending",
    /^$/,
  ],
  [
    "stable once the old tasks are gone",
    situation(serviceOf([done]), { patience: { waitUntil: "stable", maxFailedTasks: undefined } }),
    "succeeded",
    /app:42/,
  ],
  [
    "auto scaling raised the count on the way",
    situation(serviceOf([ours({ rolloutState: "COMPLETED", desiredCount: 5, runningCount: 5 })])),
    "succeeded",
    /5\/5/,
  ],
  [
    "a daemon service, whose own count means nothing",
    situation(serviceOf([ours({ rolloutState: "COMPLETED", desiredCount: 3 })], { daemon: true, desiredCount: 0 })),
    "succeeded",
    /3\/3/,
  ],
  [
    "rolled back, the failed entry still shown",
    situation(serviceOf([rollback, ours({ status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: BREAKER })])),
    "rolled-back",
    /tasks failed to start/,
  ],
  [
    "rolled back, our entry still called in progress",
    situation(serviceOf([rollback, ours({ status: "ACTIVE" })])),
    "rolled-back",
    /rolling back to deploymentId/,
  ],
  [
    "rolled back and over between two looks, under a new id",
    situation(serviceOf([entry({ id: "ecs-svc/3" })])),
    "rolled-back",
    /app:41 again/,
  ],
  ["rolled back to the old id", situation(serviceOf([entry()])), "rolled-back", /app:41 again/],
  [
    "the second view rolls back before the first shows it",
    situation(serviceOf([ours(), old()]), {
      serviceDeployment: serviceDeployment({ status: "ROLLBACK_IN_PROGRESS", rollback: { reason: "alarm" } }),
    }),
    "rolled-back",
    /alarm/,
  ],
  [
    "alarms end it",
    situation(serviceOf([ours(), old()]), {
      serviceDeployment: serviceDeployment({ status: "ROLLBACK_REQUESTED", triggeredAlarms: ["errors-5xx"] }),
    }),
    "rolled-back",
    /errors-5xx/,
  ],
  [
    "failed without a rollback",
    situation(
      serviceOf([ours({ rolloutState: "FAILED", rolloutStateReason: BREAKER })], {
        circuitBreaker: { enabled: true, rollback: false },
      }),
    ),
    "failed",
    /tasks failed to start/,
  ],
  [
    "failed, with nothing to roll back to",
    situation(serviceOf([ours({ rolloutState: "FAILED", rolloutStateReason: BREAKER })])),
    "failed",
    /tasks failed to start/,
  ],
  [
    "stopped by an operator",
    situation(serviceOf([ours(), old()]), {
      serviceDeployment: serviceDeployment({ status: "STOPPED", statusReason: "Stopped by a user." }),
    }),
    "failed",
    /Stopped by a user/,
  ],
  [
    "stopped because another deployment came",
    situation(serviceOf([entry({ id: "ecs-svc/9", taskDefinition: revision(43), rolloutState: "IN_PROGRESS" })]), {
      serviceDeployment: serviceDeployment({ status: "STOPPED" }),
    }),
    "superseded",
    /ecs-svc\/9 of app:43/,
  ],
  [
    "somebody deployed something else on top",
    situation(serviceOf([entry({ id: "ecs-svc/9", taskDefinition: revision(43) }), ours({ status: "ACTIVE" })])),
    "superseded",
    /ecs-svc\/9 of app:43/,
  ],
  [
    "somebody deployed the very same definition on top",
    situation(serviceOf([entry({ id: "ecs-svc/9", taskDefinition: revision(42) })])),
    "superseded",
    /ecs-svc\/9 of app:42/,
  ],
  [
    "somebody else's deployment is rolled back to ours",
    situation(serviceOf([entry({ id: "ecs-svc/9", taskDefinition: revision(42), rolloutStateReason: ROLLING_BACK })])),
    "superseded",
    /ecs-svc\/9/,
  ],
  [
    "a stale read right after the update",
    situation(serviceOf([entry()]), { memory: FIRST_MEMORY, sinceUpdateMs: 5000 }),
    "pending",
    /^$/,
  ],
  [
    "reads that stay stale for 50 seconds",
    situation(serviceOf([entry()]), { memory: FIRST_MEMORY, sinceUpdateMs: 50_000 }),
    "pending",
    /^$/,
  ],
  [
    "our deployment is never shown",
    situation(serviceOf([entry()]), { memory: FIRST_MEMORY, sinceUpdateMs: 61_000 }),
    "error",
    /not ours, ecs-svc\/2/,
  ],
  [
    "another deployment is shown and ours never was",
    situation(serviceOf([entry({ id: "ecs-svc/9" })]), { memory: FIRST_MEMORY, sinceUpdateMs: 61_000 }),
    "superseded",
    /ecs-svc\/9/,
  ],
  ["an answer without deployments", situation(serviceOf([])), "pending", /^$/],
  ["the service is being deleted", situation(serviceOf([done], { status: "DRAINING" })), "failed", /is DRAINING/],
  ["the service is gone", situation(serviceOf([], { status: "INACTIVE" })), "failed", /is INACTIVE/],
  [
    "no breaker, failing for ever",
    situation(serviceOf([ours({ runningCount: 0, failedTasks: 40 }), old()])),
    "pending",
    /^$/,
  ],
  [
    "as many failures as are allowed at most",
    situation(serviceOf([ours({ runningCount: 0, failedTasks: 3 }), old()]), {
      patience: { waitUntil: "deployed", maxFailedTasks: 3 },
    }),
    "failed",
    /3 tasks failed in a row/,
  ],
  [
    "one failure fewer than that",
    situation(serviceOf([ours({ runningCount: 0, failedTasks: 2 }), old()]), {
      patience: { waitUntil: "deployed", maxFailedTasks: 3 },
    }),
    "pending",
    /^$/,
  ],
  [
    "a lifecycle hook waits for somebody",
    situation(serviceOf([ours(), old()], { strategy: "BLUE_GREEN" }), {
      serviceDeployment: serviceDeployment({
        awaitingHook: { id: "approve", expiresAt: new Date("2026-01-02T00:00:00Z") },
      }),
    }),
    "paused",
    /approve .* until 2026-01-02T00:00:00/,
  ],
  [
    "blue/green in its bake time, all tasks up",
    situation(serviceOf([done, old()], { strategy: "BLUE_GREEN" }), {
      serviceDeployment: serviceDeployment({ stage: "BAKE_TIME" }),
    }),
    "pending",
    /^$/,
  ],
  ...["PRE_SCALE_UP", "SCALE_UP", "TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "CLEAN_UP"].map((stage): Row => [
    `linear at stage ${stage}, all tasks up`,
    situation(serviceOf([done, old()], { strategy: "LINEAR" }), {
      serviceDeployment: serviceDeployment({ stage, trafficPercent: 30 }),
    }),
    "pending",
    /^$/,
  ]),
  [
    "canary whose stages cannot be read, completed while the old tasks still run",
    situation(serviceOf([done, old()], { strategy: "CANARY" })),
    "pending",
    /^$/,
  ],
  [
    "canary whose stages cannot be read, completed and alone",
    situation(serviceOf([done], { strategy: "CANARY" })),
    "succeeded",
    /app:42/,
  ],
  [
    "blue/green that a hook rolled back to the old deployment's id",
    situation(
      serviceOf([entry(), ours({ status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: "hook no" })], {
        strategy: "BLUE_GREEN",
      }),
      {
        serviceDeployment: serviceDeployment({ status: "ROLLBACK_SUCCESSFUL", rollback: { reason: "hook no" } }),
      },
    ),
    "rolled-back",
    /hook no/,
  ],
  [
    "a hook that waits at a stage",
    situation(serviceOf([ours(), old()], { strategy: "BLUE_GREEN" }), {
      serviceDeployment: serviceDeployment({
        stage: "POST_TEST_TRAFFIC_SHIFT",
        awaitingHook: { id: "approve", expiresAt: undefined },
      }),
    }),
    "paused",
    /approve .* at stage POST_TEST_TRAFFIC_SHIFT$/,
  ],
  [
    "early success of half the tasks, the other half still to come",
    situation(serviceOf([ours({ runningCount: 1, pendingCount: 1, rolloutState: "COMPLETED" }), old()]), {
      serviceDeployment: serviceDeployment({ status: "SUCCESSFUL" }),
    }),
    "pending",
    /^$/,
  ],
  [
    "early success of half the tasks, the time over before the others came",
    situation(serviceOf([ours({ runningCount: 1, pendingCount: 1, rolloutState: "COMPLETED" }), old()]), {
      serviceDeployment: serviceDeployment({ status: "SUCCESSFUL" }),
      expired: true,
    }),
    "timed-out",
    /COMPLETED, 1\/2 running/,
  ],
  [
    "canary that ECS calls successful",
    situation(serviceOf([done], { strategy: "CANARY" }), {
      serviceDeployment: serviceDeployment({ status: "SUCCESSFUL" }),
    }),
    "succeeded",
    /app:42/,
  ],
  [
    "no rollout state, old tasks still there",
    situation(serviceOf([ours({ rolloutState: undefined }), old({ rolloutState: undefined })])),
    "pending",
    /^$/,
  ],
  [
    "no rollout state, only ours left",
    situation(serviceOf([ours({ rolloutState: undefined })])),
    "succeeded",
    /app:42/,
  ],
  [
    "the time is over",
    situation(serviceOf([ours({ runningCount: 1, failedTasks: 2 }), old()]), { expired: true }),
    "timed-out",
    /IN_PROGRESS, 1\/2 running, 2 failed/,
  ],
  ["the time is over, but it is done", situation(serviceOf([done]), { expired: true }), "succeeded", /app:42/],
];

describe("decide", () => {
  test.each(rows)("%s", (_, seen, kind, reason) => {
    const verdict = verdictOf(seen);
    expect(verdict.kind).toBe(kind);
    expect("reason" in verdict ? verdict.reason : "").toMatch(reason);
  });

  test("believes a success only when two looks in a row show it", () => {
    const first = decide(situation(serviceOf([done])));
    expect(first.verdict).toEqual({ kind: "pending", look: "soon" });
    const wavered = decide(situation(serviceOf([ours()]), { memory: first.memory }));
    expect(wavered.verdict.kind).toBe("pending");
    expect(decide(situation(serviceOf([done]), { memory: wavered.memory })).verdict.kind).toBe("pending");
  });

  test("takes one stale read in the middle for what it is", () => {
    const stale = decide(situation(serviceOf([entry()])));
    expect(stale.verdict.kind).toBe("pending");
    expect(decide(situation(serviceOf([ours(), old()]), { memory: stale.memory })).verdict.kind).toBe("pending");
  });

  test("believes at once what ECS itself says", () => {
    const failed = ours({ status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: BREAKER });
    expect(decide(situation(serviceOf([rollback, failed]))).verdict.kind).toBe("rolled-back");
  });

  test("waits one look for the rollback that the breaker promises before it calls a deployment failed", () => {
    const failed = ours({ rolloutState: "FAILED", rolloutStateReason: BREAKER });
    const first = decide(situation(serviceOf([failed])));
    expect(first.verdict.kind).toBe("pending");
    const next = situation(serviceOf([rollback, { ...failed, status: "ACTIVE" }]), { memory: first.memory });
    expect(decide(next).verdict.kind).toBe("rolled-back");
  });

  test("tells a failed restart by ECS's words, since the definition is the same before and after", () => {
    const restart = {
      id: OURS,
      taskDefinition: revision(41),
      previousId: "ecs-svc/1",
      previousTaskDefinition: revision(41),
    };
    expect(verdictOf(situation(serviceOf([rollback]), { ours: restart })).kind).toBe("rolled-back");
    const other = entry({ id: "ecs-svc/9", rolloutState: "IN_PROGRESS" });
    expect(verdictOf(situation(serviceOf([other]), { ours: restart })).kind).toBe("superseded");
  });

  test("ends when the time is over even if reads keep contradicting each other", () => {
    const leaning = { seenOurs: true, leaning: "succeeded" as const };
    const verdict = decide(situation(serviceOf([entry()]), { memory: leaning, expired: true })).verdict;
    expect(verdict.kind).toBe("timed-out");
  });
});
