import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import { checkEnvironment } from "./check-environment.ts";
import { judgeProtection } from "./judge-protection.ts";
import type { EnvironmentProtection } from "./ports.ts";
import { renderSummary } from "./summary.ts";

const FULL: EnvironmentProtection = { reviewers: ["lead"], branchesRestricted: true };
const NO_REVIEWERS = { ...FULL, reviewers: [] };
const NO_BRANCH_RULE = { ...FULL, branchesRestricted: false };
const NOTHING = { reviewers: [], branchesRestricted: false };

function portsWith(protection: EnvironmentProtection | undefined) {
  const log = createRecordingLog();
  return { log, environments: { protectionOf: () => Promise.resolve(protection) } };
}

const inputs = {
  environment: "production",
  requireReviewers: true,
  requireBranchRule: true,
  githubToken: "token-123",
};

test.each([
  [FULL, []],
  [NO_REVIEWERS, ["reviewers"]],
  [NO_BRANCH_RULE, ["branch-rule"]],
  [NOTHING, ["reviewers", "branch-rule"]],
  [undefined, ["environment"]],
])("%j lacks %j", (protection, lacks) => {
  expect(judgeProtection(protection)).toEqual({ lacks });
});

describe("an environment", () => {
  test("with reviewers and a branch rule is protected", async () => {
    const ports = portsWith(FULL);
    expect(await checkEnvironment(inputs, ports)).toEqual({
      outputs: { reviewers: '["lead"]', "branches-restricted": "true", outcome: "protected" },
      lacks: [],
      failure: undefined,
    });
    expect(ports.log.lines).toEqual(["info: environment production asks for an approval, and restricts its branches"]);
  });

  test.each([
    [undefined, "NO_ENVIRONMENT", "New environment"],
    [NO_REVIEWERS, "NO_REVIEWERS", "tick Required reviewers"],
    [NO_BRANCH_RULE, "NO_BRANCH_RULE", "choose Selected branches and tags"],
    [NOTHING, "NO_REVIEWERS", "tick Required reviewers"],
  ])("%j is refused, with what to click", async (protection, code, click) => {
    const result = await checkEnvironment(inputs, portsWith(protection));
    expect(result.outputs.outcome).toBe("unprotected");
    expect(result.failure).toMatchObject({ kind: "refusal", code, nextStep: expect.stringContaining(click) });
  });

  test("that lacks both says both in its summary", async () => {
    const ports = portsWith(NOTHING);
    const summary = renderSummary(await checkEnvironment(inputs, ports), inputs);
    expect(summary).toContain("no required reviewers");
    expect(summary).toContain("from every branch");
    expect(ports.log.lines).toEqual([expect.stringMatching(/^warning: .*from every branch/)]);
  });

  test.each([
    ["reviewers", NO_REVIEWERS, { requireReviewers: false }],
    ["a branch rule", NO_BRANCH_RULE, { requireBranchRule: false }],
    ["both", NOTHING, { requireReviewers: false, requireBranchRule: false }],
    ["everything", undefined, { requireReviewers: false, requireBranchRule: false }],
  ])("without %s is only told where it is not required", async (_, protection, lenient) => {
    const ports = portsWith(protection);
    const result = await checkEnvironment({ ...inputs, ...lenient }, ports);
    expect(result.failure).toBeUndefined();
    expect(result.outputs.outcome).toBe("unprotected");
    expect(ports.log.lines.every((line) => line.startsWith("warning: "))).toBe(true);
    expect(ports.log.lines).toHaveLength(result.lacks.length);
  });

  test("that lacks what is required is refused for that, and the rest is told", async () => {
    const ports = portsWith(NOTHING);
    const result = await checkEnvironment({ ...inputs, requireReviewers: false }, ports);
    expect(result.failure?.code).toBe("NO_BRANCH_RULE");
    expect(ports.log.lines).toEqual([expect.stringMatching(/^warning: .*no required reviewers/)]);
  });
});
