import { describe, expect, test } from "@jest/globals";
import { parseInputs, parseJsonPointer } from "@fairway/domain";

import { assess } from "./assess.ts";
import { checkInputs, fields } from "./inputs.ts";
import { expectationsOfPreset } from "./preset.ts";
import { INPUT_TEXTS } from "./testing/input-texts.ts";
import { answer } from "./testing/observations.ts";

const HEALTHY = { status: "healthy", database: "connected", migrations: "up-to-date", jobs: "operational", uptime: 12 };
const WITHOUT_JOBS = { status: "healthy", database: "connected", migrations: "up-to-date" };

function look(document: unknown) {
  return assess(answer(document), {
    statuses: [{ from: 200, to: 200 }],
    headers: [],
    json: expectationsOfPreset("compose"),
    version: undefined,
    versionPointer: parseJsonPointer("/version"),
  });
}

describe("the preset compose", () => {
  test.each([
    ["that is healthy in every part", HEALTHY],
    ["of a server without a job queue", WITHOUT_JOBS],
  ])("accepts an answer %s", (_, document) => {
    expect(look(document)).toMatchObject({ kind: "passed" });
  });

  test.each([
    ["the status is degraded", { ...HEALTHY, status: "degraded" }, "/status = healthy", '/status = "degraded"'],
    ["the status is unhealthy", { ...HEALTHY, status: "unhealthy" }, "/status = healthy", '/status = "unhealthy"'],
    ["the jobs are degraded", { ...HEALTHY, jobs: "degraded" }, "/jobs = operational", '/jobs = "degraded"'],
    ["jobs are there and empty", { ...HEALTHY, jobs: null }, "/jobs = operational", "/jobs = null"],
    ["migrations wait", { ...HEALTHY, migrations: "pending" }, "/migrations = up-to-date", '"pending"'],
    ["migrations are unknown", { ...HEALTHY, migrations: "unknown" }, "/migrations = up-to-date", '"unknown"'],
    [
      "nothing is said of migrations",
      { status: "healthy", database: "connected" },
      "/migrations = up-to-date",
      "without",
    ],
    [
      "the sum and the part are bad, and names the part",
      { ...HEALTHY, status: "unhealthy", database: "disconnected" },
      "/database = connected",
      '"disconnected"',
    ],
  ])("refuses an answer in which %s", (_, document, expected, observed) => {
    expect(look(document)).toMatchObject({
      kind: "failed",
      code: "JSON",
      expected,
      observed: expect.stringContaining(observed),
    });
  });

  test("does not go with an expectation of its own about the same place", () => {
    const texts = { ...INPUT_TEXTS, preset: "compose", "expect-json": "/region = eu\n/status = degraded" };
    const verdict = parseInputs(fields, texts);
    if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
    expect(checkInputs(verdict.inputs)).toEqual([
      {
        input: "expect-json",
        message: "/status is expected by preset compose already; leave out that line, or the preset",
      },
    ]);
  });

  test("does not go with ports only, whose answers hold nothing", () => {
    const verdict = parseInputs(fields, { ...INPUT_TEXTS, url: "tcp://db.internal:5432", preset: "compose" });
    if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
    expect(checkInputs(verdict.inputs)).toMatchObject([{ input: "preset" }]);
  });
});

describe("no preset", () => {
  test("expects nothing", () => {
    expect(expectationsOfPreset("none")).toEqual([]);
  });
});
