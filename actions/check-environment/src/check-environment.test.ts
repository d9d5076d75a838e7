import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import { checkEnvironment } from "./check-environment.ts";
import type { EnvironmentProtection } from "./ports.ts";

function portsWith(protection: EnvironmentProtection | undefined) {
  const log = createRecordingLog();
  return { log, ports: { log, environments: { protectionOf: () => Promise.resolve(protection) } } };
}

const inputs = { environment: "production", requireReviewers: true, githubToken: "token-123" };

describe("an environment", () => {
  test("with reviewers is protected", async () => {
    const { ports } = portsWith({ reviewers: ["hubot"], branchesRestricted: true });
    const result = await checkEnvironment(inputs, ports);
    expect(result).toEqual({
      outputs: { reviewers: '["hubot"]', "branches-restricted": "true", outcome: "protected" },
    });
  });

  test.each([
    [undefined, "does not exist"],
    [{ reviewers: [], branchesRestricted: true }, "no required reviewers"],
  ])("%j is refused", async (protection, reason) => {
    const result = await checkEnvironment(inputs, portsWith(protection).ports);
    expect(result.outputs.outcome).toBe("unprotected");
    expect(result.failure?.message).toContain(reason);
  });

  test("without reviewers is only told where none are required", async () => {
    const { ports, log } = portsWith({ reviewers: [], branchesRestricted: false });
    const result = await checkEnvironment({ ...inputs, requireReviewers: false }, ports);
    expect(result.failure).toBeUndefined();
    expect(log.lines).toEqual([expect.stringMatching(/^warning: .*no required reviewers/)]);
  });
});
