import { describe, expect, test } from "@jest/globals";

import { decide } from "./decide.ts";
import { FIRST_MEMORY, type Situation } from "./situation.ts";
import { entry, OURS, revision, serviceDeployment, serviceOf } from "./testing/service-states.ts";
import { BREAKER, done, old, ours, rollback, situation, UPDATED_AT, verdictOf } from "./testing/situations.ts";

const awaitingHook = { id: "approve", expiresAt: undefined };
const impatient = { waitUntil: "deployed", maxFailedTasks: 3, mayBeEmpty: false } as const;
const failed = ours({ status: "ACTIVE", rolloutState: "FAILED", rolloutStateReason: BREAKER });
const other = entry({ id: "ecs-svc/9", taskDefinition: revision(43) });

type Row = [first: string, then: string, seen: Situation, kind: string, reason: RegExp];

/** In every row both of two neighbouring rules apply; the first of them must decide. */
const order: readonly Row[] = [
  [
    "a service that is gone",
    "what the second view says",
    situation(serviceOf([done], { status: "DRAINING" }), {
      serviceDeployment: serviceDeployment({ status: "ROLLBACK_SUCCESSFUL", rollback: { reason: "alarm" } }),
    }),
    "failed",
    /is DRAINING/,
  ],
  [
    "what the second view says",
    "a failed entry of ours",
    situation(serviceOf([{ ...failed, status: "PRIMARY" }], { circuitBreaker: { enabled: true, rollback: false } }), {
      serviceDeployment: serviceDeployment({ status: "ROLLBACK_REQUESTED", rollback: { reason: "alarm" } }),
    }),
    "rolled-back",
    /tasks failed to start/,
  ],
  [
    "a failed entry of ours",
    "a primary one that is not ours",
    situation(serviceOf([other, failed])),
    "failed",
    /tasks failed to start/,
  ],
  [
    "a primary one that rolls back",
    "a primary one that is not ours",
    situation(serviceOf([{ ...rollback, taskDefinition: revision(40) }])),
    "rolled-back",
    /rolling back to/,
  ],
  [
    "a primary one that is not ours",
    "too many failures of ours",
    situation(serviceOf([other, ours({ status: "ACTIVE", failedTasks: 9 })]), { patience: impatient }),
    "superseded",
    /ecs-svc\/9/,
  ],
  [
    "a count of 0 that nobody asked for",
    "a completed deployment",
    situation(serviceOf([{ ...done, desiredCount: 0, runningCount: 0 }])),
    "superseded",
    /set to 0/,
  ],
  [
    "a completed deployment",
    "failures on the way to it",
    situation(serviceOf([{ ...done, failedTasks: 3 }]), { patience: impatient }),
    "succeeded",
    /app:42 is deployed/,
  ],
  [
    "too many failures",
    "a hook that waits",
    situation(serviceOf([ours({ failedTasks: 3 }), old()], { strategy: "BLUE_GREEN" }), {
      patience: impatient,
      serviceDeployment: serviceDeployment({ awaitingHook }),
    }),
    "failed",
    /3 tasks failed/,
  ],
  [
    "a hook that waits",
    "the end of the time",
    situation(serviceOf([ours(), old()], { strategy: "BLUE_GREEN" }), {
      serviceDeployment: serviceDeployment({ awaitingHook }),
      expired: true,
    }),
    "paused",
    /approve/,
  ],
  [
    "a completed deployment",
    "the end of the time",
    situation(serviceOf([done]), { expired: true }),
    "succeeded",
    /app:42/,
  ],
];

describe("the order of the rules", () => {
  test.each(order.map(([first, second, seen, kind, reason]) => ({ first, second, seen, kind, reason })))(
    "$first decides before $second: $kind",
    ({ seen, kind, reason }) => {
      const verdict = verdictOf(seen);
      expect(verdict.kind).toBe(kind);
      expect(verdict.reason).toMatch(reason);
    },
  );
});

describe("decide", () => {
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
    expect(decide(situation(serviceOf([rollback, failed]))).verdict.kind).toBe("rolled-back");
  });

  test("believes at the first look that ours was superseded when both views of ECS say so", () => {
    const later = { ...other, createdAt: new Date(UPDATED_AT.getTime() + 1) };
    const sight = situation(serviceOf([later]), { memory: FIRST_MEMORY, sinceUpdateMs: 1000 });
    const stopped = serviceDeployment({ status: "STOPPED" });
    expect(decide({ ...sight, serviceDeployment: stopped }).verdict.kind).toBe("superseded");
    expect(decide(sight).verdict.kind).toBe("pending");
    const earlier = { ...other, createdAt: new Date(UPDATED_AT.getTime() - 1) };
    const mixed = situation(serviceOf([earlier]), { serviceDeployment: stopped });
    expect(decide(mixed).verdict.kind).toBe("pending");
  });

  test("waits one look for the rollback that the breaker promises before it calls a deployment failed", () => {
    const first = decide(situation(serviceOf([{ ...failed, status: "PRIMARY" }])));
    expect(first.verdict.kind).toBe("pending");
    const next = situation(serviceOf([rollback, failed]), { memory: first.memory });
    expect(decide(next).verdict.kind).toBe("rolled-back");
  });

  test("tells a failed restart by ECS's words, since the definition is the same before and after", () => {
    const restart = {
      id: OURS,
      taskDefinition: revision(41),
      createdAt: UPDATED_AT,
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
