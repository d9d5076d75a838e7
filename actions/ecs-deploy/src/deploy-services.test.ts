import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import { deployServices } from "./deploy-services.ts";
import { renderServicesSummary } from "./services-summary.ts";
import { createInMemoryCluster } from "./testing/in-memory-cluster.ts";
import type { FleetScript } from "./testing/in-memory-service-fleet.ts";
import { inputsOf } from "./testing/inputs.ts";
import { createScheduledClock } from "./testing/scheduled-clock.ts";
import { entry, OURS, revision, serviceOf } from "./testing/service-states.ts";

const FAILING: FleetScript = {
  after: (_, { taskDefinition = revision(42) }) =>
    serviceOf([entry({ id: OURS, taskDefinition, rolloutState: "FAILED", rolloutStateReason: "broken" })], {
      circuitBreaker: { enabled: true, rollback: false },
    }),
};

async function run(scripts: Record<string, FleetScript>, texts: Record<string, string> = {}) {
  const clock = createScheduledClock();
  const log = createRecordingLog();
  const fleet = createInMemoryCluster(clock, scripts);
  const logs = { tail: async () => [] };
  const targets = { describe: async () => [] };
  const files = { readText: async () => undefined };
  const { signal } = new AbortController();
  let draws = 0;
  const random = () => ((draws += 7) % 10) / 10;
  const service = Object.keys(scripts).join("\n");
  const inputs = inputsOf({ service, image: "registry.example/app:2", ...texts });
  const result = await deployServices(inputs, { fleet, logs, targets, files, clock, log, random, signal });
  const told = JSON.parse(result.outputs.services) as { service: string; outcome: string; reason: string }[];
  return { ...result, fleet, clock, lines: log.lines, told, summary: renderServicesSummary(result, inputs) };
}

function many(count: number): Record<string, FleetScript> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`svc-${index}`, {}]));
}

function updates({ fleet }: Awaited<ReturnType<typeof run>>): string[] {
  return [...fleet.services].filter(([, { updates: made }]) => made.length > 0).map(([name]) => name);
}

describe("several services", () => {
  test("are deployed one after the other and told in one table", async () => {
    const result = await run({ api: {}, web: {} });
    expect(result.failure).toBeUndefined();
    expect(result.outputs).toMatchObject({
      outcome: "deployed",
      "deployment-id": "",
      reason: "2 services: 2 deployed",
    });
    expect(result.told).toMatchObject([
      { service: "api", outcome: "deployed", "deployment-id": OURS },
      { service: "web", outcome: "deployed" },
    ]);
    expect(result.clock.elapsedMs()).toBeGreaterThan(190_000);
    expect(result.summary).toContain("| `api` | deployed |");
    expect(result.lines.some((line) => line.startsWith("info: web: started deployment"))).toBe(true);
  });

  test("are deployed at once when they may be", async () => {
    const result = await run({ api: {}, web: {} }, { "max-parallel": "2" });
    expect(result.outputs.outcome).toBe("deployed");
    expect(result.clock.elapsedMs()).toBeLessThan(105_000);
  });

  test("are red when one fails, which is named, and those after it are not started", async () => {
    const result = await run({ api: {}, web: FAILING, jobs: {} });
    expect(result.outputs.outcome).toBe("failed");
    expect(result.told.map(({ outcome }) => outcome)).toEqual(["deployed", "failed", "not-started"]);
    expect(result.failure?.code).toBe("SERVICES_FAILED");
    expect(result.failure?.message).toMatch(
      /^1 of 3 services did not end well: web \(failed: Broken\. .*\)\. Not started: jobs\.$/,
    );
    expect(updates(result)).toEqual(["api", "web"]);
    expect(result.summary).toContain("| `jobs` | not-started |");
  });

  test("that were begun at the same time are followed to their end although one fails", async () => {
    const result = await run({ web: FAILING, api: {}, jobs: {} }, { "max-parallel": "2" });
    expect(result.told.map(({ outcome }) => outcome)).toEqual(["failed", "deployed", "not-started"]);
  });

  test("are red when one is not there, and nothing of it is hidden by the others", async () => {
    const result = await run({ api: {} }, { service: "nowhere\napi", "max-parallel": "2" });
    expect(result.outputs.outcome).toBe("error");
    expect(result.told).toMatchObject([
      { service: "nowhere", outcome: "error", reason: expect.stringContaining("no service") },
      { service: "api", outcome: "deployed" },
    ]);
  });

  test("share the time of the step", async () => {
    const result = await run({ api: {}, web: {}, jobs: {} }, { "timeout-seconds": "120" });
    expect(result.told.map(({ outcome }) => outcome)).toEqual(["deployed", "timed-out", "not-started"]);
  });

  test("are looked at ten to a call, so that calls grow with a tenth of the services", async () => {
    const ten = await run(many(10), { "max-parallel": "200" });
    const all = await run(many(200), { "max-parallel": "200" });
    expect(all.outputs).toMatchObject({ outcome: "deployed", reason: "200 services: 200 deployed" });
    expect(all.fleet.looks.every((names) => names.length <= 10)).toBe(true);
    expect(all.fleet.looks.length).toBeLessThanOrEqual(ten.fleet.looks.length * 20 * 1.1);
  });
});
