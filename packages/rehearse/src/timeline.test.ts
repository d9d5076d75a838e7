import { describe, expect, test } from "@jest/globals";
import type { RunEvent, StepRecord } from "./engine/run-events.ts";
import { createTimeline } from "./timeline.ts";

const STEP: StepRecord = {
  name: "Deploy",
  outcome: "success",
  conclusion: "success",
  stoodInFor: undefined,
  outputs: {},
  summary: "",
  annotations: [],
  log: [
    { kind: "text", text: "working", depth: 0 },
    { kind: "warning", text: "no release yet", depth: 0 },
    { kind: "debug", text: "hidden", depth: 0 },
    { kind: "text", text: "inner", depth: 1 },
  ],
  durationMs: 1234,
};

describe("the timeline", () => {
  test("says one line with the time for a green step, and its warnings", () => {
    expect(linesOf({ kind: "step-completed", job: "j", step: STEP })).toEqual([
      "   2.0 s    ✓ Deploy  1.2 s",
      "           | warning: no release yet",
    ]);
  });

  test("says that a third-party step was stood in for", () => {
    const step = { ...STEP, stoodInFor: "actions/checkout@0123", log: [] };
    expect(linesOf({ kind: "step-completed", job: "j", step })).toEqual([
      "   2.0 s    ✓ Deploy  (stood in for actions/checkout)  1.2 s",
    ]);
  });

  test("always shows the log of a failed step, groups indented, debug left out", () => {
    const step = { ...STEP, outcome: "failure", conclusion: "failure" } as const;
    expect(linesOf({ kind: "step-completed", job: "j", step })).toEqual([
      "   2.0 s    ✗ Deploy  1.2 s",
      "           | working",
      "           | warning: no release yet",
      "           |   inner",
    ]);
  });

  test("shows log lines as they come when verbose, and does not repeat them", () => {
    const line = { kind: "text", text: "working", depth: 0 } as const;
    expect(linesOf({ kind: "step-log", job: "j", step: "s", line }, true)).toEqual(["           | working"]);
    expect(linesOf({ kind: "step-completed", job: "j", step: STEP }, true)).toHaveLength(1);
  });

  test("leaves out what an action does at the end of its job when it had nothing to do", () => {
    const step = { ...STEP, name: "Post Deploy", isPost: true } as const;
    expect(linesOf({ kind: "step-completed", job: "j", step: { ...step, log: [] } })).toEqual([]);
    expect(linesOf({ kind: "step-completed", job: "j", step })[0]).toBe("   2.0 s    ✓ Post Deploy  1.2 s");
  });

  test("says who refused, and why", () => {
    const answer = { kind: "refused", by: "rita", comment: "Not today." } as const;
    expect(linesOf({ kind: "approval-answered", job: "j", environment: "production", answer })).toEqual([
      "   2.0 s  ✗ rita refuses production: Not today.",
    ]);
  });

  test("is silent about a green job's end, and says why another ended", () => {
    const job = { name: "promote", conclusion: "success", outputs: {}, steps: [], problem: undefined } as const;
    expect(linesOf({ kind: "job-completed", job })).toEqual([]);
    expect(linesOf({ kind: "job-completed", job: { ...job, conclusion: "failure", problem: "refused" } })).toEqual([
      "   2.0 s  ✗ promote: failure. refused",
    ]);
  });

  test("uses colours only where they are wanted", () => {
    const event: RunEvent = { kind: "run-completed", conclusion: "success" };
    expect(linesOf(event).join("")).not.toContain("\u001B");
    expect(linesOf(event, false, true).join("")).toContain("\u001B[32m✓");
  });
});

function linesOf(event: RunEvent, verbose = false, colours = false): string[] {
  const lines: string[] = [];
  createTimeline({ write: (line) => lines.push(line), colours, verbose, elapsedMs: () => 2_000 })(event);
  return lines;
}
