import { describe, expect, test } from "@jest/globals";

import { configuration, upstream } from "@fairway/domain";

import { explainFailure, explainWorkflowRefusal, judgeFailure } from "./failures.ts";

const NOW = new Date("2026-01-31T12:00:00Z");
const WORKFLOW_HEADER = { "x-accepted-github-permissions": "contents=write; contents=write,workflows=write" };

function answered(status: number, message = "", headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

describe("the failure of a call", () => {
  test.each([
    [answered(401), "BAD_TOKEN", undefined],
    [answered(403), "MISSING_PERMISSION", undefined],
    [answered(404), "GITHUB_FAILED", undefined],
    [answered(409), "GITHUB_FAILED", undefined],
    [answered(422), "GITHUB_REFUSED", undefined],
    [answered(503, "", { "retry-after": "5" }), "GITHUB_FAILED", 5000],
    [answered(503, "", { "retry-after": "Sat, 31 Jan 2026 12:00:09 GMT" }), "GITHUB_FAILED", 9000],
    [answered(429), "GITHUB_RATE_LIMIT", 60_000],
    [answered(403, "You have exceeded a secondary rate limit"), "GITHUB_RATE_LIMIT", 60_000],
    [
      answered(403, "", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW.getTime() / 1000 + 90) }),
      "GITHUB_RATE_LIMIT",
      90_000,
    ],
    [new Error("socket hang up"), "GITHUB_UNREACHABLE", undefined],
  ])("%j is told as %s, to be waited for %j ms", (error, code, retryAfterMs) => {
    expect(explainFailure("read it", error, NOW)).toMatchObject({ code, retryAfterMs });
  });

  test("of the transport that no further try changes is told as it is, though Octokit wraps it", () => {
    const untrusted = configuration("BAD_CERTIFICATE", "the certificate cannot be trusted");
    const wrapped = Object.assign(new Error("the certificate cannot be trusted"), { status: 500, cause: untrusted });
    expect(judgeFailure(wrapped, NOW)).toEqual({ kind: "give-up" });
    expect(explainFailure("read it", wrapped, NOW)).toBe(untrusted);
  });

  test("of the transport that may pass is tried again", () => {
    const wrapped = Object.assign(new Error("cut"), { status: 500, cause: upstream("HTTP_FAILED", "cut") });
    expect(judgeFailure(wrapped, NOW)).toMatchObject({ kind: "again" });
    expect(explainFailure("read it", wrapped, NOW)).toMatchObject({ code: "GITHUB_UNREACHABLE" });
  });

  test("names the permissions that GitHub wants", () => {
    const error = answered(403, "Resource not accessible by integration", {
      "x-accepted-github-permissions": "contents=read",
    });
    expect(explainFailure("read it", error, NOW).nextStep).toContain("contents: read");
  });
});

describe("a refusal because of workflow files", () => {
  test.each([
    ["403 with the header", answered(403, "Resource not accessible by integration", WORKFLOW_HEADER), "configuration"],
    ["404 with the header", answered(404, "Not Found", WORKFLOW_HEADER), "upstream"],
    [
      "422 in words",
      answered(
        422,
        "refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission",
      ),
      "configuration",
    ],
    ["403 in words", answered(403, "OAuth app needs the workflow scope"), "configuration"],
  ])("is known by %s", (_, error, kind) => {
    expect(explainWorkflowRefusal("create it", error)).toMatchObject({ code: "WORKFLOW_PERMISSION", kind });
  });

  test.each([
    ["422 for another reason, whatever the header", answered(422, "Validation Failed", WORKFLOW_HEADER)],
    ["403 without the header", answered(403, "Resource not accessible by integration")],
    ["a rate limit", answered(403, "secondary rate limit", { ...WORKFLOW_HEADER, "retry-after": "1" })],
    ["5xx", answered(500, "", WORKFLOW_HEADER)],
    ["no answer", new Error("socket hang up")],
  ])("is not %s", (_, error) => {
    expect(explainWorkflowRefusal("create it", error)).toBeUndefined();
  });
});
