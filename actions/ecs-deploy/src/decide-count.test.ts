import { describe, expect, test } from "@jest/globals";

import { decideCount, type CountSituation } from "./decide-count.ts";
import { FIRST_MEMORY } from "./situation.ts";
import type { Service } from "./service-state.ts";
import { entry, serviceOf } from "./testing/service-states.ts";

function situation(service: Service, change: Partial<CountSituation> = {}): CountSituation {
  const memory = { ...FIRST_MEMORY, seenOurs: true };
  return {
    service,
    desiredCount: 3,
    maxFailedTasks: undefined,
    memory,
    sinceUpdateMs: 90_000,
    expired: false,
    ...change,
  };
}

function verdictOf(start: CountSituation) {
  const first = decideCount(start);
  return first.verdict.kind === "pending" ? decideCount({ ...start, memory: first.memory }).verdict : first.verdict;
}

const rows: readonly [title: string, seen: CountSituation, kind: string][] = [
  ["as many run as were asked", situation(serviceOf([entry({ desiredCount: 3 })])), "succeeded"],
  [
    "one is still starting",
    situation(serviceOf([entry({ desiredCount: 3, runningCount: 2, pendingCount: 1 })])),
    "pending",
  ],
  [
    "as many run, and one more is on its way",
    situation(serviceOf([entry({ desiredCount: 3, pendingCount: 1 })])),
    "pending",
  ],
  [
    "none is left after scaling to 0",
    situation(serviceOf([entry({ desiredCount: 0 })]), { desiredCount: 0 }),
    "succeeded",
  ],
  [
    "scaling to 0 while an old deployment still runs a task",
    situation(serviceOf([entry({ desiredCount: 0 }), entry({ status: "ACTIVE", desiredCount: 0, runningCount: 1 })]), {
      desiredCount: 0,
    }),
    "pending",
  ],
  ["auto scaling set another count", situation(serviceOf([entry({ desiredCount: 4 })])), "superseded"],
  [
    "a stale read right after the update",
    situation(serviceOf([entry({ desiredCount: 2 })]), { memory: FIRST_MEMORY, sinceUpdateMs: 5000 }),
    "pending",
  ],
  [
    "the update never shows",
    situation(serviceOf([entry({ desiredCount: 2 })]), { memory: FIRST_MEMORY, sinceUpdateMs: 61_000 }),
    "superseded",
  ],
  ["the service is being deleted", situation(serviceOf([], { status: "DRAINING" })), "failed"],
  [
    "too many tasks fail",
    situation(serviceOf([entry({ desiredCount: 3, runningCount: 0, failedTasks: 3 })]), { maxFailedTasks: 3 }),
    "failed",
  ],
  [
    "the time is over",
    situation(serviceOf([entry({ desiredCount: 3, runningCount: 1 })]), { expired: true }),
    "timed-out",
  ],
];

describe("decideCount", () => {
  test.each(rows)("%s", (_, seen, kind) => {
    expect(verdictOf(seen).kind).toBe(kind);
  });

  test("believes a reached count only when two looks in a row show it", () => {
    expect(decideCount(situation(serviceOf([entry({ desiredCount: 3 })]))).verdict).toEqual({
      kind: "pending",
      look: "soon",
    });
  });
});
