import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findFault, openRehearsal, rehearse, type RunRecord } from "@fairway/rehearse/rehearsal";
import { startWorld } from "@fairway/testbed";

import { describeWithTool } from "../support/tools.ts";
import { openSummaryBrowser, type Shown, type SummaryBrowser } from "./browser.ts";

/** A browser's window on a small laptop. */
const SCREEN = 900;

const root = join(import.meta.dirname, "../..");

type Summary = readonly [step: string, markdown: string];

function summariesOf(runs: readonly RunRecord[]): readonly Summary[] {
  const steps = runs.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps));
  return steps.flatMap(({ name, summary }): Summary[] => (summary.trim() === "" ? [] : [[name, summary]]));
}

async function faulty(name: string): Promise<readonly Summary[]> {
  return summariesOf((await rehearse({ root, fault: findFault(name) })).runs);
}

/** One version, staged and promoted. */
async function green(): Promise<{ staging: readonly Summary[]; production: readonly Summary[] }> {
  const world = await startWorld();
  const folder = mkdtempSync(join(tmpdir(), "fairway-summaries-"));
  try {
    const { signal } = new AbortController();
    const rehearsal = openRehearsal({ world, root, folder, report: () => undefined, signal });
    const commit = rehearsal.commit("0.1.0");
    const staging = await rehearsal.stage(commit);
    const production = await rehearsal.promote(`0.1.0-${commit.slice(0, 7)}.beta`);
    return { staging: summariesOf([staging]), production: summariesOf([production]) };
  } finally {
    rmSync(folder, { recursive: true });
    await world.close();
  }
}

describeWithTool("chromium", "the job summaries of real runs in Chromium", () => {
  const shown = new Map<string, readonly (Shown & { readonly step: string })[]>();
  let browser: SummaryBrowser;
  beforeAll(async () => {
    const [opened, good, rollback, breaker, unhealthy, rejected] = await Promise.all([
      openSummaryBrowser(),
      green(),
      faulty("rollback"),
      faulty("breaker-rollback"),
      faulty("unhealthy"),
      faulty("concurrent"),
    ]);
    browser = opened;
    const runs = { ...good, rollback, breaker, unhealthy, rejected };
    for (const [name, summaries] of Object.entries(runs)) {
      const seen = await browser.show(
        summaries.map(([, markdown]) => markdown),
        name,
      );
      shown.set(
        name,
        seen.map((one, index) => ({ ...one, step: summaries[index]?.[0] ?? "" })),
      );
    }
  });
  afterAll(async () => browser.close());

  const ofStep = (run: string, step: RegExp): Shown & { readonly step: string } => {
    const found = shown.get(run)?.find((one) => step.test(one.step));
    if (found === undefined) throw new Error(`${run} has no summary of a step ${step.source}`);
    return found;
  };

  describe.each(["staging", "production", "rollback", "breaker", "unhealthy", "rejected"])("%s", (run) => {
    test("has summaries of one screen each, without an error of a diagram or anything but text", () => {
      const seen = shown.get(run) ?? [];
      expect(seen.length).toBeGreaterThan(0);
      for (const { height, diagramErrors, strange } of seen) {
        expect(height).toBeLessThanOrEqual(SCREEN);
        expect([diagramErrors, strange]).toEqual([[], []]);
      }
    });
  });

  test("a deployment that went well shows what serves, and no timeline of two phases", () => {
    const { diagrams, tables, text } = ofStep("production", /^Deploy the release/);
    expect(text).toMatch(/^app: deployed\n/);
    expect(tables[0]).toContainEqual(["Serves now", "shop-production:2, 2/2 running"]);
    expect(diagrams).toBe(0);
  });

  test("a rollback by ECS shows the verdict, what serves now, why, and the way back in time", () => {
    const { drawn, diagrams, text, tables } = ofStep("breaker", /^Deploy the release/);
    expect(text).toMatch(/^app: rolled-back\n+ECS deployment circuit breaker/);
    expect(text).toMatch(/Next: Correct the image by what the stopped tasks say/);
    expect(tables[0]).toContainEqual(["Serves now", "shop-production:2, 2/2 running"]);
    expect(text).toContain("fatal: configuration key SHOP_CURRENCY is missing");
    const phases = tables
      .at(-1)
      ?.slice(1)
      .map((row) => row.at(-1));
    expect(phases).toContain("tasks of shop-production:3 fail");
    expect(phases?.at(-1)).toBe("shop-production:2 serves again");
    expect(diagrams).toBe(1);
    for (const [index, phase] of (phases ?? []).entries())
      expect(drawn).toContain(`${index + 1} ${phase?.replaceAll(":", "\u2236")}`);
  });

  test("an unhealthy release shows what was expected, what answers and what to do", () => {
    const { text } = ofStep("unhealthy", /^Prove that the release answers/);
    expect(text).toMatch(/^Health gate: timed-out\n/);
    for (const told of ["Next: ", "expected: status 200", "observed: answers 503", "serves now: version 0.2.0"])
      expect(text).toContain(told);
  });

  test("a rejected run says first that nothing was done, and leads to the run that is in its way", () => {
    const { text, links } = ofStep("rejected", /^Reject/);
    expect(text).toMatch(/^Another staging deployment is already in progress\n+Nothing was changed\./);
    expect(links).toEqual([
      {
        text: expect.stringMatching(/\/actions\/runs\/\d+$/),
        to: expect.stringMatching(/^http.*\/actions\/runs\/\d+$/),
      },
    ]);
  });

  test("the lease of a green run takes one line", () => {
    expect(ofStep("staging", /^Release the lease/).text.trim()).toBe("Lease of staging: released.");
  });
});
