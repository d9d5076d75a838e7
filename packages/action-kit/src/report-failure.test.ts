import process from "node:process";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { FairwayError, upstream } from "@fairway/domain";

import { renderFailure, renderUnshown, reportFailure } from "./report-failure.ts";
import { createRunnerLog } from "./runner-log.ts";

const write = process.stdout.write.bind(process.stdout);
let said = "";
beforeEach(() => {
  said = "";
  process.stdout.write = (chunk: string | Uint8Array) => {
    said += String(chunk);
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
});

const failure = upstream("ECS_DENIED", "ECS refused the update", {
  nextStep: "Give the role ecs:UpdateService.",
  cause: new Error("AccessDenied"),
});

describe("a failure", () => {
  test("is one annotation with its code, its cause and its next step", () => {
    reportFailure("ecs-deploy", failure, createRunnerLog());
    expect(said).toBe(
      "::error title=ecs-deploy%3A ECS_DENIED::ECS refused the update%0Acause: AccessDenied%0Anext: Give the role ecs:UpdateService.\ncode: ECS_DENIED (upstream)\n",
    );
  });

  test("whose line is looked for as it is says nothing else in its annotation", () => {
    const details = {
      kind: "refusal",
      code: "IN_PROGRESS",
      nextStep: "It is held by run 7.",
      standsAlone: true,
    } as const;
    reportFailure("check-concurrent", new FairwayError("Please wait.", details), createRunnerLog());
    expect(said).toBe(
      "::error title=check-concurrent%3A IN_PROGRESS::Please wait.\nnext: It is held by run 7.\ncode: IN_PROGRESS (refusal)\n",
    );
  });

  test("that nobody foresaw is told as a defect, its stack in the debug log", () => {
    reportFailure("ecs-deploy", new TypeError("x is undefined"), createRunnerLog());
    expect(said).toMatch(/^::error title=ecs-deploy%3A BUG::x is undefined%0Anext: This is a defect of Fairway/);
    expect(said).toMatch(/\n::debug::TypeError: x is undefined/);
  });

  test("has its reason, cause, next step and code in the summary", () => {
    expect(renderFailure("ecs-deploy", failure)).toBe(
      "### ecs-deploy: failed\n\nECS refused the update\n\n- cause: AccessDenied\n\n**Next:** Give the role ecs:UpdateService.\n\nCode `ECS_DENIED` (upstream).\n",
    );
  });
});

describe("more warnings than GitHub shows", () => {
  test("are ten annotations, and in the summary the rest with its number", () => {
    const log = createRunnerLog();
    for (let number = 1; number <= 40; number += 1) log.warning(`service <${number}>`);
    expect(said.match(/^::warning::/gm)).toHaveLength(10);
    const summary = renderUnshown(log.unshown());
    expect(summary).toContain("Not shown as annotations: 30");
    expect(summary.match(/^- warning: service &lt;\d+&gt;$/gm)).toHaveLength(20);
    expect(summary).toContain("- and 10 more, in the log of this step");
  });

  test("that are not there take no line", () => {
    expect(renderUnshown(createRunnerLog().unshown())).toBe("");
  });
});
