import { describe, expect, test } from "@jest/globals";

import { decideRuns, standingOf, type Rival } from "./decide-runs.ts";
import type { RunStep } from "./ports.ts";

const STEP = "Take the lease";
const guard = { step: STEP, scope: "run" } as const;

interface Told {
  run?: string;
  attempt?: string;
  job?: string;
  runCompleted?: boolean;
  jobCompleted?: boolean;
  state?: RunStep["state"];
  step?: string;
}

function rival({ state = "in-progress", step = STEP, ...told }: Told): Rival {
  const { run = "5", attempt = "1", job = "50", runCompleted = false, jobCompleted = false } = told;
  return {
    run: {
      run,
      attempt,
      workflow: "7",
      completed: runCompleted,
      actor: "octocat",
      url: `https://github.com/acme/shop/actions/runs/${run}`,
      at: "2026-01-01T00:00:00Z",
    },
    job: {
      id: job,
      completed: jobCompleted,
      steps: [
        { name: "Set up job", state: "succeeded" },
        { name: step, state },
      ],
    },
  };
}

describe("a job", () => {
  test.each<[string, Told, "run" | "job", ReturnType<typeof standingOf>]>([
    ["is at the step", { state: "in-progress" }, "run", "contends"],
    ["has not come to the step", { state: "waiting" }, "run", "out"],
    ["has passed the step", { state: "succeeded" }, "run", "holds"],
    ["has passed the step and ended, and its run goes on", { state: "succeeded", jobCompleted: true }, "run", "holds"],
    ["has passed the step and ended", { state: "succeeded", jobCompleted: true }, "job", "out"],
    ["has passed the step and goes on", { state: "succeeded" }, "job", "holds"],
    ["has passed the step and its run has completed", { state: "succeeded", runCompleted: true }, "run", "out"],
    ["was rejected at the step", { state: "ended" }, "run", "out"],
    ["was cancelled at the step, and the step was never ended", { jobCompleted: true }, "run", "out"],
    ["has no such step", { step: "Build", state: "succeeded" }, "run", "out"],
  ])("that %s: %j with scope %s %s", (_, told, scope, expected) => {
    expect(standingOf(rival(told), { step: STEP, scope })).toBe(expected);
  });
});

describe("the turn", () => {
  const me = rival({ run: "5", attempt: "2", job: "50" });

  test.each<[string, Told[], string]>([
    ["nobody else is there", [], "proceed"],
    ["a lower run contends", [{ run: "4" }], "4"],
    ["two lower runs contend, the first of them", [{ run: "4" }, { run: "3" }], "3"],
    ["a higher run contends", [{ run: "6" }], "proceed"],
    ["a run contends that is lower as a number and higher as a text", [{ run: "10" }], "proceed"],
    ["an earlier attempt contends", [{ attempt: "1" }], "5"],
    ["a later attempt contends", [{ attempt: "3" }], "proceed"],
    ["a lower job of our run contends", [{ attempt: "2", job: "49" }], "5"],
    ["a higher job of our run contends", [{ attempt: "2", job: "51" }], "proceed"],
    ["a higher run holds", [{ run: "6", state: "succeeded" }], "6"],
    ["a lower run was rejected", [{ run: "4", state: "ended" }], "proceed"],
    ["a lower run builds something", [{ run: "4", step: "Build" }], "proceed"],
    ["a lower run contends and a higher one holds", [{ run: "4" }, { run: "6", state: "succeeded" }], "6"],
  ])("when %s", (_, others, expected) => {
    const rivals = others.map((told, index) => rival({ job: String(60 + index), ...told }));
    const turn = decideRuns(me, [me, ...rivals], guard);
    expect(turn.kind === "proceed" ? "proceed" : turn.holder.run).toBe(expected);
  });
});
