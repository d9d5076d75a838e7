import { expect, test } from "@jest/globals";
import { compareReleases } from "./compare-releases.ts";
import { GUARD_WAYS } from "./guard-ways.ts";
import { measureWays } from "./measure-ways.ts";
import { PUBLISH_WAYS } from "./publish-ways.ts";
import { renderComparison } from "./render-comparison.ts";
import type { Way } from "./way.ts";

const ownWays = [...PUBLISH_WAYS, ...GUARD_WAYS].filter(({ program }) => program === undefined);

test("Fairway publishes two assets with five requests, acquires with four and rejects with three", async () => {
  const measurements = await measureWays(ownWays, { rounds: 1, delayMs: 0 });
  expect(measurements.map((one) => (one.kind === "run" ? one.requests : one.reason))).toEqual([[5], [4], [4], [3]]);
});

test("a program that the machine does not have is named as not run", async () => {
  const absent: Way = { ...ownWays[0]!, name: "absent deploy", program: "no-such-program" };
  const [measurement] = await measureWays([absent], { rounds: 1, delayMs: 0 });
  expect(measurement).toMatchObject({ kind: "not-run", reason: "no-such-program is not installed" });
  const table = renderComparison({ title: "Deploy", delayMs: 50, direct: [measurement!], delayed: [measurement!] });
  expect(table).toContain("| absent deploy | not run | | | | | no-such-program is not installed |");
});

test("a way that does not do its work is no measurement", async () => {
  const idle: Way = { ...PUBLISH_WAYS[0]!, name: "idle", run: () => Promise.resolve(1) };
  await expect(measureWays([idle], { rounds: 1, delayMs: 0 })).rejects.toThrow("is not published with two assets");
});

test("a table gives medians, the spread of requests, and ratios to the first way", () => {
  const way = ownWays[0]!;
  const measured = (requests: number[], times: number[]) => ({ kind: "run" as const, way, requests, times });
  const direct = [measured([5, 5], [100, 300]), measured([4, 6], [50, 50])];
  const table = renderComparison({ title: "Publish", delayMs: 50, direct, delayed: direct });
  expect(table.split("\n").slice(-2)).toEqual([
    `| ${way.name} | 5 | 200 | 1.00 | 200 | 1.00 | ${way.remark} |`,
    `| ${way.name} | 4 to 6 | 50 | 0.25 | 50 | 0.25 | ${way.remark} |`,
  ]);
});

test("the whole section runs with the programs that are there", async () => {
  const text = await compareReleases({ direct: 1, delayed: 1, delayMs: 1 });
  expect(text).toContain("#### Publish one prerelease with two assets");
  expect(text).toContain("#### Let one deployment through");
  expect(text).not.toContain("NaN");
});
